package localpg

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
)

const remembered = 12 // lines

// diary passes on what a program writes, line by line, and remembers the last lines.
type diary struct {
	log *slog.Logger

	mu    sync.Mutex
	rest  []byte // of a line that has not ended
	lines []string
}

func (d *diary) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.rest = append(d.rest, p...)
	for {
		line, rest, ended := bytes.Cut(d.rest, []byte("\n"))
		if !ended {
			return len(p), nil
		}
		d.add(strings.TrimRight(string(line), " \r"))
		d.rest = rest
	}
}

func (d *diary) add(line string) {
	level := slog.LevelDebug
	if strings.HasPrefix(line, "FATAL:") || strings.HasPrefix(line, "PANIC:") {
		level = slog.LevelWarn
	}
	d.log.Log(context.Background(), level, "postgres", "says", line)
	d.lines = append(d.lines, line)
	d.lines = d.lines[max(0, len(d.lines)-remembered):]
}

func (d *diary) last() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return strings.Join(d.lines, "\n")
}
