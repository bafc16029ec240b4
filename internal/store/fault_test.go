package store_test

import (
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// wire is the way of a store to its database, on which one message is lost: the nth that goes out, or the answer to it.
type wire struct {
	breaksAt atomic.Int64 // 0 for never
	sent     atomic.Int64
	deaf     bool // the message arrives, and its answer does not
}

// lossy is a connection over the wire.
type lossy struct {
	net.Conn
	wire *wire
	lost atomic.Bool
}

func (l *lossy) Write(p []byte) (int, error) {
	at := l.wire.breaksAt.Load()
	if at == 0 || l.wire.sent.Add(1) != at {
		return l.Conn.Write(p)
	}
	l.wire.breaksAt.Store(0)
	l.lost.Store(true)
	if l.wire.deaf {
		return l.Conn.Write(p)
	}
	_ = l.Close()
	return 0, &net.OpError{Op: "write", Net: "unix", Err: syscall.EPIPE}
}

func (l *lossy) Read(p []byte) (int, error) {
	n, err := l.Conn.Read(p)
	if l.lost.Load() {
		_ = l.Close()
		return 0, io.EOF
	}
	return n, err
}

// lossyName is what connections over a wire call themselves.
const lossyName = "lossy"

// over returns a store over the wire, with connections that are made already.
func (w *wire) over(t *testing.T, like *pgxpool.Pool) (*store.Store, func()) {
	t.Helper()
	config := like.Config()
	config.ConnConfig.RuntimeParams["application_name"] = lossyName
	dial := config.ConnConfig.DialFunc
	config.ConnConfig.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := dial(ctx, network, address)
		return &lossy{Conn: c, wire: w}, err
	}
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err == nil {
		err = pool.Ping(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return store.New(pool), pool.Close
}

// broken does something over a wire that breaks at the nth message, until the database has noticed that its client is gone.
func broken(t *testing.T, watch *pgxpool.Pool, nth int64, deaf bool, do func(*store.Store) error) (error, bool) {
	t.Helper()
	w := &wire{deaf: deaf}
	s, leave := w.over(t, watch)
	w.breaksAt.Store(nth)
	err := do(s)
	broke := w.breaksAt.Swap(0) == 0
	leave()
	for left := 1; left > 0; {
		row := watch.QueryRow(t.Context(), "select count(*)\nfrom pg_stat_activity\nwhere datname = current_database()\n\tand application_name = $1", lossyName)
		if err := row.Scan(&left); err != nil {
			t.Fatal(err)
		}
	}
	return err, broke
}

// shape is what a database holds: of every table the number of rows, and in exact which transactions have written them.
type shape struct{ rows, exact string }

func shapeOf(t *testing.T, pool *pgxpool.Pool) (s shape) {
	t.Helper()
	names, err := queryAll(t, pool, "select format('%I', table_name)\nfrom information_schema.tables\nwhere table_schema = 'public'\n\tand table_type = 'BASE TABLE'\norder by 1")
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"select 'changes ' || state || ' ' || count(*) || ' ' || sum(revision), '' from changes group by state"}
	for _, name := range names {
		parts = append(parts, "select '"+name+" ' || count(*), coalesce(sum(xmin::text::bigint), 0)::text from "+name)
	}
	rows, err := pool.Query(t.Context(), strings.Join(parts, "\nunion all\n"))
	if err != nil {
		t.Fatal(err)
	}
	var one, sum string
	var counts, sums []string
	if _, err := pgx.ForEachRow(rows, []any{&one, &sum}, func() error {
		counts, sums = append(counts, one), append(sums, sum)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(counts)
	return shape{rows: strings.Join(counts, "\n"), exact: strings.Join(sums, "\n")}
}

func queryAll(t *testing.T, pool *pgxpool.Pool, sql string) ([]string, error) {
	t.Helper()
	rows, err := pool.Query(t.Context(), sql)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func TestWriteWhoseConnectionBreaksAtAnyMessageIsDoneWhollyOrNotAtAll(t *testing.T) {
	t.Parallel()
	for name, ready := range writes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			done := breaks(t, ready, false, shape{})
			breaks(t, ready, true, done)
		})
	}
}

// breaks does a write again and again, each time with the next of its messages lost, or unanswered, until it passes. Nothing of it may
// be there before; where its last answer was lost all of it is there, and doing it again adds nothing.
func breaks(t *testing.T, ready func(desk) func(*store.Store) error, deaf bool, done shape) shape {
	t.Helper()
	pool := storetest.Pool(t)
	do := ready(deskOver(t, store.New(pool)))
	before := shapeOf(t, pool)
	for nth := int64(1); ; nth++ {
		err, broke := broken(t, pool, nth, deaf, do)
		if broke && err != nil && !store.Away(err) {
			t.Errorf("message %d: the site would call it a fault of its own: %v", nth, err)
		}
		now := shapeOf(t, pool)
		switch {
		case !broke && err != nil:
			t.Fatalf("nothing broke, and yet: %v", err)
		case !broke:
			if nth < 4 {
				t.Errorf("it is done after %d messages", nth)
			}
			return now
		case err == nil:
			t.Fatalf("message %d of it was lost, and it is said to be done", nth)
		case now.exact == before.exact:
			continue
		case !deaf:
			t.Fatalf("message %d: a part of it is there\n%s", nth, difference(before.rows, now.rows))
		case now.rows != done.rows:
			t.Fatalf("answer %d: it is neither done nor undone\n%s", nth, difference(done.rows, now.rows))
		}
		return again(t, pool, do, done)
	}
}

// again does what was done already, as somebody would who never heard of it.
func again(t *testing.T, pool *pgxpool.Pool, do func(*store.Store) error, done shape) shape {
	t.Helper()
	if err := do(store.New(pool)); store.Away(err) {
		t.Errorf("a second time: %v", err)
	} else if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code[:2] != "23" {
		t.Errorf("a second time: %v", err)
	}
	now := shapeOf(t, pool)
	if now.rows != done.rows && !repeatable(t.Name()) {
		t.Errorf("done a second time it is there twice\n%s", difference(done.rows, now.rows))
	}
	return now
}

// repeatable are writes that somebody may well do twice, and of which the audit trail then tells twice.
func repeatable(name string) bool { return strings.HasSuffix(name, "/set_a_password") }

// difference is the lines of two texts that are not in both.
func difference(a, b string) string {
	was, is := strings.Split(a, "\n"), strings.Split(b, "\n")
	var said []string
	for _, line := range was {
		if !slices.Contains(is, line) {
			said = append(said, "- "+line)
		}
	}
	for _, line := range is {
		if !slices.Contains(was, line) {
			said = append(said, "+ "+line)
		}
	}
	return strings.Join(said, "\n")
}
