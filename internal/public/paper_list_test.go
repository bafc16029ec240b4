package public_test

import (
	"net/http"
	"strings"
	"testing"
)

// grownPapers gives each of many ties a paper that its own council approved, and a promise; the home council decided about every sixth.
func (s site) grownPapers(t *testing.T) {
	t.Helper()
	s.many(t)
	s.exec(t, `insert into agreements (slug, city_id, title_id, title_en, legal_type, instrument, signed_on, regime)
		select slug, id, name_id, name_en, 'sister_city', 'memorandum', '2005-01-01'::date + substr(slug, 6)::int, '2018' from cities where slug like 'kota-%'`)
	s.exec(t, `insert into approvals (agreement_id, kind, body, number_not_found, decided_on, decision)
		select id, 'foreign_council', 'Gemeenteraad', true, signed_on, 'approved' from agreements where slug like 'kota-%'`)
	s.exec(t, `insert into approvals (agreement_id, kind, body, number_not_found, decided_on, decision)
		select a.id, 'dprd', 'DPRD', true, d.decided_on, d.decision from agreements a,
			(values ('2001', 'refused'), ('2003', 'pending'), (null, 'approved'), ('2002', 'approved')) d (decided_on, decision)
		where a.slug like 'kota-%' and substr(a.slug, 6)::int % 6 = 1`)
	s.exec(t, `insert into promises (agreement_id, words_id, words_en, sectors, due_on, state)
		select id, title_id, title_en, '{WAT}', case substr(slug, 6)::int % 2 when 0 then '2011' else '2091' end, 'running' from agreements where slug like 'kota-%'`)
}

func TestVeryManyApprovalsStandInPartsAndTheLastWordOfTheCouncilCounts(t *testing.T) {
	s := openOwn(t)
	s.grownPapers(t)
	first := s.page(t, "/persetujuan-dprd")
	if n := first.Find("tbody tr").Length(); n != 25 || first.Find(`a[href="/persetujuan-dprd?page=2"]`).Length() == 0 {
		t.Errorf("the first part shows %d papers", n)
	}
	row := s.page(t, "/persetujuan-dprd?result=approved").Find(`tbody tr:has(a[href="/perjanjian/kota-595"])`)
	if text := words(row); !strings.Contains(text, "Kota 595") || !strings.Contains(text, "2002") || !strings.Contains(text, "Disetujui") {
		t.Errorf("a paper with several decisions reads %q", text)
	}
	if n := s.page(t, "/persetujuan-dprd?result=refused").Find(`a[href^="/perjanjian/kota-"]`).Length(); n != 0 {
		t.Errorf("%d papers count as refused that were approved later", n)
	}
	s.exec(t, `update approvals set decision = 'refused' where kind = 'dprd' and decided_on = '2002' and agreement_id = (select id from agreements where slug = 'kota-595')`)
	if text := words(s.page(t, "/persetujuan-dprd?result=approved").Find("tbody")); strings.Contains(text, "Kota 595") {
		t.Error("a paper stands under what the council said before")
	}
	others := first.Find(".rail:contains('Persetujuan pihak lain')")
	if n := others.Find(".records > li").Length(); n != 10 || !strings.Contains(words(others), "10 yang terbaru dari 60") {
		t.Errorf("of others %d approvals are shown: %q", n, words(others))
	}
	if file := s.ask(http.MethodGet, "/persetujuan-dprd.csv").Body.String(); strings.Count(file, "/perjanjian/kota-") != 450 {
		t.Errorf("the file holds %d papers", strings.Count(file, "/perjanjian/kota-"))
	}
}

func TestVeryManyPromisesStandInPartsAndAreCountedAtOnce(t *testing.T) {
	s := openOwn(t)
	s.grownPapers(t)
	first := s.page(t, "/janji?sector=WAT&due=overdue")
	if n := first.Find("tbody tr").Length(); n != 25 {
		t.Errorf("the first part shows %d promises", n)
	}
	if n := s.page(t, "/janji?sector=WAT&due=overdue&page=12").Find("tbody tr").Length(); n != 25 {
		t.Errorf("the last part shows %d promises", n)
	}
	if n := s.page(t, "/janji?partner=kota-8").Find("tbody tr").Length(); n != 1 {
		t.Errorf("a partner that is not offered narrows the list to %d promises", n)
	}
	s.exec(t, `update promises set state = 'delivered' where agreement_id = (select id from agreements where slug = 'kota-8')`)
	if text := words(s.page(t, "/janji?state=delivered").Find("tbody")); !strings.Contains(text, "Kota 008") {
		t.Error("a promise that was kept is not under what was kept")
	}
	if file := s.ask(http.MethodGet, "/janji.csv?sector=WAT").Body.String(); strings.Count(file, "/perjanjian/kota-") != 600 {
		t.Errorf("the file holds %d promises", strings.Count(file, "/perjanjian/kota-"))
	}
}

func TestTextAboutWhoDecidesNamesItsSourcesAboveEveryPartOfTheApprovals(t *testing.T) {
	s := open(t)
	whole, narrowed := s.page(t, "/persetujuan-dprd").Find(".lead"), s.page(t, "/persetujuan-dprd?result=older").Find(".lead")
	if n := whole.Find(".refs a").Length(); n == 0 || narrowed.Find(".refs a").Length() != n {
		t.Errorf("above all approvals %d sources are named, above some of them %d", n, narrowed.Find(".refs a").Length())
	}
}
