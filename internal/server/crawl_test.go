package server_test

import (
	"bytes"
	"compress/gzip"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/server"
	"kotakembar/internal/store/storetest"
	"kotakembar/web"
	"kotakembar/web/view"
)

// How many addresses are asked for that are alike: those that differ only in the values of their query, or ask for several things
// at once, since filters have no end, those of one route, since the histories of all records would take longer than all else, and
// the cards, each of which is drawn.
const (
	queriesAsked = 3
	recordsAsked = 24
	cardsAsked   = 4
)

// weightLimit is what a page and the stylesheet may weigh together, packed, in bytes.
const weightLimit = 25 << 10

// crawl walks the public site as a reader does who follows every link.
type crawl struct {
	*browser
	most    int                        // pages of one route that are asked for
	waiting []string                   // addresses of ours without fragment, still to be asked for
	from    map[string]string          // address -> the first page that links to it
	alike   map[string]int             // route, or path and names of the query -> addresses asked for
	ids     map[string]map[string]bool // page -> its anchors
	anchors map[[2]string]string       // page and fragment -> the first page that links to them
	style   int                        // packed bytes of the stylesheet
}

func TestNoLinkOfThePublicSiteIsBroken(t *testing.T) {
	t.Parallel()
	s := closed(t, unhurried)
	s.over(storetest.Shared(t))
	c := s.crawl(recordsAsked)
	for _, to := range slices.SortedFunc(maps.Keys(c.anchors), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		if ids, html := c.ids[to[0]]; html && !ids[to[1]] {
			t.Errorf("%s has no part %q, to which %s links", to[0], to[1], c.anchors[to])
		}
	}
	if len(c.ids) < 200 {
		t.Errorf("only %d pages were found", len(c.ids))
	}
}

// unhurried is a site that may be asked for as much as a crawl asks for.
func unhurried(c *server.Config) { c.Searches, c.Bulk = 1<<20, 1<<20 }

// crawl walks the whole public site, at most so many pages of one route.
func (s site) crawl(most int) *crawl {
	s.t.Helper()
	c := &crawl{
		browser: s.browser(), most: most, from: map[string]string{}, alike: map[string]int{},
		ids: map[string]map[string]bool{}, anchors: map[[2]string]string{},
	}
	c.style = packedSize(c.get(web.URL(web.Stylesheet)).is(http.StatusOK).body)
	for _, l := range i18n.Langs {
		c.follow("", view.Home.In(l))
	}
	for len(c.waiting) > 0 {
		at := c.waiting[0]
		c.waiting = c.waiting[1:]
		c.visit(at)
	}
	return c
}

// visit asks for an address and follows what the answer links to.
func (c *crawl) visit(at string) {
	c.t.Helper()
	a := c.get(at)
	if a.StatusCode != http.StatusOK {
		c.t.Errorf("%s answers %d; %s links to it", at, a.StatusCode, c.from[at])
		return
	}
	if !strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") {
		return
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(a.body))
	if err != nil {
		c.t.Fatal(err)
	}
	c.ids[at] = map[string]bool{"": true}
	page.Find("[id]").Each(func(_ int, e *goquery.Selection) { c.ids[at][e.AttrOr("id", "")] = true })
	page.Find("a[href], link[href]").Each(func(_ int, e *goquery.Selection) { c.follow(at, e.AttrOr("href", "")) })
	page.Find("img[src], script[src], iframe[src]").Each(func(_ int, e *goquery.Selection) { c.follow(at, e.AttrOr("src", "")) })
	c.followCard(at, page)
	if weight := c.style + packedSize(a.body); weight > weightLimit {
		c.t.Errorf("%s weighs %d bytes with the stylesheet, more than %d", at, weight, weightLimit)
	}
}

// followCard follows the share card of a page. No page that search engines may keep shares that of the home page, or has none.
func (c *crawl) followCard(at string, page *goquery.Document) {
	c.t.Helper()
	card := page.Find(`meta[property="og:image"]`).AttrOr("content", "")
	c.follow(at, card)
	shown, err := url.Parse(card)
	if err != nil {
		c.t.Error(err)
		return
	}
	for _, l := range i18n.Langs {
		if kept := page.Find(`link[rel="canonical"]`).Length() > 0; kept && at != view.Home.In(l) && (card == "" || shown.Path == view.Home.Card().In(l)) {
			c.t.Errorf("%s has the card %q", at, card)
		}
	}
}

