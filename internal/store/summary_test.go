package store_test

import (
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
	kept := map[int64]portal.Summary{}
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
			kept[one.CityID] = one
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

func summariesAnew(t *testing.T, st *store.Store, today time.Time) map[int64]portal.Summary {
	t.Helper()
	cities, err := st.Cities.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ties, _, err := st.Ties(t.Context(), cities)
	if err != nil {
		t.Fatal(err)
	}
	anew := map[int64]portal.Summary{}
	for _, tie := range ties {
		s := tie.Summary(today)
		if len(s.Aliases) == 0 { // as JSON leaves them out
			s.Aliases = nil
		}
		anew[s.CityID] = s
	}
	return anew
}
