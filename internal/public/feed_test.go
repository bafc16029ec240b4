package public_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"kotakembar/internal/portal"
)

// subscribed is a feed as a real reader of feeds understands it.
func (s site) subscribed(t *testing.T, path string) *gofeed.Feed {
	t.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d", path, w.Code)
	}
	f, err := gofeed.NewParser().ParseString(w.Body.String())
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return f
}

func (s site) changed(t *testing.T) {
	t.Helper()
	who := s.staff(t)
	s.publishAs(t, who, portal.KindCity, s.numberOf(t, portal.KindCity, "suwon"), "Wilayah <diperiksa> & benar.", map[string]string{"region": `"Gyeonggi"`})
	s.publishAs(t, who, portal.KindAgreement, s.numberOf(t, portal.KindAgreement, "melbourne"), "Piagam dilihat di arsip.", map[string]string{"term_id": `"empat"`, "term_en": `"four"`})
	s.retire(t, who, portal.KindActivity, s.numberOf(t, portal.KindActivity, "swn-2020"), "Dobel.")
}

func TestFeedsTellWhatWasPublishedInBothFormsAndLanguages(t *testing.T) {
	s := openOwn(t)
	s.changed(t)
	for path, want := range map[string]int{
		"/perubahan.atom": 4, "/perubahan.json": 4, "/en/changes.atom": 4, "/en/changes.json": 4,
		"/mitra/suwon/perubahan.atom": 2, "/en/partners/melbourne/changes.json": 1, "/mitra/yingkou/perubahan.atom": 0,
		"/perubahan/agreement.atom": 2, "/en/changes/source.json": 1, "/perubahan/opportunity.atom": 0,
	} {
		f := s.subscribed(t, path)
		if len(f.Items) != want {
			t.Errorf("%s holds %d entries, want %d", path, len(f.Items), want)
		}
		if want := map[bool]string{true: "en", false: "id"}[strings.HasPrefix(path, "/en/")]; f.Language != want {
			t.Errorf("%s is in %q", path, f.Language)
		}
		if f.FeedLink != baseURL+path {
			t.Errorf("%s says that it stands at %q", path, f.FeedLink)
		}
		for _, e := range f.Items {
			if !strings.HasPrefix(e.GUID, "tag:kembar.example,2026:") || e.PublishedParsed == nil || !strings.HasPrefix(e.Link, baseURL) {
				t.Errorf("%s: %q, %v, %q", path, e.GUID, e.PublishedParsed, e.Link)
			}
		}
	}
}

func TestEntriesOfAFeedKeepTheirNamesAndLeadToTheVersion(t *testing.T) {
	s := openOwn(t)
	s.changed(t)
	atom, en := s.subscribed(t, "/perubahan.atom"), s.subscribed(t, "/en/changes.json")
	for i := range atom.Items {
		if atom.Items[i].GUID != en.Items[i].GUID {
			t.Errorf("%q is called %q in English", atom.Items[i].GUID, en.Items[i].GUID)
		}
	}
	last := atom.Items[2]
	if last.Title != "Diubah: Kota: Suwon" || !strings.Contains(last.Description, "Wilayah <diperiksa> & benar.") {
		t.Errorf("entry: %q, %q", last.Title, last.Description)
	}
	path, anchor, _ := strings.Cut(strings.TrimPrefix(last.Link, baseURL), "#")
	if s.page(t, path).Find("#"+anchor).Length() != 1 {
		t.Errorf("%s leads to no version", last.Link)
	}
	var version struct{ Version string }
	if err := json.Unmarshal(s.ask(http.MethodGet, "/perubahan.json").Body.Bytes(), &version); err != nil || version.Version != "https://jsonfeed.org/version/1.1" {
		t.Errorf("version %q, %v", version.Version, err)
	}
}

func TestFeedOfAYoungRegisterTellsOfItsFirstData(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{"/perubahan.atom": "Data awal", "/en/changes.json": "First data"} {
		f := s.subscribed(t, path)
		if len(f.Items) != 1 || f.Items[0].Title != want {
			t.Fatalf("%s: %v", path, f.Items)
		}
		e := f.Items[0]
		if cities := s.count(t, "select count(*)::int from cities"); !strings.Contains(e.Description+e.Content, strconv.Itoa(cities)) {
			t.Errorf("%s does not tell of %d cities: %q", path, cities, e.Description+e.Content)
		}
		s.page(t, strings.TrimPrefix(e.Link, baseURL))
	}
}

func TestFeedIsNotSentAgainWhileNothingChanged(t *testing.T) {
	s := openOwn(t)
	first := s.ask(http.MethodGet, "/perubahan.atom")
	if first.Header().Get("Last-Modified") == "" || !strings.HasPrefix(first.Header().Get("Content-Type"), "application/atom+xml") {
		t.Errorf("headers: %v", first.Header())
	}
	r := httptest.NewRequest(http.MethodGet, "/perubahan.atom", nil)
	r.Header.Set("If-None-Match", first.Header().Get("ETag"))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("asked again: %d with %d bytes", w.Code, w.Body.Len())
	}
	s.changed(t)
	w = httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Errorf("asked after a change: %d", w.Code)
	}
}

func TestPagesAnnounceTheirFeeds(t *testing.T) {
	s := open(t)
	for page, feed := range map[string]string{
		"/": "/perubahan.atom", "/en/changes": "/en/changes.json", "/mitra/suwon": "/mitra/suwon/perubahan.atom",
		"/perubahan?kind=agreement": "/perubahan/agreement.atom",
	} {
		if s.page(t, page).Find(`head link[rel="alternate"][type][href="`+feed+`"]`).Length() != 1 {
			t.Errorf("%s does not announce %s", page, feed)
		}
		s.subscribed(t, feed)
	}
	for _, path := range []string{"/mitra/atlantis/perubahan.atom", "/mitra/bandung/perubahan.atom", "/perubahan/staff.atom", "/perubahan/agreement.xml"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
