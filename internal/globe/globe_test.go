package globe_test

import (
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/globe"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

var day = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

func first(portal.Kind) int64 { return 1000 }

func made(ties int) []portal.Tie {
	w := globe.New(7, day, ties, []string{"EDU", "CUL", "WST", "ECO"}, first)
	sources := w.Sources()
	list := w.Ties(0, ties)
	for _, t := range list {
		for i, c := range t.Evidence {
			t.Evidence[i].Source = sources[c.SourceID-sources[0].ID]
		}
	}
	return list
}

func TestMadeUpRecordsKeepTheRulesOfTheirKinds(t *testing.T) {
	t.Parallel()
	for _, tie := range made(400) {
		for _, err := range problems(tie) {
			if err != nil {
				t.Fatalf("%s: %v", tie.City.Name.EN, err)
			}
		}
	}
}

func problems(t portal.Tie) []error {
	found := []error{t.City.Check()}
	found = append(found, checked(t.Agreements, portal.Agreement.Check)...)
	found = append(found, checked(t.Steps, portal.Step.Check)...)
	found = append(found, checked(t.Approvals, portal.Approval.Check)...)
	found = append(found, checked(t.Promises, portal.Promise.Check)...)
	found = append(found, checked(t.Programs, portal.Program.Check)...)
	found = append(found, checked(t.Outcomes, portal.Outcome.Check)...)
	found = append(found, checked(t.Activities, portal.Activity.Check)...)
	found = append(found, checked(t.Venues, portal.Venue.Check)...)
	return append(found, checked(t.Mirrors, portal.Mirror.Check)...)
}

func checked[R any](list []R, check func(R) error) []error {
	var found []error
	for _, one := range list {
		found = append(found, check(one))
	}
	return found
}

// TestFewTiesAreLivelyAndManySilent keeps the world as skewed as the real one.
func TestFewTiesAreLivelyAndManySilent(t *testing.T) {
	t.Parallel()
	var papers, programs, silent, lively int
	labels, scripts := map[portal.Label]int{}, map[string]int{}
	ties := made(1500)
	for _, tie := range ties {
		papers, programs = papers+len(tie.Agreements), programs+len(tie.Programs)
		switch n := len(tie.Activities); {
		case n == 0:
			silent++
		case n >= 60:
			lively++
		}
		labels[tie.Vitality(day).Label]++
		scripts[tie.City.NativeLang]++
	}
	per := func(n int) float64 { return float64(n) / float64(len(ties)) }
	if p := per(papers); p < 1.7 || p > 2.3 {
		t.Errorf("%.2f agreements a tie, want about two", p)
	}
	if p := per(programs); p < 8 || p > 12 {
		t.Errorf("%.2f programs a tie, want about ten", p)
	}
	if s, l := per(silent), per(lively); s < .2 || l == 0 || l > .05 {
		t.Errorf("%.2f are silent, %.3f very lively", s, l)
	}
	if len(labels) != len(portal.Labels) || len(scripts) < 10 {
		t.Errorf("labels %v, scripts %v", labels, scripts)
	}
}

func fill(t *testing.T, pool *pgxpool.Pool, o globe.Order) error {
	t.Helper()
	return globe.Fill(t.Context(), store.New(pool), o, func(string) {})
}

func TestSameSeedMakesTheSameWorld(t *testing.T) {
	t.Parallel()
	var worlds []string
	for range 2 {
		pool := storetest.Pool(t)
		if err := fill(t, pool, globe.Order{Seed: 3, Day: day, Ties: 40}); err != nil {
			t.Fatal(err)
		}
		worlds = append(worlds, text(t, pool, `select md5(string_agg(c::text, '' order by id)) || (select md5(string_agg(a::text, '' order by id)) from activities a)
			|| (select md5(string_agg(concat(kind, record_id, after, decided_at), '' order by kind, record_id, base_version)) from changes where author_id is not null)
			from cities c`))
	}
	if worlds[0] != worlds[1] {
		t.Error("two worlds of one seed differ")
	}
}

func text(t *testing.T, pool *pgxpool.Pool, sql string) (said string) {
	t.Helper()
	if err := pool.QueryRow(t.Context(), sql).Scan(&said); err != nil {
		t.Fatal(err)
	}
	return said
}

// TestWorldLeavesWhatTheDoorOfChangesWouldHaveLeft looks for records without history, with another history, or that nobody finds.
func TestWorldLeavesWhatTheDoorOfChangesWouldHaveLeft(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	if err := fill(t, pool, globe.Order{Seed: 5, Day: day, Ties: 300}); err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ kind, table string }{
		{"city", "cities"}, {"agreement", "agreements"}, {"program", "programs"}, {"activity", "activities"}, {"step", "steps"},
	} {
		seeds := "(select max(record_id) from changes where kind = '" + one.kind + "' and key like 'seed:%')"
		untold := text(t, pool, `select count(*)::text
			from `+one.table+` r
			where id > `+seeds+` and not exists (
				select from changes c
				where c.kind = '`+one.kind+`' and c.record_id = r.id and c.state = 'applied'
					and c.base_version = r.version - 1
					and c.after = jsonb_build_object('fields', to_jsonb(r) - 'id' - 'version') || seed_evidence('`+one.kind+`', r.id))`)
		unfound := text(t, pool, "select count(*)::text from "+one.table+" r where not exists (select from search_documents d where d.kind = '"+
			one.kind+"' and d.record_id = r.id) and id > "+seeds)
		if untold != "0" || unfound != "0" {
			t.Errorf("%s: %s without their history, %s that nobody finds", one.table, untold, unfound)
		}
	}
	if n := text(t, pool, "select count(*)::text from search_documents where above = '' and above_kind = 'city' and record_id > 1000"); n != "0" {
		t.Errorf("%s documents lack the names of their city", n)
	}
	if n := text(t, pool, "select count(*)::text from pg_indexes where tablename = 'search_documents' and indexdef like '%USING gin%'"); n != "6" {
		t.Errorf("%s indexes of words, want six", n)
	}
}

func TestRegisterInWhichStaffHaveWrittenIsNotFilled(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	if err := fill(t, pool, globe.Order{Seed: 1, Day: day, Ties: 2}); err != nil {
		t.Fatal(err)
	}
	if err := fill(t, pool, globe.Order{Seed: 2, Day: day, Ties: 2}); !errors.Is(err, store.ErrHoldsRecords) {
		t.Errorf("a second world came in: %v", err)
	}
	if n := text(t, pool, "select count(*)::text from staff where not disabled"); n != "0" {
		t.Errorf("%s people can sign in who came with the world", n)
	}
}
