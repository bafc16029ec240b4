package public_test

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// pages are one page of every kind, and those that are special.
var pages = map[string]struct {
	path view.Path
	slug []string
}{
	"home":                 {view.Home, nil},
	"partners":             {view.Partners, nil},
	"partner":              {view.Partner, []string{"braunschweig"}},
	"partner of unknown":   {view.Partner, []string{"yingkou"}},
	"prospect":             {view.Partner, []string{"hangzhou"}},
	"claim":                {view.Partner, []string{"cebu"}},
	"place":                {view.Partner, []string{"paris"}},
	"compare":              {view.Compare, nil},
	"agreements":           {view.Agreements, nil},
	"agreement":            {view.Agreement, []string{"melbourne"}},
	"old agreement":        {view.Agreement, []string{"braunschweig"}},
	"renewal":              {view.Agreement, []string{"hamamatsu-2025"}},
	"letter of intent":     {view.Agreement, []string{"toyota"}},
	"approvals":            {view.Approvals, nil},
	"programs":             {view.Programs, nil},
	"program":              {view.Program, []string{"seo-hongdae"}},
	"program of many":      {view.Program, []string{"budget-2008"}},
	"program with outcome": {view.Program, []string{"kws-jica"}},
	"promises":             {view.Promises, nil},
	"benefits":             {view.Benefits, nil},
	"history":              {view.History, nil},
	"calendar":             {view.Calendar, nil},
	"alerts":               {view.Alerts, nil},
	"activities":           {view.Activities, nil},
	"visits":               {view.Visits, nil},
	"opportunities":        {view.Opportunities, nil},
	"venues":               {view.Venues, nil},
	"sources":              {view.Sources, nil},
	"source":               {view.Source, []string{"bsw-de"}},
	"about":                {view.About, nil},
	"report":               {view.Report, nil},
	"missing":              {view.Missing, nil},
	"privacy":              {view.Privacy, nil},
	"accessibility":        {view.Accessibility, nil},
	"method":               {view.Method, nil},
	"legal path":           {view.LegalPath, nil},
	"glossary":             {view.Glossary, nil},
}

func TestEveryPageStandsInBothLanguages(t *testing.T) {
	s := open(t)
	for name, p := range pages {
		t.Run(name, func(t *testing.T) {
			for _, l := range i18n.Langs {
				checkPage(t, s, l, p.path, p.slug)
			}
		})
	}
}

var catalogKey = regexp.MustCompile(`\b[a-z]+(\.[a-z_]+)+\b`)

func checkPage(t *testing.T, s site, l i18n.Lang, path view.Path, slug []string) {
	t.Helper()
	doc := s.page(t, path.In(l, slug...))
	if got, _ := doc.Find("html").Attr("lang"); got != string(l) {
		t.Errorf("lang is %q, want %q", got, l)
	}
	if title := doc.Find("title").Text(); !strings.Contains(title, "Kota Kembar Bandung") {
		t.Errorf("title is %q", title)
	}
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("%d h1 on %s", n, path.In(l, slug...))
	}
	if text, _ := doc.Find(`meta[name="description"]`).Attr("content"); len(text) < 20 {
		t.Errorf("description is %q", text)
	}
	if href, _ := doc.Find(`link[rel="canonical"]`).Attr("href"); href != baseURL+path.In(l, slug...) {
		t.Errorf("canonical is %q", href)
	}
	for _, other := range i18n.Langs {
		href, _ := doc.Find(`link[rel="alternate"][hreflang="` + string(other) + `"]`).Attr("href")
		if href != baseURL+path.In(other, slug...) {
			t.Errorf("alternate in %s is %q", other, href)
		}
	}
	checkWords(t, doc)
	checkHeadings(t, doc)
	checkReferences(t, doc)
	checkLinkedData(t, doc)
}

// checkWords finds keys that the catalog lacks and verbs that nothing filled.
func checkWords(t *testing.T, doc *goquery.Document) {
	t.Helper()
	body := doc.Find("body").Clone()
	body.Find("cite, q, script, .facts a, .meta").Remove()
	for _, found := range catalogKey.FindAllString(words(body), -1) {
		if head, _, _ := strings.Cut(found, "."); slices.Contains(rooms, head) {
			t.Errorf("untranslated key %q", found)
		}
	}
	if text := doc.Text(); strings.Contains(text, "%!") || strings.Contains(text, "%s") || strings.Contains(text, "%d") {
		t.Errorf("unfilled words in %q", words(doc.Find("main")))
	}
}

