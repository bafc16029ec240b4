package public_test

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// file is a file of rows that must be there, its names aside, with the value of each row by name.
func (s site) file(t *testing.T, path string) []map[string]string {
	t.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/csv") {
		t.Fatalf("GET %s: %d, %s", path, w.Code, w.Header().Get("Content-Type"))
	}
	text, marked := strings.CutPrefix(w.Body.String(), "\uFEFF")
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked {
		t.Fatalf("%s: %v, marked as UTF-8: %v", path, err, marked)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// ask is one number of a question in SQL.
func (s site) count(t *testing.T, sql string, args ...any) (n int) {
	t.Helper()
	if err := s.pool.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestActivitiesAreNarrowedWithCountsThatAgreeWithTheRegister(t *testing.T) {
	s := open(t)
	for query, sql := range map[string]string{
		"":                      "select count(*) from activities",
		"?nature=protocol":      "select count(*) from activities where nature = 'protocol'",
		"?result=reported":      "select count(*) from activities where result_id <> ''",
		"?result=none":          "select count(*) from activities where result_id = ''",
		"?place=unknown":        "select count(*) from activities where place is null",
		"?partner=melbourne":    "select count(*) from activities where city_id = (select id from cities where slug = 'melbourne')",
		"?sector=EDU":           "select count(*) from activities where 'EDU' = any(sectors)",
		"?kind=training":        "select count(*) from activities where kind = 'training'",
		"?year=2017":            "select count(*) from activities where start_on like '2017%'",
		"?year=unknown":         "select count(*) from activities where start_on is null",
		"?year=1066&kind=feast": "select count(*) from activities",
		"?sector=EDU&place=here&result=none": `select count(*) from activities
			where 'EDU' = any(sectors) and place = 'here' and result_id = ''`,
	} {
		want := s.count(t, sql)
		doc := s.page(t, "/kegiatan"+query)
		if got := words(doc.Find(".list-head [role=status]")); got != strconv.Itoa(want)+" kegiatan" {
			t.Errorf("%q: %s, want %d", query, got, want)
		}
		href := doc.Find(".file-link").AttrOr("href", "")
		if got := len(s.file(t, href)); got != want {
			t.Errorf("%q: %d rows in the file at %s, want %d", query, got, href, want)
		}
		doc.Find(".chip").Each(func(_ int, chip *goquery.Selection) {
			if chip.Is("[aria-current]") && words(chip.Find(".chip-count")) != strconv.Itoa(want) {
				t.Errorf("%q: the chosen %s, of %d", query, words(chip), want)
			}
		})
	}
}

func TestActivitiesStandInPartsTheNewestFirst(t *testing.T) {
	s := open(t)
	total := s.count(t, "select count(*) from activities")
	seen := map[string]bool{}
	for path := "/kegiatan"; path != ""; {
		doc := s.page(t, path)
		doc.Find(".records > li").Each(func(_ int, li *goquery.Selection) {
			seen[li.Find("h3 a").AttrOr("href", words(li))] = true
		})
		next, _ := doc.Find(`.pager a[rel="next"]`).Attr("href")
		if canonical := doc.Find(`link[rel="canonical"]`).AttrOr("href", ""); canonical != baseURL+path {
			t.Errorf("%s is said to be %s", path, canonical)
		}
		path = next
	}
	if len(seen) != total {
		t.Errorf("all parts together list %d activities, want %d", len(seen), total)
	}
	first := s.page(t, "/kegiatan").Find(".records > li").First().Children().First().Text()
	if newest := s.count(t, "select max(left(start_on, 4))::int from activities"); !strings.HasSuffix(first, strconv.Itoa(newest)) {
		t.Errorf("the first is of %s, the newest of %d", first, newest)
	}
	for _, odd := range []string{"?page=0", "?page=-1", "?page=99", "?page=two", "?page=1"} {
		if got := words(s.page(t, "/kegiatan"+odd).Find(".pager")); !strings.Contains(got, "1 sampai 25") {
			t.Errorf("%s: %s", odd, got)
		}
	}
	narrowed := s.page(t, "/kegiatan?result=none&page=2")
	if canonical := narrowed.Find(`link[rel="canonical"]`).AttrOr("href", ""); canonical != baseURL+"/kegiatan" {
		t.Errorf("the second part of a narrowed list is said to be %s", canonical)
	}
	if other := narrowed.Find(`.langs a[lang="en"]`).AttrOr("href", ""); other != "/en/activities?result=none&page=2" {
		t.Errorf("its English twin is %s", other)
	}
}

func TestEveryActivityLeadsToItsPlaceOnThePartnersPage(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/kegiatan", "/en/activities?page=2"} {
		s.page(t, path).Find(".records h3").Each(func(_ int, h *goquery.Selection) {
			page, id, found := strings.Cut(h.Find("a").AttrOr("href", ""), "#")
			if !found || s.page(t, page).Find("#"+id).Length() != 1 {
				t.Errorf("%q leads to %s#%s", words(h), page, id)
			}
		})
	}
}

func TestFileOfActivitiesSaysWhatTheRegisterHolds(t *testing.T) {
	s := open(t)
	rows := s.file(t, "/en/activities.csv?partner=melbourne&kind=training")
	if len(rows) != 1 {
		t.Fatalf("%d trainings with Melbourne", len(rows))
	}
	for name, want := range map[string]string{
		"City": "Melbourne", "Start": "2020", "Nature": "Substantive", "Business people": "25", "Students": "",
		"Result": "25 small businesses were trained.", "Where": "",
	} {
		if got := rows[0][name]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if cited := rows[0]["Sources"]; !strings.Contains(cited, "https://") {
		t.Errorf("sources: %q", cited)
	}
	if at := rows[0]["Link"]; !strings.HasPrefix(at, baseURL+view.Partner.In(i18n.EN, "melbourne")+"#") {
		t.Errorf("address: %q", at)
	}
}
