package bench_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/localpg"
	"kotakembar/internal/store"
)

// bench is a database, the program over it, and what the rows share.
type bench struct {
	*testing.T
	program string // the file
	url     string // of the database
	pool    *pgxpool.Pool
	store   *store.Store
	site    *process
}

// newBench starts a database of its own, or takes the one of DATABASE_URL, and the program on a core of its own.
func newBench(t *testing.T) *bench {
	t.Helper()
	b := overDatabase(t)
	b.site = b.start()
	return b
}

// overDatabase is without a program yet.
func overDatabase(t *testing.T) *bench {
	t.Helper()
	program, err := filepath.Abs("../../bin/kotakembar")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{T: t, program: program, url: os.Getenv("DATABASE_URL")}
	if b.url == "" {
		pg, err := localpg.Start(t.Context(), localpg.Config{Volatile: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = pg.Stop() })
		b.url = pg.URL()
	}
	if b.pool, err = pgxpool.New(t.Context(), b.url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.pool.Close)
	if err := store.MigrateUp(t.Context(), b.pool); err != nil {
		t.Fatal(err)
	}
	b.store = store.New(b.pool)
	return b
}

// process is a program that listens, on the first core alone.
type process struct {
	cmd   *exec.Cmd
	host  string
	ready chan struct{} // closed once it has printed that it is ready
}

// herald hears what a program prints.
type herald struct {
	said  []byte
	ready chan struct{}
}

func (h *herald) Write(words []byte) (int, error) {
	before := bytes.Contains(h.said, []byte("Ready."))
	if h.said = append(h.said, words...); !before && bytes.Contains(h.said, []byte("Ready.")) {
		close(h.ready)
	}
	return len(words), nil
}

// start runs a copy of the program, with settings of its own where some are given, and waits for its first page.
func (b *bench) start(settings ...string) *process {
	b.Helper()
	host := free(b.T)
	p := b.run(host, append([]string{
		"DATABASE_URL=" + b.url, "KOTAKEMBAR_ADDR=" + host, "KOTAKEMBAR_DATA=" + b.TempDir(), "KOTAKEMBAR_ADMIN_PASSWORD=korek api biru tua",
		"KOTAKEMBAR_API_RATE=0", "KOTAKEMBAR_LOG=text,warn",
	}, settings...), b.program, "serve")
	select { // nobody asks meanwhile: answers that say to come again would take their part of its only core
	case <-p.ready:
	case <-time.After(time.Minute):
		b.Fatal("the program is not ready")
	}
	p.await(b.T, "/", patience)
	return p
}

// run starts a program on the first core, which it has to itself: one thread of Go at a time.
func (b *bench) run(host string, env []string, args ...string) *process {
	b.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	if _, err := exec.LookPath("taskset"); err == nil {
		cmd = exec.Command("taskset", append([]string{"-c", "0"}, args...)...)
	}
	var said bytes.Buffer
	p := &process{cmd: cmd, host: host, ready: make(chan struct{})}
	cmd.Env, cmd.Stdout, cmd.Stderr = append(append(os.Environ(), "GOMAXPROCS=1"), env...), &herald{ready: p.ready}, &said
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		if b.Failed() && said.Len() > 0 {
			b.Logf("%s said: %s", args[0], said.String())
		}
	})
	return p
}

// await asks until a path is answered with a page, and tells how long that took.
func (p *process) await(t *testing.T, path string, most time.Duration) time.Duration {
	t.Helper()
	begun := time.Now()
	for ctx, cancel := context.WithTimeout(t.Context(), most); ; time.Sleep(time.Millisecond) {
		resp, err := http.Get("http://" + p.host + path)
		if err == nil {
			_ = resp.Body.Close()
		}
		if err == nil && resp.StatusCode == http.StatusOK {
			cancel()
			return time.Since(begun)
		}
		if ctx.Err() != nil {
			cancel()
			t.Fatalf("%s%s is not answered: %v", p.host, path, err)
		}
	}
}

// resident is how much memory the program has, in MiB, now and at most so far.
func (p *process) resident(t *testing.T) (now, most float64) {
	t.Helper()
	return p.memory(t, "VmRSS:"), p.memory(t, "VmHWM:")
}

// memory is what the system tells of the program's memory under a name, in MiB.
func (p *process) memory(t *testing.T, name string) float64 {
	t.Helper()
	status, err := os.Open(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) == 3 && fields[0] == name {
			kib, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			return kib / 1024
		}
	}
	t.Fatalf("nothing is told of %s", name)
	return 0
}

// free is an address that nobody listens on.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// get is the body of a page.
func (p *process) get(t *testing.T, path string) []byte {
	t.Helper()
	resp, err := http.Get("http://" + p.host + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(resp.Body); err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v", path, resp.StatusCode, err)
	}
	return body.Bytes()
}
