package public_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// promise is a promise of an agreement in the database of a test, sourced.
func (s site) promise(t *testing.T, agreement, words, due, state string) {
	t.Helper()
	if _, err := s.pool.Exec(t.Context(),
		`with kept as (
			insert into promises (agreement_id, words_id, words_en, sectors, due_on, state, quoted)
			select id, $2, $2, '{EDU}', nullif($3, ''), nullif($4, ''), true from agreements where slug = $1
			returning id
		)
		insert into citations (kind, record_id, position, field, source_id)
		select 'promise', id, 1, 'words', (select id from sources where slug = 'bsw-de') from kept`,
		agreement, words, due, state); err != nil {
		t.Fatal(err)
	}
}

func TestPromisesAreNarrowedWithCountsThatAgreeWithTheRows(t *testing.T) {
	s := openOwn(t)
	s.promise(t, "braunschweig", "pertukaran guru", "2020", "delivered")
	s.promise(t, "melbourne", "dua lokakarya", "2027-01", "running")
	for path, want := range map[string]int{
		"/janji": 5, "/janji?partner=cuenca": 2, "/janji?state=unknown": 3, "/janji?state=delivered": 1, "/janji?due=overdue": 2,
		"/janji?sector=EDU": 2, "/janji?partner=cuenca&due=overdue": 2, "/janji?partner=melbourne&due=overdue": 0, "/janji?partner=atlantis": 5,
	} {
		doc := s.page(t, path)
		if rows := doc.Find("tbody tr").Length(); rows != want {
			t.Errorf("%s lists %d promises, want %d", path, rows, want)
		}
		doc.Find(".chip").Each(func(_ int, chip *goquery.Selection) {
			href, _ := chip.Attr("href")
			count := words(chip.Find(".chip-count"))
			rows := s.page(t, href).Find("tbody tr").Length()
			if count != strconv.Itoa(rows) {
				t.Errorf("%s counts %s at %s, which lists %d", path, count, href, rows)
			}
		})
	}
}

func TestFiltersAreKeptWhereTheLanguageChanges(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/janji?partner=cuenca&due=overdue&other=1")
	if href := doc.Find(`.langs a[lang="en"]`).AttrOr("href", ""); href != "/en/promises?due=overdue&partner=cuenca" {
		t.Errorf("English stands at %q", href)
	}
	if href := doc.Find(`link[rel="canonical"]`).AttrOr("href", ""); href != baseURL+"/janji" {
		t.Errorf("canonical is %q", href)
	}
}

func TestPromiseIsQuotedOnlyWhereThePaperSaysIt(t *testing.T) {
	s := openOwn(t)
	s.promise(t, "braunschweig", "pertukaran guru", "2020", "dropped")
	doc := s.page(t, "/perjanjian/braunschweig")
	if title := words(doc.Find(".records-title:contains('pertukaran guru')")); title != "“pertukaran guru”" {
		t.Errorf("a quoted promise is called %q", title)
	}
	reported := s.page(t, "/perjanjian/cuenca").Find(".records > li:contains('Portal Artesanal')")
	if text := words(reported); !strings.Contains(text, "bukan kutipan naskah") || strings.Contains(text, "“") {
		t.Errorf("a reported promise reads %q", text)
	}
	if tags := words(reported.Find(".tag")); !strings.Contains(tags, "Belum diketahui") || !strings.Contains(tags, "Lewat batas waktu") {
		t.Errorf("an overdue promise of unknown state is marked %q", tags)
	}
	if links := s.page(t, "/mitra/cuenca").Find(`.records-title a[href="/perjanjian/cuenca"]`).Length(); links < 2 {
		t.Errorf("%d promises on the partner's page lead to their paper", links)
	}
	if words(s.page(t, "/perjanjian/suwon").Find("section:contains('Apa yang dijanjikan') .facts-unknown")) != "Belum ada data" {
		t.Error("an agreement of which no promise is known does not say so")
	}
}

func TestDueDateThatNobodyKnowsIsNotCalledNoLimit(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{"/janji": "Belum ada data", "/en/promises": "No data yet"} {
		text := words(s.page(t, path).Find("tbody"))
		if strings.Contains(text, "Tanpa batas waktu") || strings.Contains(text, "No due date") || !strings.Contains(text, want) {
			t.Errorf("%s: %q", path, text)
		}
	}
}
