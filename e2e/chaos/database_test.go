package chaos

import (
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	toxiproxy "github.com/Shopify/toxiproxy/v2"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/rs/zerolog"

	"kotakembar/internal/localpg"
)

// database is a PostgreSQL of its own, and a way to it that can be broken.
type database struct {
	t    *testing.T
	data string
	way  *toxiproxy.Proxy
	url  string        // over the way
	pool *pgxpool.Pool // beside it, for those who compare
}

func newDatabase(t *testing.T) *database {
	t.Helper()
	dir, err := os.MkdirTemp("", "kotakembar-chaos-db-")
	if err == nil {
		err = os.Chmod(dir, 0o755) // the server runs as another user
	}
	if err != nil {
		t.Fatal(err)
	}
	server, err := localpg.Start(t.Context(), localpg.Config{Dir: dir, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Stop()
		_ = os.RemoveAll(dir)
	})
	d := &database{t: t, data: filepath.Join(dir, "data")}
	d.pool, err = pgxpool.New(t.Context(), server.URL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.pool.Close)
	d.way = newWay(t, socket(t, server.URL()))
	d.url = "postgres://kotakembar@" + d.way.Listen + "/kotakembar?sslmode=disable"
	return d
}

// socket opens a TCP address for a server that listens on a socket alone.
func socket(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			go pass(near, u.Query().Get("host")+"/.s.PGSQL.5432")
		}
	}()
	return listener.Addr().String()
}

func pass(near net.Conn, socket string) {
	defer near.Close()
	far, err := net.Dial("unix", socket)
	if err != nil {
		return
	}
	defer far.Close()
	go func() { _, _ = io.Copy(near, far); _ = near.Close() }()
	_, _ = io.Copy(far, near)
}

// newWay is a way to an address that can be broken.
func newWay(t *testing.T, to string) *toxiproxy.Proxy {
	t.Helper()
	way := toxiproxy.NewProxy(toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop()), "way", "127.0.0.1:0", to)
	if err := way.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(way.Stop)
	return way
}

// poison has something go wrong on a way, until heal.
func poison(t *testing.T, way *toxiproxy.Proxy, toxic string) {
	t.Helper()
	if _, err := way.Toxics.AddToxicJson(strings.NewReader(toxic)); err != nil {
		t.Fatal(err)
	}
}

func heal(t *testing.T, way *toxiproxy.Proxy) { way.Toxics.ResetToxics(t.Context()) }

// kill ends the server at once; its keeper starts it again.
func (d *database) kill() {
	d.t.Helper()
	note, err := os.ReadFile(filepath.Join(d.data, "postmaster.pid"))
	if err != nil {
		d.t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(note), "\n")
	pid, err := strconv.Atoi(first)
	if err == nil {
		err = syscall.Kill(pid, syscall.SIGKILL)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *database) number(sql string, args ...any) (n int) {
	d.t.Helper()
	if err := d.pool.QueryRow(d.t.Context(), sql, args...).Scan(&n); err != nil {
		d.t.Fatal(err)
	}
	return n
}