// follow notes a link of a page; those that lead elsewhere, and to the rooms of staff, are left alone.
func (c *crawl) follow(at, href string) {
	c.t.Helper()
	base := &url.URL{Scheme: "https", Host: host, Path: "/"}
	if at != "" {
		base, _ = base.Parse(at)
	}
	to, err := base.Parse(href)
	if err != nil {
		c.t.Errorf("%s links to %q: %v", at, href, err)
		return
	}
	for _, l := range i18n.Langs {
		if desks := view.Desks.In(l); to.Path == desks || strings.HasPrefix(to.Path, desks+"/") {
			return
		}
	}
	if to.Host != host || to.Scheme != "https" {
		return
	}
	address := to.RequestURI()
	if to.Fragment != "" && c.anchors[[2]string{address, to.Fragment}] == "" {
		c.anchors[[2]string{address, to.Fragment}] = at
	}
	if _, known := c.from[address]; known || !c.wanted(to) {
		return
	}
	c.from[address] = at
	c.waiting = append(c.waiting, address)
}

// wanted tells whether an address is asked for, or enough like it have been.
func (c *crawl) wanted(to *url.URL) bool {
	shape, most := to.Path+"?"+strings.Join(slices.Sorted(maps.Keys(to.Query())), "&"), min(queriesAsked, c.most)
	if len(to.Query()) > 1 {
		shape = to.Path + "?&"
	}
	if to.RawQuery == "" {
		route := chi.NewRouteContext()
		c.Routes().Match(route, http.MethodGet, to.Path)
		shape, most = route.RoutePattern(), c.most
		if strings.HasSuffix(shape, ".png") {
			most = min(cardsAsked, c.most)
		}
	}
	c.alike[shape]++
	return c.alike[shape] <= most || strings.HasSuffix(shape, "*")
}

func packedSize(text string) int {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write([]byte(text)) // a buffer takes everything
	_ = w.Close()
	return packed.Len()
}

// TestPageOfAPartnerOfManyActivitiesKeepsItsWeight gives the partner of which most is known a hundred more, each with a source of its own.
func TestPageOfAPartnerOfManyActivitiesKeepsItsWeight(t *testing.T) {
	t.Parallel()
	s := closed(t, unhurried)
	pool := s.over(storetest.URL(t))
	_, err := pool.Exec(t.Context(), `
		with more as (
			insert into activities (city_id, nature, kind, start_on, title_id, title_en)
			select seed_id('city', 'braunschweig'), 'substantive', 'training', '2025-' || lpad((n % 12 + 1)::text, 2, '0'),
				'Pelatihan ' || md5(n::text), 'Training ' || md5(n::text)
			from generate_series(1, 100) n
			returning id
		), told as (
			insert into sources (slug, title, publisher, url, language, quality)
			select 'banyak-' || id, 'Berita ' || md5('s' || id), 'Surat kabar ' || id, 'https://contoh.example/' || md5('u' || id), 'id', 'secondary'
			from more
			returning id, slug
		)
		insert into citations (kind, record_id, position, field, source_id)
		select 'activity', more.id, 1, 'start_on', told.id
		from more
		join told on told.slug = 'banyak-' || more.id`)
	if err != nil {
		t.Fatal(err)
	}
	b := s.browser()
	style := packedSize(b.get(web.URL(web.Stylesheet)).is(http.StatusOK).body)
	for _, l := range i18n.Langs {
		path := view.Partner.In(l, "braunschweig")
		a := b.get(path).is(http.StatusOK)
		if weight := style + packedSize(a.body); weight > weightLimit {
			t.Errorf("%s weighs %d bytes with the stylesheet, more than %d", path, weight, weightLimit)
		}
		if all := view.Activities.In(l) + "?partner=braunschweig"; !strings.Contains(a.body, `href="`+all+`"`) {
			t.Errorf("%s does not lead to %s", path, all)
		}
	}
}
