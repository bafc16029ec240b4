package store_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// TestSummariesFollowWhateverWayTiesAreWritten compares what is kept with what the rules say of the ties anew.
func TestSummariesFollowWhateverWayTiesAreWritten(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	st, today := store.New(pool), time.Date(2026, 7, 1, 9, 0, 0, 0, portal.WIB)
	kept := map[int64]any{}
	var edition int64
	for _, sql := range []string{
		"delete from stale_ties", // of none a summary is kept yet
		"update activities set nature = 'protocol' where city_id = (select id from cities where slug = 'fort-worth')",
		"delete from citations where kind = 'activity' and record_id in (select id from activities where city_id = (select id from cities where slug = 'suwon'))",
		"update sources set quality = 'unverifiable'",
		"update agreements set in_force_until = '2020' where city_id = (select id from cities where slug = 'melbourne')",
		"update programs set agreement_ids = '{}'",
		"update programs set sectors = '{WAT}' where city_id = (select id from cities where slug = 'liuzhou')",
		"update outcomes set achieved = 3",
		"delete from steps",
		"truncate venues, mirrors cascade",
		"insert into cities (slug, name_id, name_en, country, lat, lon, standing) values ('baru', 'Baru', 'New', 'NL', 50, 5, 'partner')",
		"delete from cities where slug = 'baru'",
	} {
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		found, err := st.Summaries(t.Context(), edition, today)
		if err != nil {
			t.Fatal(err)
		}
		edition = found.Edition
		for _, one := range found.Said {
			kept[one.CityID] = saidBy(t, *one)
		}
		for _, id := range found.Gone {
			delete(kept, id)
		}
		if anew := summariesAnew(t, st, today); !reflect.DeepEqual(kept, anew) {
			t.Errorf("after %s, %d summaries are kept and %d true, or they differ", sql, len(kept), len(anew))
		}
	}
	before, err := st.TieMark(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Summaries(t.Context(), edition, today); err != nil {
		t.Fatal(err)
	}
	if after, err := st.TieMark(t.Context()); err != nil || after != before {
		t.Errorf("reading changes the mark from %v to %v, %v", before, after, err)
	}
}

func summariesAnew(t *testing.T, st *store.Store, today time.Time) map[int64]any {
	t.Helper()
	cities, err := st.Cities.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ties, _, err := st.Ties(t.Context(), cities)
	if err != nil {
		t.Fatal(err)
	}
	anew := map[int64]any{}
	for _, tie := range ties {
		anew[tie.City.ID] = saidBy(t, tie.Summary(today))
	}
	return anew
}

// saidBy is all that a summary says, whichever way its words are written.
func saidBy(t *testing.T, s portal.Summary) (says any) {
	t.Helper()
	written, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(written, &says)
	}
	if err != nil {
		t.Fatal(err)
	}
	return says
}

