package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// settled are the settings of a test; what it does not name is as in an empty environment.
type settled map[string]string

func (s settled) env(name string) string { return s[name] }

// at is a program's settings for tests: a free port, a folder of its own, and the database of the address.
func at(t *testing.T, database string, more settled) settled {
	t.Helper()
	s := settled{
		"KOTAKEMBAR_ADDR": "127.0.0.1:0", "KOTAKEMBAR_DATA": t.TempDir(), "DATABASE_URL": database,
		"GOMEMLIMIT": "off", // programs of many tests share a process, whose collector is none of theirs
	}
	for name, v := range more {
		s[name] = v
	}
	return s
}

// said runs a command to its end and returns its exit code and all that it printed.
func said(t *testing.T, s settled, in string, args ...string) (code int, out, complaint string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, world{env: s.env, in: strings.NewReader(in), out: &o, err: &e})
	return code, o.String(), e.String()
}

// running is a site that serves.
type running struct {
	t      *testing.T
	url    string
	stop   context.CancelFunc
	lines  *bufio.Scanner
	before strings.Builder // what was printed until ready
	ended  chan int        // the exit code
	log    *locked
}

// locked is a buffer that several goroutines write to.
type locked struct {
	sync.Mutex
	bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.Lock()
	defer l.Unlock()
	return l.Buffer.Write(p)
}

// start runs serve and returns when it listens.
func start(t *testing.T, s settled) *running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	p := &running{t: t, stop: stop, lines: bufio.NewScanner(out), ended: make(chan int, 1), log: &locked{}}
	go func() {
		p.ended <- run(ctx, []string{"serve"}, world{env: s.env, in: strings.NewReader(""), out: in, err: p.log})
		_ = in.Close()
	}()
	t.Cleanup(func() {
		stop()
		_, _ = io.Copy(io.Discard, out)
	})
	p.url = strings.TrimPrefix(p.until("Kota Kembar: "), "Kota Kembar: ")
	return p
}

// until reads what is printed up to a line that begins so.
func (p *running) until(prefix string) string {
	p.t.Helper()
	for p.lines.Scan() {
		if strings.HasPrefix(p.lines.Text(), prefix) {
			return p.lines.Text()
		}
		p.before.WriteString(p.lines.Text() + "\n")
	}
	p.log.Lock()
	defer p.log.Unlock()
	p.t.Fatalf("it never said %q; it said %q and logged:\n%s", prefix, p.before.String(), p.log.String())
	return ""
}

// ready waits until the register is open.
func (p *running) ready() *running {
	p.t.Helper()
	p.until("Ready.")
	return p
}

func (p *running) get(path string) *http.Response {
	p.t.Helper()
	r, err := http.Get(p.url + path)
	if err != nil {
		p.t.Fatal(err)
	}
	_ = r.Body.Close()
	return r
}

// ends stops the site and tells its exit code.
func (p *running) ends() int {
	p.stop()
	return <-p.ended
}
