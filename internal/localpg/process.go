package localpg

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

const (
	glance      = 10 * time.Millisecond // between two looks at a server that starts or stops
	patience    = 30 * time.Second      // until a polite request to stop becomes a rude one
	leftoverMax = 30 * time.Second      // for what remains of a killed server to go away by itself
)

// The signals that PostgreSQL stops by: fast ends connections and saves everything, immediate leaves the rest to the
// crash recovery of the next start.
const (
	fast      = syscall.SIGINT
	immediate = syscall.SIGQUIT
)

// process is a server program that was started.
type process struct {
	cmd    *exec.Cmd
	diary  *diary
	exited chan struct{}
	err    error // of the exit, once exited is closed
}

// launch starts the server, in place of one that still runs, and returns when it takes connections. What remains of a
// killed server may hold its memory for a moment; then it tries again.
func (s *Server) launch(ctx context.Context) (*process, error) {
	if err := stopOrphan(ctx, s.place.data, s.Log); err != nil {
		return nil, err
	}
	for begun := time.Now(); ; {
		p, err := s.attempt(ctx)
		if err == nil || !strings.Contains(err.Error(), "pre-existing shared memory block") || time.Since(begun) > leftoverMax {
			return p, err
		}
		if err := wait(ctx, 10*glance); err != nil {
			return nil, err
		}
	}
}

func (s *Server) attempt(ctx context.Context) (*process, error) {
	arguments := []string{"-D", s.place.data}
	for _, setting := range s.settings() {
		arguments = append(arguments, "-c", setting)
	}
	p := s.prepare("postgres", arguments...)
	if err := p.start(fast); err != nil {
		return nil, err
	}
	for {
		if note := readNote(s.place.data); note.pid == p.cmd.Process.Pid && note.status == "ready" {
			return p, nil
		}
		select {
		case <-p.exited:
			return nil, p.failure()
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), p.shutdown())
		case <-time.After(glance):
		}
	}
}

// run runs a program to its end, with input.
func (s *Server) run(ctx context.Context, input, name string, arguments ...string) error {
	p := s.prepare(name, arguments...)
	p.cmd.Stdin = strings.NewReader(input)
	if err := p.start(syscall.SIGKILL); err != nil {
		return err
	}
	select {
	case <-p.exited:
	case <-ctx.Done():
		return errors.Join(ctx.Err(), p.end(syscall.SIGKILL))
	}
	if p.err != nil {
		return p.failure()
	}
	return nil
}

// prepare readies a program of PostgreSQL to be run as its user, away from this program's terminal, whose Ctrl-C is not
// meant for it, and without its environment, which holds secrets.
func (s *Server) prepare(name string, arguments ...string) *process {
	cmd := exec.Command(s.bin.path(name), arguments...)
	cmd.Dir = filepath.Dir(s.place.data)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	cmd.WaitDelay = patience / 6
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if user := s.place.user; user.switched {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: user.uid, Gid: user.gid}
	}
	d := &diary{log: s.Log}
	cmd.Stdout, cmd.Stderr = io.Discard, d
	return &process{cmd: cmd, diary: d, exited: make(chan struct{})}
}

// start starts the program; it receives parting when this program dies, where the system can do that. The system means
// by that the death of the thread that started it, so one thread stays for as long as the program runs.
func (p *process) start(parting syscall.Signal) error {
	dieWithParent(p.cmd.SysProcAttr, parting)
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.cmd.Start()
		started <- err
		if err == nil {
			p.err = p.cmd.Wait()
			close(p.exited)
		}
	}()
	return <-started
}

// shutdown stops a server and waits until it is gone.
func (p *process) shutdown() error {
	if err := p.end(fast); err == nil {
		return nil
	}
	return p.end(immediate)
}

// end sends a signal and waits, but not for ever.
func (p *process) end(signal syscall.Signal) error {
	err := p.cmd.Process.Signal(signal)
	if err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	select {
	case <-p.exited:
		return nil
	case <-time.After(patience):
		return fmt.Errorf("%s goes on after %v", filepath.Base(p.cmd.Path), patience)
	}
}

// failure tells of an exit that was not asked for, with the program's last words.
func (p *process) failure() error {
	<-p.exited
	return fmt.Errorf("%s: %v\n%s", filepath.Base(p.cmd.Path), p.cmd.ProcessState, p.diary.last())
}
