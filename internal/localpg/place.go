package localpg

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// elsewhere is where clusters of root stand whose folder the server's user cannot reach.
const elsewhere = "/var/lib/kotakembar"

// socketLimit is the longest path of a socket, in bytes, that every system takes.
const socketLimit = 103

// place is where a cluster stands and who owns it.
type place struct {
	data string // the cluster
	run  string // the folder of the socket
	user account
}

// settle decides where the cluster of dir stands: in it, or where an earlier start has put it, or, for a new cluster
// whose user cannot reach dir, elsewhere with a link to it.
func settle(dir string, log *slog.Logger) (place, error) {
	data := filepath.Join(dir, "data")
	user, err := serverAccount(data)
	if err != nil {
		return place{}, err
	}
	target, err := os.Readlink(data)
	switch {
	case err == nil:
		data = target
		if _, err := os.Stat(filepath.Dir(data)); err != nil {
			return place{}, fmt.Errorf("the database that %s links to is gone; bring it back, or remove the link to begin anew: %w", dir, err)
		}
	case !errors.Is(err, fs.ErrNotExist) || user.reaches(dir):
	default:
		if data, err = moveAway(dir); err != nil {
			return place{}, err
		}
		log.Info("the database's user cannot reach the data folder, so the database stands elsewhere", "folder", dir, "database", data)
	}
	return place{data: data, run: runFolder(filepath.Dir(data), user), user: user}, nil
}

// moveAway makes a new folder elsewhere and links dir's data to it. The name tells the folder that it belongs to; one
// that is taken was left by a folder that has been removed since, and is not ours to use or to remove.
func moveAway(dir string) (string, error) {
	if err := os.MkdirAll(elsewhere, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(elsewhere, shortHash(dir))
	home := name
	err := os.Mkdir(home, 0o755)
	for n := 2; errors.Is(err, fs.ErrExist); n++ {
		home = name + "-" + strconv.Itoa(n)
		err = os.Mkdir(home, 0o755)
	}
	if err != nil {
		return "", err
	}
	data := filepath.Join(home, "data")
	return data, os.Symlink(data, filepath.Join(dir, "data"))
}

// runFolder is home/run unless a socket in it would have too long a path.
func runFolder(home string, user account) string {
	run := filepath.Join(home, "run")
	if len(run)+len("/.s.PGSQL.5432") <= socketLimit {
		return run
	}
	return filepath.Join(temporaryRoot(user), fmt.Sprintf("kotakembar-%d-%s", user.uid, shortHash(home)))
}

// temporaryRoot is the system's temporary folder, if the user can reach it.
func temporaryRoot(user account) string {
	if dir := os.TempDir(); user.reaches(dir) {
		return dir
	}
	return "/tmp"
}

func shortHash(path string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(path)))[:12]
}

// version is the major version of PostgreSQL that made the cluster, 0 if there is none yet.
func (p place) version() (int, error) {
	name := filepath.Join(p.data, "PG_VERSION")
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return major, nil
}

// freshRun makes the folder of the socket anew: what a killed server left in it could keep the next one from starting,
// and in a temporary folder somebody else could have made it.
func (p place) freshRun() error {
	if err := p.removeRun(); err != nil {
		return err
	}
	if err := os.Mkdir(p.run, 0o700); err != nil {
		return err
	}
	return p.user.own(p.run)
}

func (p place) removeRun() error {
	if p.run == "" {
		return nil
	}
	return os.RemoveAll(p.run)
}

// lock takes the lock file, which the system frees when this program ends in whatever way; it is never removed.
func lock(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("%w: %s", ErrInUse, filepath.Dir(name))
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// unlock gives the lock file back. Closing it is not enough: a child of this program that is just being started for something else
// still holds a copy of it for a moment.
func unlock(f *os.File) error {
	return errors.Join(syscall.Flock(int(f.Fd()), syscall.LOCK_UN), f.Close())
}