// rooms are the first parts of catalog keys.
var rooms = []string{
	"about", "accessibility", "activities", "activity", "agreement", "agreements", "approval", "approvals", "benefits", "choice", "date", "dispute",
	"document", "duration", "fact", "field", "filter", "footer", "formality", "home", "indicator", "law", "legal", "letter", "map", "method",
	"mirror", "missing", "nav", "opportunities", "opportunity", "participants", "partner", "partners", "privacy", "problem", "program",
	"programs", "promise", "promises", "pulse", "request", "site", "source", "sources", "span", "statement", "step", "stretch", "term",
	"terms", "venue", "venues", "visits", "vitality", "watch",
}

// checkHeadings asks that no level is skipped.
func checkHeadings(t *testing.T, doc *goquery.Document) {
	t.Helper()
	last := 0
	doc.Find("main").Find("h1, h2, h3, h4").Each(func(_ int, h *goquery.Selection) {
		level := int(goquery.NodeName(h)[1] - '0')
		if level > last+1 {
			t.Errorf("h%d %q after h%d", level, words(h), last)
		}
		last = level
	})
}

// checkReferences asks that every number points to a source of the list, that they are handed out in order, and that ids are unique.
func checkReferences(t *testing.T, doc *goquery.Document) {
	t.Helper()
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id, _ := e.Attr("id")
		if ids[id] {
			t.Errorf("id %q stands twice", id)
		}
		ids[id] = true
	})
	used := map[string]bool{}
	doc.Find("main .refs a").Each(func(_ int, a *goquery.Selection) {
		href, _ := a.Attr("href")
		used[href] = true
		if !ids[strings.TrimPrefix(href, "#")] {
			t.Errorf("reference to %q, which is not there", href)
		}
	})
	if listed := doc.Find(".sources > li").Length(); listed != len(used) {
		t.Errorf("%d sources listed, %d used", listed, len(used))
	}
}

func checkLinkedData(t *testing.T, doc *goquery.Document) {
	t.Helper()
	doc.Find(`script[type="application/ld+json"]`).Each(func(_ int, e *goquery.Selection) {
		var data map[string]any
		if err := json.Unmarshal([]byte(e.Text()), &data); err != nil {
			t.Errorf("linked data: %v", err)
		}
		if data["@context"] != "https://schema.org" || data["@type"] == nil || data["name"] == "" {
			t.Errorf("linked data: %v", data)
		}
	})
}

func TestBothLanguagesHoldTheSame(t *testing.T) {
	s := open(t)
	for name, p := range pages {
		t.Run(name, func(t *testing.T) {
			id, en := s.page(t, p.path.In(i18n.ID, p.slug...)), s.page(t, p.path.In(i18n.EN, p.slug...))
			for _, selector := range []string{
				".facts > div", ".records > li", ".pulse-row", "tbody tr", ".sources > li", ".dispute", ".dispute-claims > li",
				".stepper > li", ".tag", ".refs a", ".skyline li", "h2", "h3", ".vitality",
			} {
				if a, b := id.Find(selector).Length(), en.Find(selector).Length(); a != b {
					t.Errorf("%q: %d in Indonesian, %d in English", selector, a, b)
				}
			}
		})
	}
}

func TestHeadAnswersLikeGet(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/", "/en/", "/mitra/braunschweig", "/en/agreements/melbourne"} {
		if w := s.ask(http.MethodHead, path); w.Code != http.StatusOK || w.Header().Get("ETag") == "" {
			t.Errorf("HEAD %s: %d %v", path, w.Code, w.Header())
		}
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	s := open(t)
	for _, path := range []string{
		"/mitra/atlantis", "/en/partners/atlantis", "/perjanjian/atlantis", "/en/agreements/atlantis", "/program/atlantis",
		"/en/programs/atlantis", "/sumber/atlantis", "/en/sources/atlantis", "/mitra/bandung",
	} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("GET %s: %d", path, w.Code)
		}
	}
}
