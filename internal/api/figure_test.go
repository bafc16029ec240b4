package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// page is a page of the site, as text with single spaces.
func (f face) page(t *testing.T, path string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(f.get(t, path).is(http.StatusOK).Body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

// TestFiguresAreThoseOfThePartnersPage holds what is computed of every tie against the page of the city, in both languages.
func TestFiguresAreThoseOfThePartnersPage(t *testing.T) {
	f := open(t)
	compared := 0
	for _, p := range f.all(t, "/api/v1/partners?limit=200&standing=partner,prospect,ended") {
		for _, lang := range []string{"id", "en"} {
			address, _ := p.at("page", lang).(string)
			page := f.page(t, address)
			said := words(page.Find("main"))
			label, _ := p.at("vitality", "words", lang).(string)
			why, _ := p.at("vitality", "reason", lang).(string)
			mark, _ := p.at("legal", "words", lang).(string)
			for what, figure := range map[string]string{"label": label, "reason": why, "legal state": mark} {
				if figure == "" || !strings.Contains(said, figure) {
					t.Errorf("%s: the %s is %q, which the page does not say", address, what, figure)
				}
			}
			if first := words(page.Find(".vitality").First()); !strings.HasPrefix(first, label) {
				t.Errorf("%s: the page is headed %q, not %q", address, first, label)
			}
			if got, want := pulseOf(p), pulseTable(page); !slices.Equal(got, want) {
				t.Errorf("%s: pulse %q, the page has %q", address, got, want)
			}
			compared++
		}
	}
	if compared < 10 {
		t.Errorf("only %d pages were compared", compared)
	}
}

// pulseOf are the years in which something happened, with the number of documented activities.
func pulseOf(p object) (years []string) {
	pulse, _ := p.at("pulse").([]any)
	for i := range pulse {
		documented, unverified := number(p.at("pulse", i, "documented")), number(p.at("pulse", i, "unverified"))
		if documented != "0" || unverified != "0" {
			years = append(years, number(p.at("pulse", i, "year"))+" "+documented+" "+unverified)
		}
	}
	return years
}

// pulseTable is the same from the table that stands beside the drawing.
func pulseTable(page *goquery.Document) (years []string) {
	page.Find("main details table").First().Find("tbody tr").Each(func(_ int, row *goquery.Selection) {
		var cells []string
		row.Find("th, td").Each(func(_ int, cell *goquery.Selection) { cells = append(cells, words(cell)) })
		years = append(years, strings.Join(cells, " "))
	})
	slices.Reverse(years) // the page has the newest first
	return years
}

// TestListsAskAFixedNumberOfQuestions counts the questions to the database, for few records and for many.
func TestListsAskAFixedNumberOfQuestions(t *testing.T) {
	f := openOwn(t)
	f.fill(t)
	most := map[string]int64{
		"partners": 20, "agreements": 8, "steps": 8, "approvals": 8, "promises": 8, "programs": 8, "activities": 9, "outcomes": 8,
		"opportunities": 9, "venues": 8, "mirrors": 7, "sources": 6, "documents": 9, "sectors": 6, "limits": 6,
	}
	for name, limit := range most {
		if n := f.questions(t, "/api/v1/"+name+"?limit=200"); n > limit {
			t.Errorf("%s: %d questions, at most %d are meant", name, n, limit)
		}
	}
	if n := f.questions(t, "/api/v1/activities?limit=200&partner=suwon&agreement=suwon&program=seo-wall"); n > 11 {
		t.Errorf("three names take %d questions", n)
	}
	if n := f.questions(t, "/api/v1"); n > 3 {
		t.Errorf("the entrance takes %d questions", n)
	}
	if n := f.questions(t, "/api/v1/vocabulary"); n != 0 {
		t.Errorf("the vocabulary takes %d questions", n)
	}
}

func (f face) questions(t *testing.T, path string) int64 {
	t.Helper()
	f.get(t, path).is(http.StatusOK) // prepares the statements
	from := f.queries.Load()
	f.get(t, path).is(http.StatusOK)
	return f.queries.Load() - from
}