// TestSummariesOfFewTiesAreKeptForTheDay asks after each step whether what is kept may stand for the ties.
func TestSummariesOfFewTiesAreKeptForTheDay(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	st, today := store.New(pool), time.Date(2026, 7, 1, 9, 0, 0, 0, portal.WIB)
	kept := func(on time.Time) map[int64]any {
		t.Helper()
		list, err := st.KeptSummaries(t.Context(), on)
		if err != nil {
			t.Fatal(err)
		}
		byCity := map[int64]any{}
		for _, one := range list {
			byCity[one.CityID] = saidBy(t, *one)
		}
		return byCity
	}
	stale := func() int64 {
		t.Helper()
		mark, err := st.TieMark(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return mark.Stale
	}
	if n := len(kept(today)); n != 0 {
		t.Errorf("%d summaries are kept before any were made", n)
	}
	if err := st.TendSummaries(t.Context(), today); err != nil {
		t.Fatal(err)
	}
	if got, anew := kept(today), summariesAnew(t, st, today); stale() != 0 || !reflect.DeepEqual(got, anew) {
		t.Errorf("%d of %d summaries are kept, %d of them stale, or they say something else", len(got), len(anew), stale())
	}
	if n := len(kept(today.AddDate(0, 0, 1))); n != 0 {
		t.Errorf("%d summaries of yesterday stand for today", n)
	}
	if _, err := pool.Exec(t.Context(), "update activities set nature = 'protocol' where city_id = (select id from cities where slug = 'fort-worth')"); err != nil {
		t.Fatal(err)
	}
	if stale() == 0 {
		t.Error("nobody hears that a tie was written to")
	}
	if err := st.TendSummaries(t.Context(), today); err != nil {
		t.Fatal(err)
	}
	if got, anew := kept(today), summariesAnew(t, st, today); stale() != 0 || !reflect.DeepEqual(got, anew) {
		t.Errorf("after a write %d of %d summaries are kept, %d of them stale, or they say something else", len(got), len(anew), stale())
	}
}

// TestTurningOfTheDayGoesOnWhereItWasCutShort breaks the work off at a tie that cannot be written.
func TestTurningOfTheDayGoesOnWhereItWasCutShort(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	st, yesterday := store.New(pool), time.Date(2026, 7, 1, 9, 0, 0, 0, portal.WIB)
	today := yesterday.AddDate(0, 0, 1)
	exec := func(sql string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	count := func(sql string, args ...any) (n int) {
		t.Helper()
		if err := pool.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	exec(`insert into cities (slug, name_id, name_en, country, lat, lon, standing)
		select 'kota-' || n, 'Kota ' || n, 'City ' || n, 'NL', 50, 5, 'partner' from generate_series(1, 600) n`)
	if err := st.TendSummaries(t.Context(), yesterday); err != nil {
		t.Fatal(err)
	}
	exec(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no more'; end $$;
		create trigger refuse before insert on tie_summaries for each row when (new.city_id % 600 = 0) execute function refuse()`)
	if err := st.TendSummaries(t.Context(), today); err == nil {
		t.Fatal("the work is not cut short")
	}
	const ofToday = "select count(*) from tie_summaries where day = $1"
	if n := count(ofToday, today); n == 0 {
		t.Fatal("nothing was made before the cut")
	}
	exec(`drop trigger refuse on tie_summaries;
		create table made as select city_id, xmin::text as write from tie_summaries where day = (select max(day) from tie_summaries)`)
	if err := st.TendSummaries(t.Context(), today); err != nil {
		t.Fatal(err)
	}
	if n, all := count(ofToday, today), count("select count(*) from cities"); n != all {
		t.Errorf("%d of %d summaries are of today", n, all)
	}
	if n := count("select count(*) from made m join tie_summaries s on s.city_id = m.city_id where s.xmin::text <> m.write"); n != 0 {
		t.Errorf("%d summaries were made once more", n)
	}
}

func TestSummariesOfAnotherProgramAreMadeAnewBeforeListsRestOnThem(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	st, yesterday := store.New(pool), time.Date(2026, 7, 1, 9, 0, 0, 0, portal.WIB)
	exec := func(sql string) {
		t.Helper()
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	exec(`insert into cities (slug, name_id, name_en, country, lat, lon, standing)
		select 'kota-' || n, 'Kota ' || n, 'City ' || n, 'NL', 50, 5, 'partner' from generate_series(1, 600) n`)
	if err := st.TendSummaries(t.Context(), yesterday); err != nil {
		t.Fatal(err)
	}
	exec("update tie_summaries set rules = 'others', said = '{}' where city_id = (select id from cities where slug = 'suwon')")
	if err := st.AdoptSummaries(t.Context(), yesterday.AddDate(0, 0, 1)); err != nil {
		t.Fatal(err)
	}
	var anew int
	var slug string
	if err := pool.QueryRow(t.Context(), "select count(*), min(said ->> 'slug') from tie_summaries where day = $1", yesterday.AddDate(0, 0, 1)).Scan(&anew, &slug); err != nil {
		t.Fatal(err)
	}
	if anew != 1 || slug != "suwon" {
		t.Errorf("%d summaries were made anew, among them that of %q", anew, slug)
	}
}
