package store_test

import (
	"context"
	"io"
	"log/slog"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/internal/watch"
)

func TestQueueIsWhatItsLibraryWouldMake(t *testing.T) {
	t.Parallel()
	ours := storetest.Pool(t)
	theirs, err := store.Open(storetest.Empty(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(theirs.Close)
	quiet := &rivermigrate.Config{Logger: slog.New(slog.NewTextHandler(io.Discard, nil))}
	library, err := rivermigrate.New(riverpgxv5.New(theirs), quiet)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Migrate(t.Context(), rivermigrate.DirectionUp, nil); err != nil {
		t.Fatal(err)
	}
	want, got := queueParts(t, theirs), queueParts(t, ours)
	for _, part := range want {
		if !slices.Contains(got, part) {
			t.Errorf("lacks %s", part)
		}
	}
	for _, part := range got {
		if !slices.Contains(want, part) {
			t.Errorf("has %s", part)
		}
	}
	if len(want) < 50 {
		t.Errorf("only %d parts were compared", len(want))
	}
	checked, err := rivermigrate.New(riverpgxv5.New(ours), quiet)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := checked.Validate(t.Context(), nil); err != nil || !v.OK {
		t.Errorf("the library finds %v, %v", v, err)
	}
}

func TestWorkIsPutOnTheQueueAsItsLibraryWould(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	ear, err := pool.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer ear.Release()
	if _, err := ear.Exec(t.Context(), `listen "public.river_insert"`); err != nil {
		t.Fatal(err)
	}
	if err := store.New(pool).Put(watch.WithID(t.Context(), "request 7"), portal.TellAuthor{ChangeID: 7, Revision: 2}); err != nil {
		t.Fatal(err)
	}
	rows, err := pool.Query(t.Context(), `
		select (to_jsonb(j) - '{id,created_at,scheduled_at}'::text[])::text || (j.scheduled_at <= clock_timestamp())
		from river_job j
		where kind = $1`, portal.TellAuthor{}.Kind())
	if err != nil {
		t.Fatal(err)
	}
	if put, err := pgx.CollectRows(rows, pgx.RowTo[string]); err != nil || len(put) != 2 || put[0] != put[1] {
		t.Errorf("%q, %v", put, err)
	}
	if _, err := pool.Exec(t.Context(), "select pg_notify('public.river_insert', 'end')"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"queue": "default"}`, "end"} { // the same twice within a transaction is heard once
		if heard, err := ear.Conn().WaitForNotification(t.Context()); err != nil || heard.Payload != want {
			t.Errorf("the queue is told %v, %v", heard, err)
		}
	}
}

// queueParts are the columns, constraints, indexes, functions and choices of the queue, each in one line.
func queueParts(t *testing.T, pool *pgxpool.Pool) []string {
	t.Helper()
	rows, err := pool.Query(context.Background(), `
		select concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, character_maximum_length, is_nullable, column_default)
		from information_schema.columns
		where table_name like 'river\_%'
		union all
		select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
		from pg_constraint
		where conrelid::regclass::text like 'river\_%'
			and contype <> 'n'
		union all
		select 'index ' || indexdef
		from pg_indexes
		where tablename like 'river\_%'
		union all
		select concat_ws(' ', 'function', proname, pg_get_function_arguments(oid), regexp_replace(lower(prosrc), '\s+', ' ', 'g'))
		from pg_proc
		where proname like 'river\_%'
		union all
		select concat_ws(' ', 'choice', typname, enumlabel)
		from pg_enum
		join pg_type on pg_type.oid = enumtypid
		union all
		select concat_ws(' ', 'table', relname, relpersistence)
		from pg_class
		where relname like 'river\_%'
			and relkind = 'r'`)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return parts
}
