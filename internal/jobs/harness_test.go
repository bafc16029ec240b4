package jobs_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/jobs"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	storetest.Main(m)
}

// today is a day after the last fact of the seeds, at noon in Bandung.
var today = time.Date(2026, time.November, 20, 5, 0, 0, 0, time.UTC)

// house is a database with nodes that work on it.
type house struct {
	*store.Store
	t    *testing.T
	pool *pgxpool.Pool
}

func newHouse(t *testing.T) house {
	t.Helper()
	t.Parallel()
	pool := storetest.Pool(t)
	h := house{Store: store.New(pool), t: t, pool: pool}
	h.exec("update agreements set in_force_until = null") // so that nobody is reminded of anything but what a test is about
	return h
}

// node begins to work on the queue, as the settings of the test say.
func (h house) node(change func(*jobs.Config)) *jobs.Crew {
	h.t.Helper()
	c := jobs.Config{
		Store: h.Store, Now: func() time.Time { return today }, ContactDays: 180, Forget: func(string) error { return nil },
		Pause: func(int) time.Duration { return 50 * time.Millisecond }, Poll: 100 * time.Millisecond,
	}
	if change != nil {
		change(&c)
	}
	crew, err := jobs.Start(h.t.Context(), h.pool, c)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = crew.Stop(context.Background()) })
	return crew
}

// until waits until a question has a yes for its answer; the work of others is waited for, so that there is no other way to know.
func (h house) until(what, sql string, args ...any) {
	h.t.Helper()
	const patience, pause = 30 * time.Second, 20 * time.Millisecond
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(pause) {
		if h.yes(sql, args...) {
			return
		}
	}
	h.t.Fatalf("it never came to this: %s", what)
}

func (h house) yes(sql string, args ...any) (is bool) {
	h.t.Helper()
	if err := h.pool.QueryRow(context.Background(), sql, args...).Scan(&is); err != nil {
		h.t.Fatal(err)
	}
	return is
}

func (h house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.pool.Exec(context.Background(), sql, args...); err != nil {
		h.t.Fatal(err)
	}
}
