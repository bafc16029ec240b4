// Package localpg runs a private PostgreSQL server, 15 or newer, in a folder of its own: the database of a program that
// was given no other, and of the tests. It finds the server's programs, makes the cluster once, starts and stops the
// server, and takes over from a run that was killed.
//
// What does not belong here: tables, migrations, queries, connection pools. Nobody speaks SQL to the server from here
// once it runs; whoever wants to takes the URL.
//
// The folder holds
//
//	lock       held while a program uses the folder
//	data       the cluster, or a link to it where the server's user could not reach the folder
//	run        the socket; in the system's temporary folder where the path would be too long for a socket
//	new-*      a cluster in the making; what is left of one is removed by the next start
//
// PostgreSQL refuses to run as root. A program that runs as root therefore runs it as the owner of the cluster, and
// makes a new cluster for the user postgres or else nobody. Whoever can open the socket is trusted: its folder is
// open to that user (and root) alone, and the server listens nowhere else.
package localpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// Errors that Start and Running return, wrapped with what was found and what to do.
var (
	ErrNotInstalled = errors.New("PostgreSQL's server programs are missing")
	ErrTooOld       = errors.New("PostgreSQL is too old")
	ErrDataVersion  = errors.New("the database was made by another version of PostgreSQL")
	ErrInUse        = errors.New("the database folder is in use by another program")
	ErrNotRunning   = errors.New("no database server runs in this folder")
)

// Config says where and how a server runs.
type Config struct {
	// Dir is the folder of the server; it is made if missing. Only a volatile server may leave it empty.
	Dir string
	// Bin is the folder of the programs postgres and initdb; empty to search the usual places.
	Bin string
	// Log receives what the server has to say; nil for nothing.
	Log *slog.Logger
	// Volatile trades safety for speed, for tests: after a crash of the machine the data may be lost. Without Dir the
	// server lives in a temporary folder that goes with it, in memory where there is room.
	Volatile bool
}

// Server is a running private PostgreSQL.
type Server struct {
	Config
	place     place
	bin       programs
	lock      *os.File // of the folder
	temporary bool     // the folder goes with the server
	cancel    context.CancelFunc
	done      chan struct{}
	err       error
}

// Start brings up the server in cfg.Dir and returns when it takes connections. ctx bounds the start alone. A server that
// dies later is started again, with a growing pause, until Stop; meanwhile connections are refused.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	s := &Server{Config: cfg, done: make(chan struct{})}
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	err := s.claim(ctx)
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	p, err := s.bringUp(ctx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("private PostgreSQL in %s: %w", s.Dir, err), s.release())
	}
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	s.cancel = cancel
	go s.supervise(running, p)
	return s, nil
}

// URL is the address of the database, postgres://... over the server's socket; it holds no secret.
func (s *Server) URL() string { return address(s.place.run) }

// Stop ends all connections, stops the server, waits until it is gone and frees the folder. A second Stop waits for the
// first and returns the same.
func (s *Server) Stop() error {
	s.cancel()
	<-s.done
	return s.err
}

// Running returns the URL of the server that another program keeps running in dir, or ErrNotRunning.
func Running(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	data, err := filepath.EvalSymlinks(filepath.Join(dir, "data"))
	if err != nil {
		return "", fmt.Errorf("%w: %s", ErrNotRunning, dir)
	}
	note := readNote(data)
	if note.status != "ready" || !isPostmaster(note.pid, data) {
		return "", fmt.Errorf("%w: %s", ErrNotRunning, dir)
	}
	return address(note.socket), nil
}

func address(socket string) string {
	query := url.Values{"host": {socket}}
	return "postgres://" + superuser + "@/" + database + "?" + query.Encode()
}

// claim makes the folder ours: nobody else runs a server in it until release.
func (s *Server) claim(ctx context.Context) error {
	if s.Dir == "" && !s.Volatile {
		return errors.New("no folder given")
	}
	if s.Dir == "" {
		return s.claimTemporary(ctx)
	}
	dir, err := filepath.Abs(s.Dir)
	if err != nil {
		return err
	}
	s.Dir = dir
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	s.lock, err = lock(filepath.Join(dir, "lock"))
	return err
}

// bringUp goes from a claimed folder, whatever was left in it, to a server that takes connections.
func (s *Server) bringUp(ctx context.Context) (*process, error) {
	var err error
	if s.place, err = settle(s.Dir, s.Log); err != nil {
		return nil, err
	}
	made, err := s.place.version()
	if err != nil {
		return nil, err
	}
	if s.bin, err = find(s.Bin, made); err != nil {
		return nil, err
	}
	if made == 0 {
		if err := s.create(ctx); err != nil {
			return nil, fmt.Errorf("make the database: %w", err)
		}
	}
	if err := s.place.freshRun(); err != nil {
		return nil, err
	}
	return s.launch(ctx)
}

// supervise keeps the server running until ctx is done, then stops it and frees the folder.
func (s *Server) supervise(ctx context.Context, p *process) {
	defer close(s.done)
	for p != nil {
		select {
		case <-ctx.Done():
			s.err = errors.Join(p.shutdown(), s.release())
			return
		case <-p.exited:
			s.Log.Error("the database server died and is started again", "error", p.failure())
			p = s.relaunch(ctx)
		}
	}
	s.err = s.release()
}

// relaunch tries until the server runs again; it returns nil once ctx is done.
func (s *Server) relaunch(ctx context.Context) *process {
	for pause := time.Second; ; pause = min(2*pause, 30*time.Second) {
		p, err := s.launch(ctx)
		if err == nil {
			return p
		}
		if ctx.Err() != nil {
			return nil
		}
		s.Log.Error("the database server does not start", "error", err, "again_in", pause)
		if wait(ctx, pause) != nil {
			return nil
		}
	}
}

// release undoes claim.
func (s *Server) release() error {
	err := s.place.removeRun()
	if s.temporary {
		err = errors.Join(err, os.RemoveAll(s.Dir))
	}
	return errors.Join(err, unlock(s.lock))
}

// wait returns after d, or earlier with ctx's error.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
