package public_test

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/portal"
)

// cities are the names of all cities that a directory shows: ties, claims and places.
func cities(doc *goquery.Document) (names []string) {
	doc.Find(".pulse-name, .rail .records-title").Each(func(_ int, e *goquery.Selection) {
		name, _, _ := strings.Cut(words(e), ", ")
		names = append(names, name)
	})
	return names
}

// ties are the names of the cities in the list itself, in its order.
func ties(doc *goquery.Document) (names []string) {
	doc.Find(".pulse-name").Each(func(_ int, e *goquery.Selection) { names = append(names, words(e)) })
	return names
}

var counted = regexp.MustCompile(`\((\d+)\)$`)

// TestEveryFilterShowsAsManyCitiesAsItCounts tries each choice beside some others.
func TestEveryFilterShowsAsManyCitiesAsItCounts(t *testing.T) {
	s := open(t)
	tried := 0
	for _, beside := range []string{"", "q=jepang", "standing=partner", "sector=EDU&continent=asia"} {
		doc := s.page(t, "/mitra?"+beside)
		doc.Find(".filters select").Each(func(_ int, list *goquery.Selection) {
			list.Find("option").Each(func(_ int, option *goquery.Selection) {
				count := counted.FindStringSubmatch(words(option))
				if count == nil {
					return
				}
				q, _ := url.ParseQuery(beside)
				q.Set(list.AttrOr("name", ""), option.AttrOr("value", ""))
				if got := len(cities(s.page(t, "/mitra?"+q.Encode()))); strconv.Itoa(got) != count[1] {
					t.Errorf("%s counts %s, its page shows %d", q.Encode(), words(option), got)
				}
				tried++
			})
		})
	}
	if tried < 80 {
		t.Errorf("only %d choices were tried", tried)
	}
}

func TestDirectoryIsNarrowedToWhatTheRecordsSay(t *testing.T) {
	s := open(t)
	const shown = "not is_home and (standing <> 'none' or id in (select city_id from programs union select city_id from venues))"
	for query, where := range map[string]string{
		"":                                  "true",
		"country=JP":                        "country = 'JP'",
		"continent=europe":                  "country in ('DE', 'BE', 'PL', 'IT', 'FR')",
		"continent=south-america":           "country = 'EC'",
		"standing=prospect":                 "standing = 'prospect'",
		"standing=unproven":                 "standing = 'unproven'",
		"q=jepang":                          "country = 'JP'",
		"q=GERMANY":                         "country = 'DE'",
		"q=wroclaw":                         "slug = 'wroclaw'",
		"q=%EC%88%98%EC%9B%90":              "slug = 'suwon'",
		"q=eropa+jerman":                    "country = 'DE'",
		"q=rios+cuenca":                     "slug = 'cuenca'",
		"since=2010&standing=partner":       "slug in (select c.slug from cities c join agreements a on a.city_id = c.id where c.standing = 'partner' group by c.slug having left(min(a.signed_on), 3) = '201')",
		"sector=WAT":                        "id in (select city_id from agreements where 'WAT' = any(sectors) union select city_id from programs where 'WAT' = any(sectors) union select city_id from activities where 'WAT' = any(sectors))",
		"country=XX&vitality=young&since=x": "true",
	} {
		want := s.count(t, "select count(*)::int from cities where "+shown+" and "+where)
		if got := len(cities(s.page(t, "/mitra?"+query))); got != want || want == 0 {
			t.Errorf("%q shows %d cities, want %d", query, got, want)
		}
	}
}

func TestClaimsStandApartHoweverTheDirectoryIsAskedFor(t *testing.T) {
	s := open(t)
	for _, query := range []string{"", "standing=unproven", "q=cebu", "sort=newest", "view=table", "country=PH", "sort=evidence&continent=asia"} {
		doc := s.page(t, "/mitra?"+query)
		for _, name := range append(ties(doc), strings.Split(words(doc.Find(".table tbody th, .skyline strong")), " ")...) {
			if slices.Contains(claimed, name) {
				t.Errorf("%q shows %s among the partners", query, name)
			}
		}
	}
	if claims := words(s.page(t, "/mitra?q=cebu").Find("#klaim .records-title")); claims != "Cebu, Filipina" {
		t.Errorf("the claim of Cebu stands as %q", claims)
	}
}

func TestDirectoryIsPutInOrder(t *testing.T) {
	s := open(t)
	for query, first := range map[string][]string{
		"":              {"Braunschweig", "Fort Worth", "Suwon"},
		"sort=newest":   {"Melbourne", "Hamamatsu"},
		"sort=name":     {"Bengaluru", "Braunschweig", "Cotabato"},
		"sort=activity": {"Fort Worth", "Liuzhou", "Braunschweig"},
		"sort=nonsense": {"Braunschweig", "Fort Worth", "Suwon"},
	} {
		if got := ties(s.page(t, "/mitra?"+query)); !slices.Equal(got[:len(first)], first) {
			t.Errorf("%q begins with %q, want %q", query, got[:len(first)], first)
		}
	}
	if got := ties(s.page(t, "/mitra?sort=newest")); slices.Index(got, "Cuenca") < slices.Index(got, "Braunschweig") {
		t.Error("a city without a beginning stands before one that has one")
	}
}

