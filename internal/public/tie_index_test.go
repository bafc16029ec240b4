package public_test

import (
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

// many makes the register so large that the directory rests on summaries that are kept.
func (s site) many(t *testing.T) {
	t.Helper()
	s.exec(t, `insert into cities (slug, name_id, name_en, country, lat, lon, standing)
		select 'kota-' || n, 'Kota ' || to_char(n, '000'), 'City ' || n, 'NL', 50, n % 90, case n % 4 when 0 then 'unproven' else 'partner' end
		from generate_series(1, 600) n`)
	s.exec(t, "delete from stale_ties") // as in a register that had few until now
}

func TestDirectoryOfManyTiesCountsAndShowsWhatIsThereAtOnce(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	doc := s.page(t, "/mitra?country=NL&standing=partner")
	if option := words(doc.Find(`select[name="standing"] option[value="unproven"]`)); !strings.HasSuffix(option, "(150)") {
		t.Errorf("claims are counted as %q", option)
	}
	if n := len(ties(s.page(t, "/mitra?country=NL&standing=partner&page=18"))); n != 25 {
		t.Errorf("the last part but none shows %d cities", n)
	}
	s.exec(t, `update cities set standing = 'ended' where slug = 'kota-1'`)
	if option := words(s.page(t, "/mitra?country=NL").Find(`select[name="standing"] option[value="ended"]`)); !strings.HasSuffix(option, "(1)") {
		t.Errorf("what was written is counted as %q", option)
	}
	s.exec(t, `delete from cities where slug = 'kota-2'`)
	if names := cities(s.page(t, "/mitra?q=kota+002")); len(names) != 0 {
		t.Errorf("a city that is gone is shown: %q", names)
	}
}

func TestVeryManyClaimsGoOnOverFurtherParts(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	first := s.page(t, "/mitra?country=NL&standing=unproven")
	if n := first.Find("#klaim .records-title").Length(); n != 100 {
		t.Errorf("the first part shows %d claims, want 100", n)
	}
	next, _, _ := strings.Cut(first.Find(`.pager a[rel="next"]`).AttrOr("href", ""), "#")
	if n := s.page(t, next).Find("#klaim .records-title").Length(); n != 50 {
		t.Errorf("the second part, %q, shows %d claims, want 50", next, n)
	}
}

func TestListsOfFewTiesRestOnWhatIsKeptUntilSomethingIsWritten(t *testing.T) {
	s := openOwn(t)
	if err := s.store.TendSummaries(t.Context(), today); err != nil {
		t.Fatal(err)
	}
	s.exec(t, `update tie_summaries set said = jsonb_set(said, '{name,id}', '"Dari simpanan"') where said ->> 'slug' = 'suwon'`)
	if names := cities(s.page(t, "/mitra")); !slices.Contains(names, "Dari simpanan") {
		t.Errorf("what is kept is not read: %q", names)
	}
	s.exec(t, "update cities set name_id = 'Liuzhou Baru' where slug = 'liuzhou'")
	if names := cities(s.page(t, "/mitra")); !slices.Contains(names, "Liuzhou Baru") || !slices.Contains(names, "Suwon") {
		t.Errorf("what was written is not read: %q", names)
	}
}

// TestSummariesAreReadAnewOnceHalfOfThemWereRenewed is of memory: what a renewed one took the place of stays until all are read anew.
func TestSummariesAreReadAnewOnceHalfOfThemWereRenewed(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	face := s.face()
	kept := func() *portal.Summary {
		t.Helper()
		all, err := face.Summaries(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range all {
			if one.Slug == "kota-600" {
				return one
			}
		}
		t.Fatal("a place has no summary")
		return nil
	}
	first := kept()
	for _, write := range []struct {
		places string
		anew   bool
	}{{"slug = 'kota-1'", false}, {"slug ~ '^kota-[1-4]'", false}, {"slug = 'kota-1'", true}, {"slug = 'kota-2'", false}} {
		s.exec(t, "update cities set region = region || '.' where "+write.places)
		if now := kept(); (now != first) != write.anew {
			t.Errorf("after a write to %s all are read anew: %v", write.places, now != first)
		} else {
			first = now
		}
	}
}
