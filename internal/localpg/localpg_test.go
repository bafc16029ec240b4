package localpg_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/localpg"
)

// folder is a new folder that the server's user can reach also where the tests run as root.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "localpg-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func start(t *testing.T, cfg localpg.Config) *localpg.Server {
	t.Helper()
	s, err := localpg.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *localpg.Server) {
	t.Helper()
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
}

func exec(t *testing.T, url, statement string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	if _, err := conn.Exec(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func ask(t *testing.T, url, question string) string {
	t.Helper()
	answer, err := tryAsk(t.Context(), url, question)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func tryAsk(ctx context.Context, url, question string) (string, error) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return "", err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var answer string
	err = conn.QueryRow(ctx, question).Scan(&answer)
	return answer, err
}

// eventually looks again and again until the condition holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	limit := time.After(time.Minute)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-limit:
			t.Fatalf("waited in vain for: %s", what)
		case <-tick.C:
		}
	}
}

// postmaster is the number of the server's main process.
func postmaster(t *testing.T, dir string) int {
	t.Helper()
	note, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(note), "\n")
	pid, err := strconv.Atoi(first)
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func TestDataSurvivesARestart(t *testing.T) {
	t.Parallel()
	cfg := localpg.Config{Dir: folder(t)}
	s := start(t, cfg)
	exec(t, s.URL(), "create table cities as select 'Braunschweig' as name")
	stop(t, s)
	if _, err := tryAsk(t.Context(), s.URL(), "select 1::text"); err == nil {
		t.Error("a stopped server still answers")
	}
	again := start(t, cfg)
	if got := ask(t, again.URL(), "select name from cities"); got != "Braunschweig" {
		t.Errorf("after a restart the city is %q", got)
	}
}

func TestServerIsDurablePrivateAndTheSameEverywhere(t *testing.T) {
	t.Parallel()
	s := start(t, localpg.Config{Dir: folder(t)})
	for question, want := range map[string]string{
		"select current_setting('fsync')":                                        "on",
		"select current_setting('synchronous_commit')":                           "on",
		"select current_setting('full_page_writes')":                             "on",
		"select current_setting('data_checksums')":                               "on",
		"select current_setting('listen_addresses')":                             "",
		"select current_setting('timezone')":                                     "UTC",
		"select current_setting('server_encoding')":                              "UTF8",
		"select current_database()":                                              "kotakembar",
		"select lower('ÉCOLE ČESKÁ')":                                            "école česká",
		"select string_agg(c, '' order by c) from unnest('{a,B,é,Z}'::text[]) c": "BZaé",
	} {
		if got := ask(t, s.URL(), question); got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}

func TestSecondCopyIsRefused(t *testing.T) {
	t.Parallel()
	cfg := localpg.Config{Dir: folder(t)}
	s := start(t, cfg)
	if _, err := localpg.Start(t.Context(), cfg); !errors.Is(err, localpg.ErrInUse) {
		t.Errorf("second copy: %v", err)
	}
	if got := ask(t, s.URL(), "select 'unharmed'"); got != "unharmed" {
		t.Errorf("first copy says %q", got)
	}
}

func TestRunningServerIsFoundByItsFolder(t *testing.T) {
	t.Parallel()
	cfg := localpg.Config{Dir: folder(t)}
	if _, err := localpg.Running(cfg.Dir); !errors.Is(err, localpg.ErrNotRunning) {
		t.Errorf("before the start: %v", err)
	}
	s := start(t, cfg)
	url, err := localpg.Running(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := ask(t, url, "select 'found'"); got != "found" {
		t.Errorf("the found server says %q", got)
	}
	stop(t, s)
	if _, err := localpg.Running(cfg.Dir); !errors.Is(err, localpg.ErrNotRunning) {
		t.Errorf("after the stop: %v", err)
	}
}

func TestSocketOfALongPathIsShort(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), strings.Repeat("panjang", 10), strings.Repeat("sekali", 10))
	s := start(t, localpg.Config{Dir: dir})
	if got := ask(t, s.URL(), "select 'short'"); got != "short" {
		t.Errorf("the server says %q", got)
	}
}

func TestVolatileServersStandSideBySideAndLeaveNothing(t *testing.T) {
	t.Parallel()
	one := start(t, localpg.Config{Volatile: true})
	two := start(t, localpg.Config{Volatile: true})
	if one.URL() == two.URL() {
		t.Error("two servers share an address")
	}
	exec(t, one.URL(), "create table only_here ()")
	if got := ask(t, two.URL(), "select count(*)::text from pg_tables where tablename = 'only_here'"); got != "0" {
		t.Errorf("the other server holds %s such tables", got)
	}
	stop(t, one)
	if _, err := os.Stat(one.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the temporary folder is left: %v", err)
	}
}

func TestVolatileFolderOfAKilledProgramIsSweptAway(t *testing.T) {
	t.Parallel()
	left, err := os.MkdirTemp(filepath.Dir(start(t, localpg.Config{Volatile: true}).Dir), "kotakembar-volatile-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(left, "lock"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(left, old, old); err != nil {
		t.Fatal(err)
	}
	start(t, localpg.Config{Volatile: true})
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestFolderIsNeeded(t *testing.T) {
	t.Parallel()
	if _, err := localpg.Start(t.Context(), localpg.Config{}); err == nil {
		t.Error("a server without a folder started")
	}
}

func TestGivenUpStartFreesTheFolder(t *testing.T) {
	t.Parallel()
	cfg := localpg.Config{Dir: folder(t)}
	given, giveUp := context.WithCancel(t.Context())
	giveUp()
	if _, err := localpg.Start(given, cfg); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	start(t, cfg)
}
