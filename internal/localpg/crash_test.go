package localpg_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	osexec "os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"kotakembar/internal/localpg"
)

// parentOf is set where this test program plays the program that keeps the server of a folder.
const parentOf = "LOCALPG_TEST_PARENT_OF"

func TestMain(m *testing.M) {
	if dir := os.Getenv(parentOf); dir != "" {
		os.Exit(beParent(dir))
	}
	os.Exit(m.Run())
}

func beParent(dir string) int {
	s, err := localpg.Start(context.Background(), localpg.Config{Dir: dir})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println(s.URL())
	_, _ = io.Copy(io.Discard, os.Stdin) // until killed
	return 0
}

// parent starts another program that keeps the server of dir.
func parent(t *testing.T, dir string) (*osexec.Cmd, io.Reader) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := osexec.Command(self)
	cmd.Env = append(os.Environ(), parentOf+"="+dir)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(t, cmd) })
	return cmd, out
}

func kill(t *testing.T, cmd *osexec.Cmd) {
	t.Helper()
	if cmd.ProcessState != nil {
		return
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = cmd.Wait() // tells that it was killed
}

func TestKilledServerComesBackByItself(t *testing.T) {
	t.Parallel()
	s := start(t, localpg.Config{Dir: folder(t)})
	exec(t, s.URL(), "create table cities as select 'Liuzhou' as name")
	if err := syscall.Kill(postmaster(t, s.Dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the city in the server that was killed", func() bool {
		name, err := tryAsk(t.Context(), s.URL(), "select name from cities")
		return err == nil && name == "Liuzhou"
	})
}

func TestNextStartTakesOverFromAKilledProgram(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	program, out := parent(t, dir)
	url, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	exec(t, strings.TrimSpace(url), "create table cities as select 'Suwon' as name")
	kill(t, program)
	s := start(t, localpg.Config{Dir: dir})
	if got := ask(t, s.URL(), "select name from cities"); got != "Suwon" {
		t.Errorf("after the take-over the city is %q", got)
	}
}

func TestNextStartTakesOverWhenProgramAndServerAreKilled(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	program, out := parent(t, dir)
	url, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	exec(t, strings.TrimSpace(url), "create table cities as select 'Cuenca' as name")
	server := postmaster(t, dir)
	if err := program.Process.Signal(syscall.SIGSTOP); err != nil { // lest it start the server again
		t.Fatal(err)
	}
	if err := syscall.Kill(server, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	kill(t, program)
	s := start(t, localpg.Config{Dir: dir})
	if got := ask(t, s.URL(), "select name from cities"); got != "Cuenca" {
		t.Errorf("after the take-over the city is %q", got)
	}
}

func TestServerStopsWithAKilledProgram(t *testing.T) {
	if _, err := os.Stat("/proc/self/cmdline"); err != nil {
		t.Skip("only Linux tells children of their parent's death")
	}
	t.Parallel()
	dir := folder(t)
	program, out := parent(t, dir)
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	kill(t, program)
	eventually(t, "a clean end of the server", func() bool {
		_, err := os.Stat(filepath.Join(dir, "data", "postmaster.pid"))
		return os.IsNotExist(err)
	})
}

func TestHalfMadeClusterIsMadeAnew(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	program, _ := parent(t, dir)
	eventually(t, "a cluster in the making", func() bool {
		begun, err := filepath.Glob(filepath.Join(dir, "new-*", "global"))
		return err == nil && len(begun) == 1
	})
	kill(t, program)
	if _, err := os.Stat(filepath.Join(dir, "data")); !os.IsNotExist(err) {
		t.Fatalf("the cluster was made already: %v", err)
	}
	s := start(t, localpg.Config{Dir: dir})
	if got := ask(t, s.URL(), "select 'whole'"); got != "whole" {
		t.Errorf("the server says %q", got)
	}
}

func TestLostDatabaseIsNotReplacedByAnEmptyOne(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := os.Symlink(filepath.Join(dir, "gone", "data"), filepath.Join(dir, "data")); err != nil {
		t.Fatal(err)
	}
	if _, err := localpg.Start(t.Context(), localpg.Config{Dir: dir}); err == nil || !strings.Contains(err.Error(), "is gone") {
		t.Errorf("link to nowhere: %v", err)
	}
}

func TestFolderIsFreeAfterStopThoughAChildStillHoldsACopyOfItsLock(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("open files are found in /proc")
	}
	t.Parallel()
	cfg := localpg.Config{Dir: folder(t)}
	s := start(t, cfg)
	held := -1
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range open {
		if to, err := os.Readlink(one); err != nil || to != filepath.Join(cfg.Dir, "lock") {
			continue
		}
		fd, err := strconv.Atoi(filepath.Base(one))
		if err != nil {
			t.Fatal(err)
		}
		if held, err = syscall.Dup(fd); err != nil {
			t.Fatal(err)
		}
	}
	if held < 0 {
		t.Fatal("the lock is not held by this program")
	}
	defer func() { _ = syscall.Close(held) }()
	stop(t, s)
	start(t, cfg)
}

func TestUnreachableFolderIsLinkedElsewhere(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root runs the server as another user")
	}
	t.Parallel()
	cfg := localpg.Config{Dir: t.TempDir()}
	if err := os.Chmod(cfg.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s := start(t, cfg)
	exec(t, s.URL(), "create table cities as select 'Petaling Jaya' as name")
	data, err := os.Readlink(filepath.Join(cfg.Dir, "data"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(filepath.Dir(data)) })
	stop(t, s)
	again := start(t, cfg)
	if got := ask(t, again.URL(), "select name from cities"); got != "Petaling Jaya" {
		t.Errorf("after a restart the city is %q", got)
	}
}
