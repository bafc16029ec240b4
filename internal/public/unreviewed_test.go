package public_test

import (
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

// urgently publishes a change of fields by one person.
func (s site) urgently(t *testing.T, who pair, kind portal.Kind, id int64, fields map[string]string) portal.Change {
	t.Helper()
	alone := pair{editor: who.reviewer, reviewer: who.reviewer}
	c := s.handIn(t, alone, kind, id, "Tanggalnya keliru.", fields)
	if err := s.store.PublishUrgently(t.Context(), who.reviewer, c.ID, c.Revision, "rahasia dapur"); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWhatNobodyElseHasReviewedSaysSoOnEveryPublicPage(t *testing.T) {
	s := openOwn(t)
	who := s.staff(t)
	pages := map[portal.Kind][]string{
		portal.KindAgreement: {"/perjanjian/braunschweig", "/perjanjian"},
		portal.KindCity:      {"/mitra/braunschweig", "/mitra"},
		portal.KindProgram:   {"/program/seo-hongdae", "/program"},
		portal.KindSource:    {"/sumber/bsw-de", "/sumber"},
	}
	changed := map[portal.Kind]map[string]string{
		portal.KindAgreement: {"signed_on": `"1960-06-03"`}, portal.KindCity: {"region": `"lain"`}, portal.KindProgram: {"title_id": `"lain"`},
		portal.KindSource: {"publisher": `"lain"`},
	}
	keys := map[portal.Kind]string{portal.KindAgreement: "braunschweig", portal.KindCity: "braunschweig", portal.KindProgram: "seo-hongdae", portal.KindSource: "bsw-de"}
	said := func(path string) int {
		return strings.Count(strings.ToLower(words(s.page(t, path).Find("main"))), "belum ditinjau")
	}
	for kind, paths := range pages {
		before := map[string]int{}
		id := s.numberOf(t, kind, keys[kind])
		for _, path := range append(paths, historyPath(kind, id), "/perubahan") {
			before[path] = said(path)
		}
		c := s.urgently(t, who, kind, id, changed[kind])
		for path, n := range before {
			if said(path) <= n {
				t.Errorf("%s does not say that %s was not reviewed", path, kind)
			}
			if strings.Contains(words(s.page(t, path).Find("main")), "rahasia dapur") {
				t.Errorf("%s tells why it was urgent", path)
			}
		}
		peer := portal.Actor{ID: who.editor.ID, Name: who.editor.Name, Role: portal.Reviewer}
		if err := s.store.ReviewUrgent(t.Context(), peer, c.ID, portal.Kept, ""); err != nil {
			t.Fatal(err)
		}
		for path, n := range before {
			if said(path) != n {
				t.Errorf("%s still says that %s was not reviewed", path, kind)
			}
		}
	}
}
