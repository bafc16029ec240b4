package e2e

import (
	"context"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/auth"
	"kotakembar/internal/jobs"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// house is the whole program on a port of this machine, over a database of its own.
type house struct {
	url   string
	store *store.Store
	pool  *pgxpool.Pool
	files *media.Store
	ahead *atomic.Int64 // of the real clock
}

func open(t *testing.T, change ...func(c *server.Config, home string)) house {
	t.Helper()
	listening := httptest.NewUnstartedServer(nil)
	home := "http://" + listening.Listener.Addr().String()
	files, err := media.Open(t.TempDir(), media.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	ahead := new(atomic.Int64)
	config := server.Config{
		Hosts: []string{"127.0.0.1", "localhost"}, Files: files, Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) },
	}
	for _, set := range change {
		set(&config, home)
	}
	program, err := server.New(config)
	if err != nil {
		t.Fatal(err)
	}
	pool := storetest.Pool(t)
	h := house{url: home, pool: pool, store: store.New(pool), files: files, ahead: ahead}
	program.Open(t.Context(), h.store)
	listening.Config.Handler = program
	listening.Listener = program.Ahead(listening.Listener)
	listening.Start()
	t.Cleanup(listening.Close)
	return h
}

// known gives the house its own address as the one that others know it by.
func known(c *server.Config, home string) { c.BaseURL = home }

// later lets time pass.
func (h house) later(d time.Duration) { h.ahead.Add(int64(d)) }

// now is what the clock of the house says.
func (h house) now() time.Time { return time.Now().Add(time.Duration(h.ahead.Load())) }

// work has one crew do what waits in the queue and what the clock brings, until the test or stop ends it.
func (h house) work(t *testing.T, change ...func(*jobs.Config)) (stop func()) {
	t.Helper()
	config := jobs.Config{
		Store: h.store, Home: h.url, Now: h.now, ContactDays: 180, Forget: func(string) error { return nil }, Poll: 100 * time.Millisecond,
	}
	for _, set := range change {
		set(&config)
	}
	crew, err := jobs.Start(t.Context(), h.pool, config)
	if err != nil {
		t.Fatal(err)
	}
	stop = sync.OnceFunc(func() { _ = crew.Stop(context.Background()) })
	t.Cleanup(stop)
	return stop
}

// until waits until a question has a yes for its answer; what the crew does in the background cannot be known otherwise.
func (h house) until(t *testing.T, what, sql string) {
	t.Helper()
	const pause = 50 * time.Millisecond
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(pause) {
		var is bool
		if err := h.pool.QueryRow(t.Context(), sql).Scan(&is); err != nil {
			t.Fatal(err)
		}
		if is {
			return
		}
	}
	t.Fatalf("it never came to this: %s", what)
}

// write runs a sentence of SQL: what only time or the world outside brings about.
func (h house) write(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := h.pool.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}

// password is everybody's here.
const password = "empat jendela menyala"

// employ adds a person to the staff; the name is also that of the mailbox.
func (h house) employ(t *testing.T, name string, role portal.Role) portal.Staff {
	t.Helper()
	hash, err := auth.Hash(password)
	if err != nil {
		t.Fatal(err)
	}
	p := portal.Staff{Name: name, Email: strings.ToLower(name) + "@bandung.example", Role: role, PasswordHash: hash}
	if p.ID, err = h.store.AddStaff(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return p
}
