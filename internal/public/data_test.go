package public_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/admin"
	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/public"
	"kotakembar/web/view"
)

// giving is the site with its downloads, built today.
func (s site) giving(t *testing.T, bulk int) (site, *export.Shelf) {
	t.Helper()
	shelf := export.NewShelf(export.Register{
		Store: s.store, Blank: admin.Office{Store: s.store}.Blank, Home: baseURL + "/data", Now: func() time.Time { return today },
	}, t.TempDir())
	t.Cleanup(shelf.Close)
	router, face := newRouter(), s.face()
	face.Mount(router)
	public.Downloads{Site: face, Shelf: shelf, Bulk: bulk, Built: today}.Mount(router)
	s.Handler = router
	return s, shelf
}

// wait lets all files be made, so that pages know their sizes.
func wait(t *testing.T, shelf *export.Shelf) {
	t.Helper()
	for _, f := range append(slices.Clone(export.Formats), export.Wikidata) {
		if _, err := shelf.Get(t.Context(), f.FileName); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDataPageOffersEveryTableAndEveryFormat(t *testing.T) {
	s, shelf := open(t).giving(t, 0)
	wait(t, shelf)
	page := s.page(t, "/data")
	sets, err := shelf.Sets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rows := page.Find("main table").First().Find("tbody tr")
	if rows.Length() != len(sets) {
		t.Errorf("%d tables are offered of %d", rows.Length(), len(sets))
	}
	rows.Each(func(i int, row *goquery.Selection) {
		var n int
		var last *time.Time
		if err := s.pool.QueryRow(t.Context(), "select count(*) from "+sets[i].Name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		kind := string(sets[i].Kind)
		err := s.pool.QueryRow(t.Context(), "select max(decided_at) from changes where state = 'applied' and (kind = $1 or $1 = '')", kind).Scan(&last)
		if err != nil {
			t.Fatal(err)
		}
		want := "Belum pernah"
		if last != nil {
			want = last.UTC().Format("2") + " "
		}
		if got := words(row.Find("td").Eq(0)); got != i18n.ID.Number(int64(n)) {
			t.Errorf("%s has %q rows, want %d", sets[i].Name, got, n)
		}
		if got := words(row.Find("td").Eq(1)); !strings.HasPrefix(got, want) {
			t.Errorf("%s was updated %q, want %s", sets[i].Name, got, want)
		}
		for j, ending := range []string{"csv", "json"} {
			if got := row.Find("td").Eq(2).Find("a").Eq(j).AttrOr("href", ""); got != "/data/files/"+sets[i].Name+"."+ending {
				t.Errorf("%s is at %q", sets[i].Name, got)
			}
		}
	})
	for _, f := range export.Formats {
		file := s.ask(http.MethodGet, "/data/files/"+f.FileName)
		row := page.Find(`a[href="/data/files/` + f.FileName + `"]`).Closest("tr")
		size := words(row.Find("td").Eq(1))
		if file.Code != http.StatusOK || !strings.HasSuffix(size, " KB") || strings.TrimSuffix(size, " KB") != i18n.ID.Number(int64(file.Body.Len()/1024)) {
			t.Errorf("%s of %d bytes is said to have %q", f.FileName, file.Body.Len(), size)
		}
	}
}

func TestFileIsSavedUnderItsNameAndNotSentTwice(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	for name, kind := range map[string]string{
		"kota-kembar.zip": "application/zip", "cities.csv": "text/csv; charset=utf-8", "kota-kembar.geojson": "application/geo+json",
	} {
		path := "/data/files/" + name
		whole := s.ask(http.MethodGet, path)
		h := whole.Header()
		sum := sha256.Sum256(whole.Body.Bytes())
		if whole.Code != http.StatusOK || h.Get("Content-Type") != kind || h.Get("Content-Disposition") != "attachment; filename="+name {
			t.Errorf("%s: %d %v", name, whole.Code, h)
		}
		if tag := h.Get("ETag"); strings.TrimPrefix(tag, "W/") != `"`+hex.EncodeToString(sum[:])+`"` {
			t.Errorf("%s has the tag %s, its hash is %x", name, tag, sum)
		}
		if h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %v", name, h)
		}
		head := s.ask(http.MethodHead, path)
		if head.Code != http.StatusOK || head.Body.Len() > 0 || head.Header().Get("ETag") != h.Get("ETag") {
			t.Errorf("HEAD of %s: %d, %d bytes, %v", name, head.Code, head.Body.Len(), head.Header())
		}
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("If-None-Match", h.Get("ETag"))
		again := httptest.NewRecorder()
		s.ServeHTTP(again, r)
		if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s, held already: %d, %d bytes", name, again.Code, again.Body.Len())
		}
	}
	part := httptest.NewRequest(http.MethodGet, "/data/files/kota-kembar.sqlite", nil)
	part.Header.Set("Range", "bytes=0-15")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, part)
	if w.Code != http.StatusPartialContent || w.Body.String() != "SQLite format 3\x00" {
		t.Errorf("a part of the database: %d %q", w.Code, w.Body)
	}
}

