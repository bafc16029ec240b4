package chaos

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// The first administrator of every register here.
const (
	email    = "admin@kotakembar.local"
	password = "korek api biru tua"
)

// node is one copy of the program, a process of its own at an address that it keeps when it is started again.
type node struct {
	t     *testing.T
	addr  string
	env   []string
	cmd   *exec.Cmd
	ready chan struct{}
	ended chan struct{}
	log   *lines
}

// lines are what a process says.
type lines struct {
	sync.Mutex
	said []string
}

func (l *lines) add(line string) {
	l.Lock()
	defer l.Unlock()
	l.said = append(l.said, line)
}

// with are the lines that hold some words.
func (l *lines) with(words string) (found []string) {
	l.Lock()
	defer l.Unlock()
	for _, line := range l.said {
		if strings.Contains(line, words) {
			found = append(found, line)
		}
	}
	return found
}

// newNode starts a copy of the program over a database; settings are further ones, such as NAME=value.
func newNode(t *testing.T, database string, settings ...string) *node {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n := &node{t: t, addr: listener.Addr().String(), log: &lines{}}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	n.env = append([]string{
		"PATH=" + os.Getenv("PATH"), "DATABASE_URL=" + database, "KOTAKEMBAR_ADDR=" + n.addr, "KOTAKEMBAR_DATA=" + t.TempDir(),
		"KOTAKEMBAR_ADMIN_PASSWORD=" + password, "KOTAKEMBAR_SOLO_REVIEW=true",
	}, settings...)
	n.start()
	t.Cleanup(n.kill)
	return n
}

func (n *node) url() string { return "http://" + n.addr }

// start starts it and waits until it is ready.
func (n *node) start() {
	n.t.Helper()
	n.launch()
	select {
	case <-n.ready:
	case <-n.ended:
		n.t.Fatalf("it ended: %s", strings.Join(n.log.said, "\n"))
	}
}

func (n *node) launch() {
	n.t.Helper()
	n.cmd = exec.Command(program, "serve")
	n.cmd.Env = n.env
	n.ready, n.ended = make(chan struct{}), make(chan struct{})
	out, in, err := os.Pipe()
	if err != nil {
		n.t.Fatal(err)
	}
	n.cmd.Stdout, n.cmd.Stderr = in, in
	if err := n.cmd.Start(); err != nil {
		n.t.Fatal(err)
	}
	_ = in.Close()
	go n.listen(out, n.ready)
	go func(cmd *exec.Cmd, ended chan struct{}) {
		_ = cmd.Wait()
		close(ended)
	}(n.cmd, n.ended)
}

func (n *node) listen(out *os.File, ready chan struct{}) {
	defer out.Close()
	for s := bufio.NewScanner(out); s.Scan(); {
		n.log.add(s.Text())
		if s.Text() == "Ready." {
			close(ready)
		}
	}
}

// kill ends it at once, like a machine that loses its power.
func (n *node) kill() {
	_ = n.cmd.Process.Kill()
	<-n.ended
}

// stop asks it to end and tells whether it said goodbye.
func (n *node) stop() bool {
	_ = n.cmd.Process.Signal(syscall.SIGTERM)
	<-n.ended
	return n.cmd.ProcessState.ExitCode() == 0
}
