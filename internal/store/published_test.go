package store_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// reader notes what it is told.
type reader struct{ opened, renewed, forgot atomic.Int64 }

func (r *reader) Open(time.Duration)  { r.opened.Add(1) }
func (r *reader) Renew(time.Duration) { r.renewed.Add(1) }
func (r *reader) Forget()             { r.forgot.Add(1) }
func (r *reader) Shut()               {}

// listening is a node that hears what is published, until it is told to leave.
func listening(t *testing.T, pool *pgxpool.Pool) (p *store.Published, r *reader, leave func()) {
	t.Helper()
	p, r = store.NewPublished(pool), &reader{}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); p.Follow(ctx, r) }()
	leave = func() { stop(); <-done }
	t.Cleanup(leave)
	waits(t, func() bool { return r.opened.Load() > 0 })
	return p, r, leave
}

// waits waits for what other connections bring about.
func waits(t *testing.T, holds func() bool) {
	t.Helper()
	for begun := time.Now(); !holds(); time.Sleep(time.Millisecond) {
		if time.Since(begun) > 20*time.Second {
			t.Fatal("not so after 20 s")
		}
	}
}

func TestNobodyWaitsForAReaderThatIsShut(t *testing.T) {
	t.Parallel()
	if err := store.NewPublished(storetest.Pool(t)).CatchUp(t.Context()); err != nil {
		t.Errorf("a post waits for what nobody listens to: %v", err)
	}
}

func TestWhoPublishesWaitsUntilEveryNodeHasHeardOfIt(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	one, here, _ := listening(t, pool)
	_, there, _ := listening(t, pool)
	for n := int64(1); n <= 20; n++ {
		if _, err := pool.Exec(t.Context(), "update cities set lat = lat where slug = 'suwon'"); err != nil {
			t.Fatal(err)
		}
		if err := one.CatchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		if h, th := here.forgot.Load(), there.forgot.Load(); h < n || th < n {
			t.Fatalf("after %d publications one node has heard of %d, the other of %d", n, h, th)
		}
	}
	waits(t, func() bool { return there.renewed.Load() > 0 })
}

func TestNodeThatWasLostIsWaitedForUntilItKeepsNoPageAndNoLonger(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	one, _, _ := listening(t, pool)
	_, _, leave := listening(t, pool)
	leave() // in order, so that nobody waits
	quick := took(t, one)
	if _, err := pool.Exec(t.Context(), "insert into nodes (name) values ('lost')"); err != nil {
		t.Fatal(err)
	}
	if slow := took(t, one); slow < time.Second || slow > 4*time.Second {
		t.Errorf("for a node that was lost just now one waits %v", slow)
	}
	if again := took(t, one); again > time.Second || quick > time.Second {
		t.Errorf("one waits %v for a node that left in order, and %v for one that was lost before", quick, again)
	}
}

func took(t *testing.T, p *store.Published) time.Duration {
	t.Helper()
	begun := time.Now()
	if err := p.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	return time.Since(begun)
}