func TestFileThatIsNotThereIsNotFound(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	for _, path := range []string{
		"/data/files/staff.csv", "/data/files/changes.json", "/data/files/", "/data/files/..%2Fx", "/data/staff", "/en/data/sessions",
		"/data/snapshot/2026-11.zip", "/data/snapshot/2026-13.zip", "/data/snapshot/x", "/data/snapshot/2026-11",
		"/sitemap/x.xml", "/sitemap/city-0.xml", "/sitemap/city-2.xml", "/sitemap/city-01.xml", "/sitemap/city-1", "/sitemap/limit-1.xml",
	} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, w.Code)
		}
	}
	if w := s.ask(http.MethodPost, "/data/files/cities.csv"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a post to a file answers %d", w.Code)
	}
}

func TestFilesAreNotTakenWithoutEnd(t *testing.T) {
	s, _ := open(t).giving(t, 3)
	for i := range 3 {
		if w := s.ask(http.MethodGet, "/data/files/cities.csv"); w.Code != http.StatusOK {
			t.Fatalf("file %d answers %d", i+1, w.Code)
		}
	}
	w := s.ask(http.MethodGet, "/data/files/sectors.csv")
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
		t.Errorf("the fourth file answers %d, %v", w.Code, w.Header())
	}
	if w := s.ask(http.MethodGet, "/data/cities"); w.Code != http.StatusOK {
		t.Errorf("the page about a table answers %d", w.Code)
	}
}

func TestSnapshotOfAMonthIsAtItsAddressForEver(t *testing.T) {
	s, shelf := openOwn(t).giving(t, 0)
	if none := words(s.page(t, "/data").Find("#potret")); !strings.Contains(none, "Belum ada potret") {
		t.Errorf("without a snapshot the page says %q", none)
	}
	if err := shelf.KeepMonth(t.Context()); err != nil {
		t.Fatal(err)
	}
	row := s.page(t, "/en/data").Find("#potret tbody tr").First()
	path := row.Find("a").AttrOr("href", "")
	w := s.ask(http.MethodGet, path)
	sum := sha256.Sum256(w.Body.Bytes())
	if path != "/data/snapshot/2026-11.zip" || w.Code != http.StatusOK || words(row.Find("code")) != hex.EncodeToString(sum[:]) {
		t.Errorf("the snapshot at %q answers %d; the page says %q", path, w.Code, words(row))
	}
	if h := w.Header(); !strings.Contains(h.Get("Cache-Control"), "immutable") || h.Get("Content-Disposition") != "attachment; filename=kota-kembar-2026-11.zip" {
		t.Errorf("%v", h)
	}
	if _, err := s.pool.Exec(t.Context(), `with changed as (update cities set region = 'X', version = version + 1 where slug = 'braunschweig' returning id)
		insert into changes (kind, record_id, title, state, author, decided_at) select 'city', id, 'x', 'applied', 'test', now() from changed`); err != nil {
		t.Fatal(err)
	}
	if again := s.ask(http.MethodGet, path); !bytes.Equal(again.Body.Bytes(), w.Body.Bytes()) {
		t.Error("the snapshot has changed with the register")
	}
	if now := s.ask(http.MethodGet, "/data/files/kota-kembar.zip"); bytes.Equal(now.Body.Bytes(), w.Body.Bytes()) {
		t.Error("the file of today has not")
	}
}

func TestDictionaryExplainsEveryColumnInBothLanguages(t *testing.T) {
	s, shelf := open(t).giving(t, 0)
	sets, err := shelf.Sets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range i18n.Langs {
		for _, set := range sets {
			page := s.page(t, view.DataSet.In(l, set.Name))
			var columns []string
			page.Find("main table tbody tr").Each(func(_ int, row *goquery.Selection) {
				name := words(row.Find("th code"))
				if !strings.Contains(name, "[]") {
					columns = append(columns, name)
				}
				if words(row.Find("th small")) == "" || len(words(row.Find("td").Eq(1))) < 5 {
					t.Errorf("%s.%s is not explained: %q", set.Name, name, words(row))
				}
			})
			var all []string
			for _, c := range set.Columns {
				all = append(all, c.Name)
			}
			if !slices.Equal(columns, all) {
				t.Errorf("%s explains %q of %q", set.Name, columns, all)
			}
		}
	}
	kind := s.page(t, "/en/data/agreements").Find(`main table code:contains("legal_type")`).Closest("tr")
	if text := words(kind); !strings.Contains(text, "sister_city Sister city") || !strings.Contains(text, "Legal type") {
		t.Errorf("the legal type is explained as %q", text)
	}
	if to := s.page(t, "/data/agreements").Find(`main table code:contains("city_id")`).Closest("tr").Find("a").AttrOr("href", ""); to != "/data/cities" {
		t.Errorf("city_id leads to %q", to)
	}
}

