package localpg

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

const oldest = 15

// programs is a folder with PostgreSQL's server programs and their major version.
type programs struct {
	dir   string
	major int
}

func (p programs) path(name string) string { return filepath.Join(p.dir, name) }

// usualPlaces are where packages put the server programs, mostly off PATH.
var usualPlaces = []string{
	"/usr/lib/postgresql/*/bin",                               // Debian, Ubuntu
	"/usr/pgsql-*/bin",                                        // PostgreSQL's own rpm packages
	"/usr/libexec/postgresql*",                                // Alpine
	"/usr/local/pgsql/bin",                                    // made from source
	"/opt/homebrew/opt/postgresql@*/bin",                      // Homebrew on Apple silicon
	"/usr/local/opt/postgresql@*/bin",                         // Homebrew on Intel
	"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",         // Homebrew on Linux
	"/Applications/Postgres.app/Contents/Versions/[1-9]*/bin", // Postgres.app
}

// find returns the server programs of the major version that made a cluster, or for made 0 the best there are: from
// explicit if that is given, else from PATH, else the newest of the usual places.
func find(explicit string, made int) (programs, error) {
	all := candidates(explicit)
	if len(all) == 0 {
		return programs{}, fmt.Errorf("%w (looked %s); install PostgreSQL %d or newer:\n%s",
			ErrNotInstalled, cmp.Or(explicit, "on PATH and in the usual places"), oldest, advice)
	}
	for _, p := range all {
		if p.major >= oldest && (made == 0 || p.major == made) {
			return p, nil
		}
	}
	if made != 0 {
		return programs{}, fmt.Errorf("%w: it was made by %d, and %s holds %d; install PostgreSQL %[2]d, or move the data with pg_upgrade",
			ErrDataVersion, made, all[0].dir, all[0].major)
	}
	return programs{}, fmt.Errorf("%w: %s holds %d, needed is %d or newer:\n%s", ErrTooOld, all[0].dir, all[0].major, oldest, advice)
}

const advice = `  Debian, Ubuntu   apt-get install postgresql
  Fedora, RHEL     dnf install postgresql-server postgresql-contrib
  Alpine           apk add postgresql postgresql-contrib
  macOS            brew install postgresql@17`

// candidates returns the installed server programs of any version, the preferred ones first.
func candidates(explicit string) []programs {
	if explicit != "" {
		return probe([]string{explicit})
	}
	var onPath []string
	if name, err := exec.LookPath("postgres"); err == nil {
		onPath = append(onPath, filepath.Dir(name))
	}
	var usual []string
	for _, pattern := range usualPlaces {
		found, _ := filepath.Glob(pattern) // the only error is a bad pattern
		usual = append(usual, found...)
	}
	newestFirst := probe(usual)
	slices.SortStableFunc(newestFirst, func(a, b programs) int { return cmp.Compare(b.major, a.major) })
	return append(probe(onPath), newestFirst...)
}

// probe keeps those folders that hold both programs.
func probe(dirs []string) []programs {
	var all []programs
	for _, dir := range dirs {
		major, err := majorVersion(dir)
		if err == nil {
			all = append(all, programs{dir: dir, major: major})
		}
	}
	return all
}

var versionWords = regexp.MustCompile(`^postgres \(PostgreSQL\) (\d+)`)

func majorVersion(dir string) (int, error) {
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return 0, err
	}
	words, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0, err
	}
	match := versionWords.FindSubmatch(words)
	if match == nil {
		return 0, errors.New("unknown version")
	}
	return strconv.Atoi(string(match[1]))
}
