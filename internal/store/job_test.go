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

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
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