func TestDirectoryIsPutInOrderByEachIndicatorAlone(t *testing.T) {
	s := open(t)
	all, err := s.store.Cities.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list, _, err := s.store.Ties(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range portal.IndicatorKeys {
		value := func(name string) (float64, bool) {
			i := slices.IndexFunc(list, func(tie portal.Tie) bool { return tie.City.Name.ID == name })
			return list[i].Indicators(today).Value(key)
		}
		doc := s.page(t, "/mitra?view=table&sort="+string(key))
		if n := doc.Find(`th[aria-sort="descending"]`).Length(); n != 1 {
			t.Errorf("%s: %d columns are said to give the order", key, n)
		}
		last, lastKnown := 0.0, true
		doc.Find(".table").First().Find("tbody th").Each(func(i int, e *goquery.Selection) {
			v, known := value(words(e))
			if known && (!lastKnown || i > 0 && v > last) {
				t.Errorf("%s: %s with %v stands after %v", key, words(e), v, last)
			}
			last, lastKnown = v, known
		})
	}
}

func TestIndicatorsStandBesideEachOther(t *testing.T) {
	s := open(t)
	doc := s.page(t, "/mitra?view=table&standing=partner")
	heads := doc.Find(".table thead th a")
	if heads.Length() != 10 {
		t.Fatalf("%d indicators, want ten", heads.Length())
	}
	rows := len(ties(s.page(t, "/mitra?standing=partner")))
	doc.Find(".table").Each(func(_ int, table *goquery.Selection) {
		if n := table.Find("tbody tr").Length(); n != rows {
			t.Errorf("%d rows, the list has %d", n, rows)
		}
	})
	cell := doc.Find("tr:contains('Fort Worth')").First().Find("td[data-l='Kesinambungan']")
	if words(cell) != "1 dari 10 tahun terakhir" {
		t.Errorf("the continuity of Fort Worth reads %q", words(cell))
	}
	if href := heads.First().AttrOr("href", ""); href != "/mitra?sort=recency&standing=partner&view=table#daftar" {
		t.Errorf("the head leads to %q", href)
	}
	if n := doc.Find("td:contains('0 dari 0')").Length(); n != 0 {
		t.Error("nothing known is told as nought")
	}
}

func TestPlaceThatAVenueAloneNamesStandsInTheDirectory(t *testing.T) {
	s := openOwn(t)
	s.exec(t, "insert into cities (slug, name_id, name_en, country, lat, lon, standing) values ('lyon', 'Lyon', 'Lyon', 'FR', 45.76, 4.84, 'none')")
	if s.page(t, "/mitra").Find(`main a[href="/mitra/lyon"]`).Length() != 0 {
		t.Error("a place that nothing names is in the directory")
	}
	s.exec(t, "insert into venues (city_id, name_id, name_en, kind) select id, 'Pojok Bandung', 'Bandung corner', 'corner' from cities where slug = 'lyon'")
	if s.page(t, "/mitra").Find(`main a[href="/mitra/lyon"]`).Length() != 1 {
		t.Error("a place with a venue is not in the directory")
	}
}

func TestActivitiesWithAndWithoutADateAreCountedApart(t *testing.T) {
	s := open(t)
	undated := 0
	for _, row := range s.file(t, "/mitra.csv") {
		count := s.count(t, "select count(*) from activities a join cities c on c.id = a.city_id where c.name_id = $1 and a.start_on is null", row["Nama"])
		if row["Kegiatan tanpa tanggal"] != strconv.Itoa(count) {
			t.Errorf("%s: %q activities without a date, want %d", row["Nama"], row["Kegiatan tanpa tanggal"], count)
		}
		undated += count
	}
	if undated == 0 {
		t.Error("every activity has a date, so this shows nothing")
	}
}

func TestPartsOfALongListHaveTitlesOfTheirOwn(t *testing.T) {
	s := open(t)
	titles := map[string]string{}
	for _, path := range []string{"/kegiatan", "/kegiatan?page=2", "/kegiatan?page=2&nature=protocol"} {
		title := words(s.page(t, path).Find("title"))
		if first := titles[title]; first != "" && path == "/kegiatan?page=2" {
			t.Errorf("%s and %s are both called %q", first, path, title)
		}
		titles[title] = path
	}
	if second := words(s.page(t, "/en/activities?page=2").Find("title")); !strings.Contains(second, ", page 2") {
		t.Errorf("the second part is called %q", second)
	}
}

func TestLongDirectoryStandsInPartsThatKeepItsFilters(t *testing.T) {
	s := openOwn(t)
	s.grow(t)
	const query = "/mitra?country=NL&sort=name"
	first := s.page(t, query)
	next := first.Find(`.pager a[rel="next"]`).AttrOr("href", "")
	if next != "/mitra?country=NL&sort=name&page=2#daftar" {
		t.Fatalf("the next part stands at %q", next)
	}
	path, _, _ := strings.Cut(next, "#")
	second := s.page(t, path)
	if a, b := len(ties(first)), len(ties(second)); a != 25 || b != 15 {
		t.Errorf("parts of %d and %d cities, want 25 and 15", a, b)
	}
	if href := second.Find(`.langs a[lang="en"]`).AttrOr("href", ""); href != "/en/partners?country=NL&sort=name&page=2" {
		t.Errorf("in English it stands at %q", href)
	}
	plain := s.page(t, "/mitra?page=2")
	if href := plain.Find(`link[rel="canonical"]`).AttrOr("href", ""); href != baseURL+"/mitra?page=2" {
		t.Errorf("the second part of all is said to be %q", href)
	}
	if s.page(t, "/mitra").Find("#klaim").Length() != 0 || plain.Find("#klaim .records > li").Length() != 0 && plain.Find(`.pager a[rel="next"]`).Length() != 0 {
		t.Error("claims stand before the end of the list")
	}
	if last := s.page(t, "/mitra?page=3"); last.Find("#klaim").Length() != 1 {
		t.Error("claims do not stand after the end of the list")
	}
}

func TestSearchEnginesAreLedToTheWholeDirectory(t *testing.T) {
	s := open(t)
	for query, noindex := range map[string]bool{"": false, "?sector=EDU&sort=name": false, "?view=table": false, "?q=jerman": true, "?q=zzz": true, "?continent=africa": true} {
		doc := s.page(t, "/mitra"+query)
		if got := doc.Find(`meta[name="robots"][content="noindex"]`).Length() == 1; got != noindex {
			t.Errorf("%q: kept out of search engines: %v", query, got)
		}
		if href := doc.Find(`link[rel="canonical"]`).AttrOr("href", ""); !noindex && href != baseURL+"/mitra" {
			t.Errorf("%q is said to be %q", query, href)
		}
	}
}

func TestDirectoryThatFindsNothingSaysWhatItLookedFor(t *testing.T) {
	s := open(t)
	for query, want := range map[string]string{
		"q=Afrika":                            "Belum ada mitra di Afrika",
		"continent=africa":                    "Belum ada mitra di Afrika",
		"q=zzz&standing=partner":              "nama “zzz”; Kedudukan: Kota mitra",
		"continent=oceania&standing=ended":    "Benua: Oseania",
		"q=%3Cscript%3Ealert(1)%3C/script%3E": "nama “<script>alert(1)</script>”",
		"q=" + strings.Repeat("w", 4000):      "nama “" + strings.Repeat("w", 120) + "”",
	} {
		doc := s.page(t, "/mitra?"+query)
		if text := words(doc.Find(".empty")); !strings.Contains(text, want) {
			t.Errorf("%.40q says %q", query, text)
		}
		if doc.Find(`.empty a[href="/mitra"]`).Length() != 1 || doc.Find(".skyline, .pulse-row, main script:not([type])").Length() != 0 {
			t.Errorf("%.40q leads nowhere, or shows something", query)
		}
	}
	if n := s.page(t, "/mitra?q=Afrika").Find(`.filters [value="Afrika"]`).Length(); n != 1 {
		t.Error("what was typed is lost")
	}
}

func TestDirectoryIsDownloadedExactlyAsItIsNarrowed(t *testing.T) {
	s := openOwn(t)
	s.grow(t)
	for _, query := range []string{"", "?sort=name&standing=partner", "?country=JP", "?q=zzz"} {
		href := s.page(t, "/mitra"+query).Find(".file-link").AttrOr("href", "/mitra.csv"+query)
		w := s.ask(http.MethodGet, href)
		if kind := w.Header().Get("Content-Type"); w.Code != http.StatusOK || !strings.HasPrefix(kind, "text/csv") {
			t.Fatalf("%s answers %d, %s", href, w.Code, kind)
		}
		lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(w.Body.String(), "\uFEFF"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var inFile, onPages []string
		for _, line := range lines[1:] {
			inFile = append(inFile, line[0])
		}
		for n := range 3 {
			doc := s.page(t, fmt.Sprintf("/mitra?page=%d&%s", n+1, strings.TrimPrefix(query, "?")))
			if !slices.Equal(onPages, cities(doc)) { // a part that the list does not reach is its first
				onPages = append(onPages, cities(doc)...)
			}
			if doc.Find(`.pager a[rel="next"]`).Length() == 0 {
				break
			}
		}
		if !slices.Equal(inFile, onPages) {
			t.Errorf("%s holds %q, the pages %q", href, inFile, onPages)
		}
	}
	english := s.ask(http.MethodGet, "/en/partners.csv?country=JP").Body.String()
	if !strings.Contains(english, "Name,Local name,Country") || !strings.Contains(english, "Japan,JP,Asia") {
		t.Errorf("in English: %.200s", english)
	}
}
