package public_test

import (
	"fmt"
	"testing"
)

func TestLongListsOfAPartnerAreFoldedAndLoseNothing(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/mitra/braunschweig")
	for heading, of := range map[string]string{
		"Kegiatan": "activities where city_id = seed_id('city', 'braunschweig')",
		"Program":  "programs where city_id = seed_id('city', 'braunschweig') or seed_id('agreement', 'braunschweig') = any(agreement_ids)",
	} {
		part := section(doc, heading)
		shown, folded := part.ChildrenFiltered(".records").Children().Length(), part.Find("details.fold > .records > li").Length()
		var all int
		if err := s.pool.QueryRow(t.Context(), "select count(*) from "+of).Scan(&all); err != nil {
			t.Fatal(err)
		}
		if shown != 4 || shown+folded != all {
			t.Errorf("%s: %d in sight and %d folded, of %d", heading, shown, folded, all)
		}
		if summary := words(part.Find("summary")); summary != fmt.Sprintf("Tampilkan %d lagi", folded) {
			t.Errorf("%s: %q", heading, summary)
		}
	}
	var newest int64
	if err := s.pool.QueryRow(t.Context(), `select id from activities where city_id = seed_id('city', 'braunschweig') and start_on <> ''
		order by start_on desc limit 1`).Scan(&newest); err != nil {
		t.Fatal(err)
	}
	if place := doc.Find(fmt.Sprintf("#kegiatan-%d", newest)); place.Closest("details").Length() != 0 || place.Length() != 1 {
		t.Error("the newest activity is folded away")
	}
	if part := section(s.page(t, "/mitra/cuenca"), "Kegiatan"); part.Find("details.fold").Length() != 0 {
		t.Error("a short list is folded")
	}
}
