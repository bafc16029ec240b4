package localpg

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// note is what a server writes about itself into postmaster.pid; the zero note if there is none.
type note struct {
	pid    int
	socket string // the folder of its socket
	status string // starting, ready, stopping
}

func readNote(data string) note {
	f, err := os.Open(noteName(data))
	if err != nil {
		return note{}
	}
	defer f.Close()
	var lines [8]string // process, cluster, begun, port, socket, addresses, memory, status
	scan := bufio.NewScanner(f)
	for i := 0; i < len(lines) && scan.Scan(); i++ {
		lines[i] = strings.TrimSpace(scan.Text())
	}
	pid, err := strconv.Atoi(lines[0])
	if err != nil {
		return note{}
	}
	return note{pid: pid, socket: lines[4], status: lines[7]}
}

func noteName(data string) string { return filepath.Join(data, "postmaster.pid") }

// stopOrphan stops the server that a killed program left running on the cluster, if there is one. The folder's lock must
// be held, so that no other server can come up meanwhile.
func stopOrphan(ctx context.Context, data string, log *slog.Logger) error {
	pid := readNote(data).pid
	if pid == 0 {
		return nil
	}
	// The handle first, the question after: so the signal cannot reach a later process of the same number.
	orphan, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	defer orphan.Release()
	if !isPostmaster(pid, data) {
		return dropStaleNote(data, pid)
	}
	log.Warn("stopping the database server that an earlier run left behind", "pid", pid)
	for _, signal := range []syscall.Signal{fast, immediate} {
		if err := orphan.Signal(signal); err != nil && isPostmaster(pid, data) {
			return fmt.Errorf("stop the earlier server, process %d: %w", pid, err)
		}
		gone, err := waitGone(ctx, pid, data)
		if err != nil {
			return err
		}
		if gone {
			return dropStaleNote(data, pid)
		}
	}
	return fmt.Errorf("the earlier server, process %d, does not stop", pid)
}

func waitGone(ctx context.Context, pid int, data string) (bool, error) {
	for begun := time.Now(); time.Since(begun) < patience; {
		if !isPostmaster(pid, data) {
			return true, nil
		}
		if err := wait(ctx, glance); err != nil {
			return false, err
		}
	}
	return false, nil
}

// dropStaleNote removes the note of a killed server whose number has gone to some other process: the next server would
// take that one for a server of this cluster. Without such a process PostgreSQL clears the note away itself.
func dropStaleNote(data string, pid int) error {
	if syscall.Kill(pid, 0) == syscall.ESRCH {
		return nil
	}
	if err := os.Remove(noteName(data)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
