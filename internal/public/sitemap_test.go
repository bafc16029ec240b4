package public_test

import (
	"encoding/xml"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// listed is one address of a sitemap.
type listed struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Lang string `xml:"hreflang,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/1999/xhtml link"`
}

// sitemap are all addresses of all parts.
func (s site) sitemap(t *testing.T) (all []listed) {
	t.Helper()
	var index struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Parts   []listed `xml:"sitemap"`
	}
	s.xml(t, "/sitemap.xml", &index)
	for _, part := range index.Parts {
		var set struct {
			XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
			URLs    []listed `xml:"url"`
		}
		s.xml(t, strings.TrimPrefix(part.Loc, baseURL), &set)
		latest := ""
		for _, one := range set.URLs {
			latest = max(latest, one.LastMod)
		}
		if latest != part.LastMod {
			t.Errorf("%s changed last at %s, the index says %s", part.Loc, latest, part.LastMod)
		}
		all = append(all, set.URLs...)
	}
	return all
}

func (s site) xml(t *testing.T, path string, to any) {
	t.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/xml" {
		t.Fatalf("%s answers %d, %v", path, w.Code, w.Header())
	}
	if err := xml.Unmarshal(w.Body.Bytes(), to); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func TestEveryAddressOfTheSitemapIsAPageUnderItsOwnName(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	for _, one := range s.sitemap(t) {
		page := s.page(t, strings.TrimPrefix(one.Loc, baseURL))
		if canonical := page.Find(`link[rel="canonical"]`).AttrOr("href", ""); canonical != one.Loc || page.Find(`meta[name="robots"]`).Length() > 0 {
			t.Errorf("%s calls itself %q, or wants to be left alone", one.Loc, canonical)
		}
		langs := map[string]string{}
		for _, link := range one.Links {
			langs[link.Lang] = link.Href
		}
		page.Find(`link[rel="alternate"][hreflang]`).Each(func(_ int, link *goquery.Selection) {
			if lang := link.AttrOr("hreflang", ""); langs[lang] != link.AttrOr("href", "") {
				t.Errorf("%s is in %s at %q, the sitemap says %q", one.Loc, lang, link.AttrOr("href", ""), langs[lang])
			}
		})
		if len(langs) != 3 {
			t.Errorf("%s has the languages %v", one.Loc, langs)
		}
	}
}

func TestSitemapKnowsWhenAPageChanged(t *testing.T) {
	s, _ := openOwn(t).giving(t, 0)
	changed := func(path string) string {
		for _, one := range s.sitemap(t) {
			if one.Loc == baseURL+path {
				return one.LastMod
			}
		}
		return ""
	}
	before, other := changed("/mitra/braunschweig"), changed("/mitra/suwon")
	at := time.Date(2030, time.May, 6, 7, 8, 9, 0, time.UTC)
	if _, err := s.pool.Exec(t.Context(), `insert into changes (kind, record_id, title, state, author, decided_at)
		select 'activity', min(a.id), 'x', 'applied', 'test', $1::timestamptz from activities a join cities c on c.id = a.city_id where c.slug = 'braunschweig'`, at); err != nil {
		t.Fatal(err)
	}
	if now := changed("/mitra/braunschweig"); before == "" || now != at.Format(time.RFC3339) {
		t.Errorf("the page of a city changed at %s, and with its activity at %s", before, now)
	}
	if now := changed("/mitra/suwon"); now != other {
		t.Errorf("the page of another city moved from %s to %s", other, now)
	}
	if now := changed("/en/partners"); now != at.Format(time.RFC3339) {
		t.Errorf("the list of partners changed at %s", now)
	}
	if now := changed("/tentang"); now != "" {
		t.Errorf("a page without records changed at %s", now)
	}
}

// unlisted are pages that no list for machines names, though they have a fixed address or belong to a record.
var unlisted = map[view.Path]string{
	view.RecordHistory:      "there is one for each record; search engines have the record's own page",
	view.ReportSent:         "it is of one reader",
	view.Alert:              "it is of one reader",
	view.Request:            "it is a form about one gap",
	view.PulseFrame:         "other sites show it in a frame; search engines have the partner's page",
	view.Questionnaire:      "it is told to those who took part",
	view.QuestionnaireSheet: "it is told to those who took part",
	view.APIDoc:             "the page of the API leads there",
}