func TestDataPagesAskAFixedNumberOfQuestions(t *testing.T) {
	s, shelf := openOwn(t).giving(t, 0)
	before := map[string]int64{}
	paths := map[string]int64{"/data": 12, "/data/cities": 3, "/data/catalog.jsonld": 9, "/sitemap.xml": 5, "/sitemap/city-1.xml": 1, "/sitemap/pages.xml": 3}
	wait(t, shelf)
	ask := func(path string) int64 {
		from := s.queries.Load()
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusOK {
			t.Fatalf("%s answers %d", path, w.Code)
		}
		return s.queries.Load() - from
	}
	for path, most := range paths {
		if before[path] = ask(path); before[path] > most {
			t.Errorf("%s asks %d questions, at most %d are meant", path, before[path], most)
		}
	}
	s.grow(t)
	for path := range paths {
		if now := ask(path); now != before[path] {
			t.Errorf("%s asked %d questions and asks %d of a larger register", path, before[path], now)
		}
	}
}

func TestFileIsMadeThoughItsReaderHasLeft(t *testing.T) {
	s, _ := openOwn(t).giving(t, 0)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/data/files/cities.csv", nil))
	if w.Code != http.StatusOK { // the program's deadline does not end with the reader either
		t.Errorf("the answer is %d", w.Code)
	}
}

func TestCatalogueSaysWhatIsThereAndWhere(t *testing.T) {
	s, shelf := openOwn(t).giving(t, 0)
	wait(t, shelf)
	if err := shelf.KeepMonth(t.Context()); err != nil {
		t.Fatal(err)
	}
	w := s.ask(http.MethodGet, "/data/catalog.jsonld")
	if w.Header().Get("Content-Type") != "application/ld+json" {
		t.Errorf("%v", w.Header())
	}
	var whole struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &whole); err != nil {
		t.Fatal(err)
	}
	types := map[string]int{}
	files := 0
	for _, part := range whole.Graph {
		types[part["@type"].(string)]++
		if license := part["dct:license"].(map[string]any)["@id"]; license != "https://creativecommons.org/licenses/by/4.0/" {
			t.Errorf("%v is licensed %v", part["@id"], license)
		}
		distributions, _ := part["dcat:distribution"].([]any)
		for _, one := range distributions {
			files++
			d := one.(map[string]any)
			at, err := url.Parse(d["dcat:downloadURL"].(map[string]any)["@id"].(string))
			if err != nil || at.Scheme+"://"+at.Host != baseURL {
				t.Fatalf("a file lies at %v (%v)", at, err)
			}
			file := s.ask(http.MethodGet, at.Path)
			if size := d["dcat:byteSize"].(map[string]any)["@value"]; file.Code != http.StatusOK || size != float64(file.Body.Len()) {
				t.Errorf("%s answers %d with %d bytes, the catalogue says %v", at.Path, file.Code, file.Body.Len(), size)
			}
			media := d["dcat:mediaType"].(map[string]any)["@id"].(string)
			if kind := file.Header().Get("Content-Type"); !strings.HasSuffix(media, "/"+kind) {
				t.Errorf("%s is of %q, the catalogue says %s", at.Path, kind, media)
			}
			if sum, ok := d["spdx:checksum"].(map[string]any); ok {
				real := sha256.Sum256(file.Body.Bytes())
				if got := sum["spdx:checksumValue"].(map[string]any)["@value"]; got != hex.EncodeToString(real[:]) {
					t.Errorf("%s has another checksum than %v", at.Path, got)
				}
			}
		}
	}
	if types["dcat:Catalog"] != 1 || types["dcat:DataService"] != 1 || types["dcat:DatasetSeries"] != 1 || types["dcat:Dataset"] != 2 || files != len(export.Formats)+1 {
		t.Errorf("the catalogue holds %v and %d files", types, files)
	}
}

func TestDataPageIsDescribedToSearchEnginesForData(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	var set struct {
		Type         string `json:"@type"`
		License      string `json:"license"`
		Distribution []struct{ ContentURL, EncodingFormat string }
	}
	text := s.page(t, "/en/data").Find(`script[type="application/ld+json"]`).Text()
	if err := json.NewDecoder(strings.NewReader(text)).Decode(&set); err != nil {
		t.Fatal(err)
	}
	if set.Type != "Dataset" || set.License != "https://creativecommons.org/licenses/by/4.0/" || len(set.Distribution) != len(export.Formats) {
		t.Errorf("%+v", set)
	}
	for _, d := range set.Distribution {
		if w := s.ask(http.MethodGet, strings.TrimPrefix(d.ContentURL, baseURL)); w.Code != http.StatusOK {
			t.Errorf("%s answers %d", d.ContentURL, w.Code)
		}
	}
}
