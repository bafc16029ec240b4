package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// supported are the words by which a fact without a reference says where it stands, and those that say that nothing is known.
var supported = map[i18n.Lang][]string{
	i18n.ID: {"Tanpa sumber", "Belum ada data", "Dihitung, garis terpendek"},
	i18n.EN: {"No source", "No data yet", "Calculated, the shortest line"},
}

// TestEveryFactOfAPartnerHasAReferenceOrSaysThatItHasNone goes through the pages of all cities.
func TestEveryFactOfAPartnerHasAReferenceOrSaysThatItHasNone(t *testing.T) {
	s := open(t)
	facts := 0
	for _, c := range s.partners(t) {
		for _, l := range i18n.Langs {
			path := view.Partner.In(l, c)
			factsOf(s.page(t, path)).Each(func(_ int, fact *goquery.Selection) {
				facts++
				if !isSupported(l, fact) {
					t.Errorf("%s: no reference behind %q", path, words(fact))
				}
			})
		}
	}
	if facts < 1000 {
		t.Errorf("only %d facts were seen", facts)
	}
}

// factsOf are all places of a partner's page at which something is told as a fact.
func factsOf(doc *goquery.Document) *goquery.Selection {
	return doc.Find(".facts > div, .records > li, .table-plan tbody td, .dispute-claims > li, .stage .lead").
		AddSelection(doc.Find("h2:contains('Sejarah singkat'), h2:contains('Short history')").Parent().Find(".prose"))
}

func isSupported(l i18n.Lang, fact *goquery.Selection) bool {
	if fact.Find(".refs a").Length() > 0 {
		return true
	}
	for _, said := range supported[l] {
		if strings.Contains(strings.ToLower(words(fact)), strings.ToLower(said)) {
			return true
		}
	}
	return false
}

// TestEveryStepOfAPaperHasAReferenceOrSaysThatItHasNone goes through the pages of all agreements.
func TestEveryStepOfAPaperHasAReferenceOrSaysThatItHasNone(t *testing.T) {
	s := open(t)
	all, err := s.store.Agreements.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, a := range all {
		for _, l := range i18n.Langs {
			path := view.Agreement.In(l, a.Slug)
			for _, entry := range s.page(t, path).Find(".stepper-entry").EachIter() {
				counted := entry.Find(`a[href*="/mitra/"], a[href*="/partners/"]`).Length() > 0 // what is computed leads to its rows
				if seen++; !counted && !isSupported(l, entry) {
					t.Errorf("%s: no reference behind %q", path, words(entry))
				}
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d entries were seen", seen)
	}
}

func TestStepWhoseSourcesDifferSaysSo(t *testing.T) {
	doc := open(t).page(t, "/perjanjian/braunschweig")
	if text := words(doc.Find(".stepper-entry").First()); !strings.Contains(text, "1957") || !strings.Contains(text, "Sumber berbeda") {
		t.Errorf("the first contact, of which sources give two years: %q", text)
	}
}

func TestFactThatLosesItsSourceSaysSo(t *testing.T) {
	s := openOwn(t)
	if _, err := s.pool.Exec(t.Context(), "delete from citations"); err != nil {
		t.Fatal(err)
	}
	for l, said := range map[i18n.Lang]string{i18n.ID: "Tanpa sumber", i18n.EN: "No source"} {
		doc := s.page(t, view.Partner.In(l, "braunschweig"))
		if n := doc.Find("main .refs a").Length(); n != 0 {
			t.Fatalf("%d references without a source", n)
		}
		factsOf(doc).Each(func(_ int, fact *goquery.Selection) {
			if !isSupported(l, fact) {
				t.Errorf("in %s %q does not say %q", l, words(fact), said)
			}
		})
	}
}

// partners are the addresses of all cities that have a page.
func (s site) partners(t *testing.T) []string {
	t.Helper()
	cities, err := s.store.Cities.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var slugs []string
	for _, c := range cities {
		if !c.IsHome {
			slugs = append(slugs, c.Slug)
		}
	}
	return slugs
}