// filePattern are the routes with placeholders that lead to files and not to pages.
var filePattern = regexp.MustCompile(`\.[a-z]+$|^/data/(files|snapshot)/|^/sitemap/`)

func TestEveryPageIsToldToSearchEngines(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	known := map[string]bool{}
	for _, one := range s.sitemap(t) {
		known[strings.TrimPrefix(one.Loc, baseURL)] = true
	}
	patterns := map[string]bool{view.Document.ID: true, view.Document.EN: true, view.DocumentImage.ID: true, view.DocumentImage.EN: true}
	for _, l := range i18n.Langs {
		for _, path := range []view.Path{view.Partner, view.Agreement, view.Program, view.Source, view.DataSet} {
			patterns[path.Pattern(l)] = true
		}
		for path := range unlisted {
			patterns[path.Pattern(l)] = true
		}
	}
	err := chi.Walk(s.Handler.(chi.Routes), func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if method != http.MethodGet || known[pattern] || patterns[pattern] {
			return nil
		}
		if strings.Contains(pattern, "{") {
			if !filePattern.MatchString(pattern) {
				t.Errorf("%s leads to pages that are in no sitemap: name its kind in recordPages, or say why not in this test", pattern)
			}
			return nil
		}
		w := s.ask(http.MethodGet, pattern)
		if w.Code == http.StatusOK && strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && !strings.Contains(w.Body.String(), `name="robots"`) {
			t.Errorf("%s is in no sitemap: name it in sitePages", pattern)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMachinesAreToldWhereToBegin(t *testing.T) {
	s, _ := open(t).giving(t, 0)
	models := s.ask(http.MethodGet, "/llms.txt").Body.String()
	if !strings.HasPrefix(models, "# Kota Kembar Bandung\n\n> ") {
		t.Errorf("llms.txt begins %q", models[:60])
	}
	links := 0
	for _, rest := range strings.Split(models, "]("+baseURL)[1:] {
		path, _, _ := strings.Cut(rest, ")")
		links++
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusOK {
			t.Errorf("llms.txt leads to %s, which answers %d", path, w.Code)
		}
	}
	for _, address := range []string{"/en/legal-path", "/en/glossary", "/en/changes.atom", "/en/changes.json", "/en/calendar.ics", "/data/files/wikidata-p190.txt", "/data/catalog.jsonld"} {
		if !strings.Contains(models, "]("+baseURL+address+")") {
			t.Errorf("llms.txt does not lead to %s", address)
		}
	}
	data := s.page(t, "/data")
	for _, address := range []string{"/perubahan.atom", "/perubahan.json", "/kalender.ics"} {
		if data.Find(`main a[href="`+address+`"]`).Length() != 1 {
			t.Errorf("the data page does not lead to %s", address)
		}
	}
	if links < 30 {
		t.Errorf("llms.txt names %d addresses", links)
	}
	security := s.ask(http.MethodGet, "/.well-known/security.txt")
	fields := map[string]string{}
	for line := range strings.Lines(security.Body.String()) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Errorf("security.txt has the line %q", line)
		}
		fields[name] = value
	}
	expires, err := time.Parse(time.RFC3339, fields["Expires"])
	if err != nil || !expires.After(today) || expires.After(today.AddDate(1, 0, 0)) || fields["Canonical"] != baseURL+"/.well-known/security.txt" {
		t.Errorf("security.txt says %v (%v)", fields, err)
	}
	if w := s.ask(http.MethodGet, strings.TrimPrefix(fields["Contact"], baseURL)); w.Code != http.StatusOK {
		t.Errorf("the contact %q answers %d", fields["Contact"], w.Code)
	}
	if kind := security.Header().Get("Content-Type"); kind != "text/plain; charset=utf-8" {
		t.Errorf("security.txt is %q", kind)
	}
}
