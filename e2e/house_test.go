package e2e

import (
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/auth"
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
	ahead *atomic.Int64 // of the real clock
}

func open(t *testing.T) house {
	t.Helper()
	files, err := media.Open(t.TempDir(), media.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	ahead := new(atomic.Int64)
	program, err := server.New(server.Config{
		Hosts: []string{"127.0.0.1", "localhost"}, Files: files, Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) },
	})
	if err != nil {
		t.Fatal(err)
	}
	pool := storetest.Pool(t)
	h := house{pool: pool, store: store.New(pool), ahead: ahead}
	program.Open(h.store)
	listening := httptest.NewUnstartedServer(program)
	listening.Listener = program.Ahead(listening.Listener)
	listening.Start()
	t.Cleanup(listening.Close)
	h.url = listening.URL
	return h
}

// later lets time pass.
func (h house) later(d time.Duration) { h.ahead.Add(int64(d)) }

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
