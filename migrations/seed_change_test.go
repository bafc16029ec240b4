package migrations_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestEverySeededRecordFollowsTheRulesAndHasOneChange(t *testing.T) {
	t.Parallel()
	r := readRegister(t)
	checkRecords(t, r, r.store.Cities)
	checkRecords(t, r, r.store.Agreements)
	checkRecords(t, r, r.store.Steps)
	checkRecords(t, r, r.store.Approvals)
	checkRecords(t, r, r.store.Promises)
	checkRecords(t, r, r.store.Programs)
	checkRecords(t, r, r.store.Activities)
	checkRecords(t, r, r.store.Outcomes)
	checkRecords(t, r, r.store.Venues)
	checkRecords(t, r, r.store.Mirrors)
	checkRecords(t, r, r.store.Sources)
	checkRecords(t, r, r.store.Sectors)
	checkRecords(t, r, r.store.Limits)
}

func checkRecords[R any](t *testing.T, r register, records store.Records[R]) {
	t.Helper()
	for _, record := range all(t, records) {
		meta := records.Meta(record)
		named := store.Named{Kind: records.Kind(), ID: meta.ID}
		if err := records.Check(record); err != nil {
			t.Errorf("%s %d: %v", named.Kind, named.ID, err)
		}
		history, err := r.store.History(t.Context(), named.Kind, named.ID)
		if err != nil || len(history) != 1 {
			t.Errorf("%s %d: %d changes, %v", named.Kind, named.ID, len(history), err)
			continue
		}
		change := history[0]
		recalled, err := records.Record(change.After)
		if err != nil {
			t.Fatal(err)
		}
		after := snapshot(t, records, recalled, portal.Evidence{Citations: change.After.Citations, Rulings: change.After.Rulings})
		live := snapshot(t, records, record, r.evidence(named))
		same(t, change.Key+" version", meta.Version, 1)
		same(t, change.Key+" author", change.Author, portal.Seed)
		same(t, change.Key+" key", strings.HasPrefix(change.Key, "seed:"+string(named.Kind)+":"), true)
		same(t, change.Key+" is titled and explained", change.Title != "" && change.Reason != "", true)
		same(t, change.Key+" starts from nothing", change.Before.Empty() && change.BaseVersion == 0, true)
		same(t, change.Key+" differs from the live record in", strings.Join(portal.Differences(after, live), " "), "")
		for name := range change.After.Fields {
			_, column := live.Fields[name]
			same(t, change.Key+" names the column "+name, column, true)
		}
	}
}

func snapshot[R any](t *testing.T, records store.Records[R], record R, evidence portal.Evidence) portal.Snapshot {
	t.Helper()
	s, err := records.Snapshot(record, evidence)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSeedsGoDownAndUpAgain(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	before, _, err := s.Counts(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	takeBack(t, pool, "00010") // every seed stands behind it; of the tables made later, the seeds are gone with the tables
	for _, table := range tables(t, pool) {
		var left int
		if err := pool.QueryRow(t.Context(), "select count(*) from "+table).Scan(&left); err != nil {
			t.Fatal(err)
		}
		same(t, "rows left in "+table, left, 0)
	}
	if err := store.MigrateUp(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
	after, _, err := s.Counts(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "records again", maps.Equal(before, after), true)
}

// takeBack takes the steps from a number on back, the newest first.
func takeBack(t *testing.T, pool *pgxpool.Pool, from string) {
	t.Helper()
	steps, err := store.Migrations(t.Context(), pool)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		if step.Name < from {
			continue
		}
		if err := store.MigrateDown(t.Context(), pool); err != nil {
			t.Fatal(err)
		}
	}
}

// tables lists the tables of the register as they are now.
func tables(t *testing.T, pool *pgxpool.Pool) []string {
	t.Helper()
	rows, err := pool.Query(t.Context(),
		`select table_name
		from information_schema.tables
		where table_schema = 'public'
			and table_type = 'BASE TABLE'
			and table_name not like 'goose%'`)
	if err != nil {
		t.Fatal(err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil || len(names) < 10 {
		t.Fatalf("%d tables, %v", len(names), err)
	}
	return names
}
