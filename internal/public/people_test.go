package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// side is the list of one side of a tie on the page of its city.
func side(doc *goquery.Document, name string) *goquery.Selection {
	return doc.Find(".sides > div").FilterFunction(func(_ int, e *goquery.Selection) bool { return words(e.Find("h3")) == name })
}

func TestThoseWhoSignedStandOnTheirSideWithWhatTheySigned(t *testing.T) {
	doc := open(t).page(t, "/mitra/braunschweig")
	for name, want := range map[string][2]string{
		"Martha Fuchs":      {"Pihak Jerman", "/perjanjian/braunschweig"},
		"R. Priatnakusumah": {"Pihak Indonesia", "/perjanjian/braunschweig"},
	} {
		person := side(doc, want[0]).Find("li:contains('" + name + "')").First()
		if person.Find(`a[href="`+want[1]+`"]`).Length() != 1 || person.Find(".refs a").Length() == 0 || !strings.Contains(words(person), "wali kota") {
			t.Errorf("%s stands as %q", name, words(person))
		}
	}
}

func TestOrganisationIsNamedOnceWithAllThatItDid(t *testing.T) {
	doc := open(t).page(t, "/en/partners/fort-worth")
	body := side(doc, "From United States").Find("strong:contains('Fort Worth Sister Cities International')")
	if body.Length() != 1 {
		t.Fatalf("it is named %d times", body.Length())
	}
	rows := body.Parent().Find(".in-line a")
	if rows.Length() < 3 || rows.Filter(`[href^="/en/programs/"]`).Length() == 0 {
		t.Errorf("it did %q", words(rows))
	}
	seen := map[string]bool{}
	rows.Each(func(_ int, a *goquery.Selection) {
		if seen[words(a)] {
			t.Errorf("%q is told twice", words(a))
		}
		seen[words(a)] = true
	})
}

func TestSidesOfOneCountryAreCalledByTheirCities(t *testing.T) {
	s := openOwn(t)
	if _, err := s.pool.Exec(t.Context(), "update cities set country = 'ID' where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	if doc := s.page(t, "/mitra/suwon"); side(doc, "Pihak Suwon").Length() != 1 {
		t.Errorf("the sides are %q", words(doc.Find(".sides h3")))
	}
}
