package chaos

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// server is a PostgreSQL that a test starts, kills and promotes by itself, since nobody may start it again.
type server struct {
	t    *testing.T
	bin  string
	dir  string
	port string
	as   *syscall.Credential // the user whom PostgreSQL agrees to; nil for our own
	cmd  *exec.Cmd
}

// newPrimary is a server that takes no write for done before its standby has it.
func newPrimary(t *testing.T) *server {
	t.Helper()
	s := newServer(t)
	s.run("initdb", "-D", s.dir, "-U", "kotakembar", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	s.start()
	conn, err := pgx.Connect(t.Context(), s.urlOf("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.Exec(t.Context(), "create database kotakembar"); err != nil {
		t.Fatal(err)
	}
	return s
}

func newServer(t *testing.T) *server {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if at, missing := exec.LookPath("pg_basebackup"); missing == nil && len(found) == 0 {
		at, _ = filepath.EvalSymlinks(at)
		found = append(found, at)
	}
	if err != nil || len(found) == 0 {
		t.Fatal("no PostgreSQL is found")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	_ = listener.Close()
	home, err := os.MkdirTemp("", "kotakembar-chaos-server-")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, bin: filepath.Dir(found[len(found)-1]), dir: filepath.Join(home, "data"), port: port}
	if os.Getuid() == 0 {
		s.as = postgresUser(t, home)
	}
	t.Cleanup(func() {
		s.kill()
		_ = os.RemoveAll(home)
	})
	return s
}

// postgresUser is the user in whose name PostgreSQL runs where we are root, to whom the folder is given.
func postgresUser(t *testing.T, home string) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	uid, errUID := strconv.Atoi(u.Uid)
	gid, errGID := strconv.Atoi(u.Gid)
	if err := errors.Join(errUID, errGID, os.Chmod(home, 0o755), os.Chown(home, uid, gid)); err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func (s *server) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, name), args...)
	c.Dir, c.Env = filepath.Dir(s.dir), []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C"}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: s.as, Pdeathsig: syscall.SIGKILL}
	return c
}

func (s *server) run(name string, args ...string) {
	s.t.Helper()
	if said, err := s.command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s: %v\n%s", name, err, said)
	}
}

// start starts it and waits until it takes connections.
func (s *server) start(settings ...string) {
	s.t.Helper()
	s.cmd = s.command("postgres", append([]string{
		"-D", s.dir, "-p", s.port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + filepath.Dir(s.dir), "-c", "hot_standby=on",
		"-c", "wal_level=replica", "-c", "max_wal_senders=4",
	}, settings...)...)
	said := &bytes.Buffer{}
	s.cmd.Stderr = said
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	for begun := time.Now(); !s.answers(); time.Sleep(pause) {
		if time.Since(begun) > patience {
			s.t.Fatalf("the server does not start: %s", said)
		}
	}
}

func (s *server) answers() bool {
	conn, err := pgx.Connect(s.t.Context(), s.urlOf("postgres"))
	if err != nil {
		return false
	}
	_ = conn.Close(s.t.Context())
	return true
}

// kill ends it at once, as a machine that is lost; its processes see that it is gone and end as well.
func (s *server) kill() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	s.cmd = nil
}

// standby is a copy of it that has everything which it has told to be done.
func (s *server) standby() *server {
	s.t.Helper()
	other := newServer(s.t)
	other.run("pg_basebackup", "-D", other.dir, "-c", "fast", "-R", "-X", "stream", "-d",
		fmt.Sprintf("host=127.0.0.1 port=%s user=kotakembar", s.port))
	other.start()
	pool := s.pool()
	defer pool.Close()
	for _, sql := range []string{"alter system set synchronous_standby_names = '*'", "select pg_reload_conf()"} {
		if _, err := pool.Exec(s.t.Context(), sql); err != nil {
			s.t.Fatal(err)
		}
	}
	for begun, state := time.Now(), ""; state != "sync"; time.Sleep(pause) {
		_ = pool.QueryRow(s.t.Context(), "select sync_state from pg_stat_replication").Scan(&state) // none yet
		if time.Since(begun) > patience {
			s.t.Fatalf("the standby is %q", state)
		}
	}
	return other
}

// promote makes a standby the primary.
func (s *server) promote() {
	s.t.Helper()
	s.run("pg_ctl", "promote", "-D", s.dir, "-w")
	pool := s.pool()
	defer pool.Close()
	for _, sql := range []string{"alter system reset synchronous_standby_names", "select pg_reload_conf()"} { // it was copied before it was set
		if _, err := pool.Exec(s.t.Context(), sql); err != nil {
			s.t.Fatal(err)
		}
	}
}

func (s *server) urlOf(database string) string {
	return "postgres://kotakembar@127.0.0.1:" + s.port + "/" + database + "?sslmode=disable&connect_timeout=2"
}

func (s *server) pool() *pgxpool.Pool {
	s.t.Helper()
	pool, err := pgxpool.New(s.t.Context(), s.urlOf("kotakembar"))
	if err != nil {
		s.t.Fatal(err)
	}
	return pool
}

func TestNothingToldIsLostWhenThePrimaryDiesAndItsStandbyTakesOver(t *testing.T) {
	primary := newPrimary(t)
	standby := primary.standby()
	both := strings.Join([]string{"127.0.0.1:" + primary.port, "127.0.0.1:" + standby.port}, ",")
	address := "postgres://kotakembar@" + both + "/kotakembar?sslmode=disable&target_session_attrs=read-write"
	one, two := newNode(t, address), newNode(t, address)
	c := newCrew(t, "alih", one.url(), two.url())
	c.allWrite()
	begun := time.Now()
	primary.kill()
	standby.promote()
	t.Logf("promoted after %v", time.Since(begun).Round(time.Millisecond))
	c.allWrite()
	t.Logf("everybody on both nodes has written again %v after the primary was killed", time.Since(begun).Round(time.Millisecond))
	pool := standby.pool()
	defer pool.Close()
	c.finish(&database{t: t, pool: pool})
}

// What was acknowledged is seen by readers on every node, although the copy that they read from is far behind.
func TestReadersSeeWhatWasPublishedWhileTheirCopyIsBehind(t *testing.T) {
	primary := newPrimary(t)
	standby := primary.standby()
	reads := "DATABASE_READ_URL=" + standby.urlOf("kotakembar")
	one, two := newNode(t, primary.urlOf("kotakembar"), reads), newNode(t, primary.urlOf("kotakembar"), reads)
	w := newWriter(t, "salinan", one.url())
	copied := standby.pool()
	defer copied.Close()
	for _, does := range []string{"resume", "pause", "resume"} {
		if _, err := copied.Exec(t.Context(), "select pg_wal_replay_"+does+"()"); err != nil {
			t.Fatal(err)
		}
		for range 5 {
			w.publish(t.Context())
			for _, base := range []string{one.url(), two.url()} {
				path := "/sumber/" + w.told[len(w.told)-1]
				r, err := http.Get(base + path)
				if err != nil {
					t.Fatal(err)
				}
				_ = r.Body.Close()
				if r.StatusCode != http.StatusOK {
					t.Errorf("replay %sd: %s is answered with %d", does, path, r.StatusCode)
				}
			}
		}
	}
}
