package public

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// sitePages are the pages that are neither of a record nor of one reader: every new page is told here to those who look for pages by
// machine. One whose route is not there is left out.
var sitePages = []struct {
	path view.Path
	key  string // of the catalog: KEY.title and KEY.description, empty where the page has other words
	live bool   // it changes with the register
}{
	{view.Home, "", true}, {view.Partners, "partners", true}, {view.Compare, "compare", true}, {view.Agreements, "agreements", true},
	{view.Approvals, "approvals", true}, {view.Promises, "promises", true}, {view.Programs, "programs", true},
	{view.Activities, "activities", true}, {view.Visits, "visits", true}, {view.Opportunities, "opportunities", true},
	{view.Venues, "venues", true}, {view.Sources, "sources", true}, {view.Benefits, "benefits", true}, {view.History, "history", true},
	{view.Calendar, "calendar", true}, {view.Recent, "recent", true}, {view.Missing, "missing", true}, {view.Data, "data", true},
	{view.APIDocs, "guide", false}, {view.Find, "search", false}, {view.About, "about", false}, {view.Method, "method", false},
	{view.LegalPath, "law", false}, {view.Glossary, "terms", false}, {view.Report, "letter", false},
	{view.Alerts, "alert", false}, {view.Accessibility, "accessibility", false}, {view.Privacy, "privacy", false},
}

// recordPages are the kinds of records that have pages of their own.
var recordPages = []struct {
	kind portal.Kind
	path view.Path
}{
	{portal.KindCity, view.Partner}, {portal.KindAgreement, view.Agreement}, {portal.KindProgram, view.Program}, {portal.KindSource, view.Source},
}

const (
	sitemapPart = 10_000 // records whose pages stand in one part: two addresses each, far below the 50,000 that are allowed
	sitemapKept = time.Hour
	mainPart    = "pages" // the part of the pages that are of no record
)

// sitemapURL is one address with the same page in each language.
type sitemapURL struct {
	Loc        string          `xml:"loc"`
	LastMod    string          `xml:"lastmod,omitempty"`
	Alternates []sitemapOthers `xml:"xhtml:link"`
}

type sitemapOthers struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type sitemapSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name       `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapEntry `xml:"sitemap"`
}

type sitemapEntry struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap names the parts in which all pages are listed.
func (d Downloads) sitemap(w http.ResponseWriter, r *http.Request) error {
	updated, err := d.Store.UpdatedAt(r.Context())
	if err != nil {
		return err
	}
	base := view.AmbientFrom(r.Context()).BaseURL
	entry := func(name string, at time.Time) sitemapEntry {
		return sitemapEntry{Loc: base + view.SitemapPart.In(i18n.ID, name+".xml"), LastMod: lastMod(at)}
	}
	index := sitemapIndex{Parts: []sitemapEntry{entry(mainPart, updated)}}
	for _, p := range recordPages {
		pages, err := d.Store.PageChanges(r.Context(), p.kind)
		if err != nil {
			return err
		}
		for n := 0; n*sitemapPart < len(pages); n++ {
			var last time.Time
			for _, page := range pages[n*sitemapPart : min((n+1)*sitemapPart, len(pages))] {
				if page.At.After(last) {
					last = page.At
				}
			}
			index.Parts = append(index.Parts, entry(partName(p.kind, n), last))
		}
	}
	return shareXML(w, r, index)
}

func partName(kind portal.Kind, n int) string { return string(kind) + "-" + strconv.Itoa(n+1) }

// sitemapPart lists the pages of one part.
func (d Downloads) sitemapPart(w http.ResponseWriter, r *http.Request) error {
	name, ok := strings.CutSuffix(chi.URLParam(r, "part"), ".xml")
	if !ok {
		return portal.ErrNotFound
	}
	m := mapper{base: view.AmbientFrom(r.Context()).BaseURL}
	if name == mainPart {
		if err := d.listPages(r, &m); err != nil {
			return err
		}
		return m.share(w, r)
	}
	for _, p := range recordPages {
		number, ok := strings.CutPrefix(name, string(p.kind)+"-")
		n, err := strconv.Atoi(number)
		if !ok || err != nil || number != strconv.Itoa(n) || n < 1 {
			continue
		}
		pages, err := d.Store.PageChanges(r.Context(), p.kind)
		if err != nil {
			return err
		}
		for _, page := range pages[min((n-1)*sitemapPart, len(pages)):min(n*sitemapPart, len(pages))] {
			m.add(p.path, page.At, page.Slug)
		}
	}
	return m.share(w, r)
}

// listPages adds the pages that are of no record, as far as they are there.
func (d Downloads) listPages(r *http.Request, m *mapper) error {
	updated, err := d.Store.UpdatedAt(r.Context())
	if err != nil {
		return err
	}
	for _, p := range sitePages {
		at := updated
		if !p.live {
			at = time.Time{}
		}
		if routed(r, p.path) {
			m.add(p.path, at)
		}
	}
	states, err := d.Store.TableStates(r.Context())
	if err != nil {
		return err
	}
	sets, err := d.Shelf.Sets(r.Context())
	for _, s := range sets {
		m.add(view.DataSet, states[s.Name].UpdatedAt, s.Name)
	}
	return err
}

// routed tells whether somebody answers at a path, so that no list names what is not there yet.
func routed(r *http.Request, path view.Path) bool {
	return chi.RouteContext(r.Context()).Routes.Match(chi.NewRouteContext(), http.MethodGet, path.Pattern(i18n.ID))
}

// mapper gathers addresses.
type mapper struct {
	base string
	urls []sitemapURL
}

// add adds a page in each language, each with the others beside it.
func (m *mapper) add(path view.Path, at time.Time, args ...string) {
	var others []sitemapOthers
	for _, l := range i18n.Langs {
		others = append(others, sitemapOthers{"alternate", string(l), m.base + path.In(l, args...)})
	}
	others = append(others, sitemapOthers{"alternate", "x-default", m.base + path.In(i18n.ID, args...)})
	for _, l := range i18n.Langs {
		m.urls = append(m.urls, sitemapURL{Loc: m.base + path.In(l, args...), LastMod: lastMod(at), Alternates: others})
	}
}

// share answers with the addresses; a part without any is not there.
func (m *mapper) share(w http.ResponseWriter, r *http.Request) error {
	if len(m.urls) == 0 {
		return portal.ErrNotFound
	}
	return shareXML(w, r, sitemapSet{XHTML: "http://www.w3.org/1999/xhtml", URLs: m.urls})
}

func shareXML(w http.ResponseWriter, r *http.Request, document any) error {
	body, err := xml.Marshal(document)
	if err != nil {
		return fmt.Errorf("write sitemap: %w", err)
	}
	return respond.Share(w, r, respond.Shared{Type: "application/xml", Body: append([]byte(xml.Header), body...), Keep: sitemapKept})
}

// lastMod is an instant as sitemaps have it, empty for an unknown one.
func lastMod(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
