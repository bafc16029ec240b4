package public_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// differing are the partners on whose main facts sources differ, in SQL of the test's own: some field of the city or of one of its papers,
// other than a figure, has two values; what one source adds to a value that nobody else speaks of is none.
const differing = `select count(*)
	from cities city
	where standing = 'partner'
		and not is_home
		and exists (
			select
			from citations c
			where (c.kind = 'city' and c.record_id = city.id
					or c.kind = 'agreement' and c.record_id in (select id from agreements where city_id = city.id))
				and c.field not in ('population', 'area_km2')
			group by c.kind, c.record_id, regexp_replace(c.field, '_(id|en)$', '')
			having count(distinct says_id) filter (where says_id <> '') > 1
				or count(distinct says_id) = 2)`

// unreported are the programs of ties that ended more than six months ago, on 20 November 2026, and of which no source tells a result.
const unreported = `select count(*)
	from programs g
	where kind not in ('budget', 'visit', 'memorial')
		and status <> 'planned'
		and (end_on || substr('0000-01-01', length(end_on) + 1))::date < date '2026-05-20'
		and result_id = ''
		and not exists (select from outcomes o where o.program_id = g.id and achieved is not null and not effort)
		and (city_id in (select id from cities where standing in ('partner', 'prospect', 'ended'))
			or agreement_ids && array(select id from agreements where city_id in (select id from cities where standing in ('partner', 'prospect', 'ended'))))`

func TestWhatNeedsWatchingLeadsToJustThoseWhomItCounts(t *testing.T) {
	s := open(t)
	for home, files := range map[string]map[string]string{
		"/": {"/mitra": "/mitra.csv", "/program": "/program.csv"}, "/en/": {"/en/partners": "/en/partners.csv", "/en/programs": "/en/programs.csv"},
	} {
		counts := map[string]int{}
		s.page(t, home).Find(".note li").Each(func(_ int, li *goquery.Selection) {
			href := li.Find("a").AttrOr("href", "")
			list, query, narrowed := strings.Cut(href, "?")
			if !narrowed {
				if href == "" || files[href] != "" {
					t.Errorf("%s: %q leads to %q", home, words(li), href)
				}
				return
			}
			n, _, _ := strings.Cut(words(li), " ")
			rows := s.file(t, files[list]+"?"+query)
			if strconv.Itoa(len(rows)) != n {
				t.Errorf("%s: %q leads to %d rows", home, words(li), len(rows))
			}
			if said := words(s.page(t, href).Find("main .note [role=status]")); said != "" {
				t.Errorf("%s: %s is not understood: %q", home, href, said)
			}
			counts[query] = len(rows)
		})
		for query, sql := range map[string]string{"sources=differ&standing=partner": differing, "result=overdue": unreported} {
			if want := s.count(t, sql); counts[query] != want || want == 0 {
				t.Errorf("%s: %s finds %d, want %d", home, query, counts[query], want)
			}
		}
	}
}

func TestDisputesAreCountedInARegisterOfManyTies(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	for query, sql := range map[string]string{"/mitra.csv?sources=differ&standing=partner": differing, "/program.csv?result=overdue": unreported} {
		if got, want := len(s.file(t, query)), s.count(t, sql); got != want {
			t.Errorf("%s finds %d, want %d", query, got, want)
		}
	}
}
