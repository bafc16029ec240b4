package public_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// grownRegisters gives each of many ties a program and an activity, the later the higher its number.
func (s site) grownRegisters(t *testing.T) {
	t.Helper()
	s.many(t)
	s.exec(t, `insert into programs (slug, city_id, kind, title_id, title_en, status, start_on, sectors)
		select slug, id, 'culture', name_id, name_en, 'ongoing', '2001-01-01'::date + id::int, '{WAT}' from cities where slug like 'kota-%'`)
	s.exec(t, `insert into activities (city_id, title_id, title_en, nature, kind, place, start_on)
		select id, name_id, name_en, 'substantive', 'works', 'online', '2001-01-01'::date + substr(slug, 6)::int / 2 from cities where slug like 'kota-%'`)
}

func TestListOfVeryManyProgramsStandsInPartsAndIsCountedAtOnce(t *testing.T) {
	s := openOwn(t)
	s.grownRegisters(t)
	first := s.page(t, "/program?sector=WAT&status=ongoing&kind=culture")
	if n := first.Find("tbody tr").Length(); n != 25 {
		t.Errorf("the first part shows %d programs, want 25", n)
	}
	last := s.page(t, "/program?sector=WAT&status=ongoing&kind=culture&page=24")
	if n := last.Find("tbody tr").Length(); n != 25 || !strings.Contains(words(last.Find("tbody tr").Last()), "Kota 001") {
		t.Errorf("the last part shows %d programs and ends with %q", n, words(last.Find("tbody tr").Last()))
	}
	if n := first.Find(`a[href*="partner="]`).Length(); n == 0 || n > 70 {
		t.Errorf("%d partners are offered to narrow the list by", n)
	}
	if n := s.page(t, "/program?partner=kota-7").Find("tbody tr").Length(); n != 1 {
		t.Errorf("a partner that is not offered narrows the list to %d programs", n)
	}
	s.exec(t, `insert into programs (slug, kind, title_id, title_en, status, start_on, sectors) values ('di-mana-pun', 'culture', 'Di mana pun', 'Anywhere', 'ongoing', '2030', '{WAT}')`)
	if row := words(s.page(t, "/program?sector=WAT&status=ongoing&kind=culture").Find("tbody tr").First()); !strings.Contains(row, "Di mana pun") {
		t.Errorf("a new program of no city is not at the head of the list: %q", row)
	}
	s.exec(t, `update programs set title_id = 'Lain' where slug = 'di-mana-pun'`)
	s.exec(t, `update programs set status = 'closed' where slug = 'kota-600'`)
	if rows := words(s.page(t, "/program?sector=WAT&status=ongoing&kind=culture").Find("tbody")); !strings.Contains(rows, "Lain") || strings.Contains(rows, "Kota 600") {
		t.Error("the list does not show what was written")
	}
	s.exec(t, `delete from programs where slug = 'di-mana-pun'`)
	if row := words(s.page(t, "/program?sector=WAT&status=ongoing&kind=culture").Find("tbody tr").First()); strings.Contains(row, "Lain") {
		t.Error("the list shows a program that is gone")
	}
}

func TestListOfVeryManyActivitiesGoesOnToItsEnd(t *testing.T) {
	s := openOwn(t)
	s.grownRegisters(t)
	for number, name := range map[int]string{1: "Kota 600", 24: "Kota 001"} {
		doc := s.page(t, "/kegiatan?kind=works&place=online&page="+strconv.Itoa(number))
		if shown := words(doc.Find(".records")); !strings.Contains(shown, name) {
			t.Errorf("part %d of the list does not show %s", number, name)
		}
	}
	if file := s.ask(http.MethodGet, "/kegiatan.csv?kind=works").Body.String(); strings.Count(file, "Kota  0") < 99 || !strings.Contains(file, "Kota  600") {
		t.Error("the file does not hold all parts of the list")
	}
}

func TestListOfVeryManyAgreementsShowsTheFirstOfEachGroupAndLeadsToAll(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	s.exec(t, `insert into agreements (slug, city_id, title_id, title_en, legal_type, instrument, signed_on, regime)
		select slug, id, name_id, name_en, 'sister_city', 'memorandum', '1901-01-01'::date + substr(slug, 6)::int, 'before_1993' from cities where slug like 'kota-%'`)
	all := s.page(t, "/perjanjian")
	if n := all.Find("tbody").First().Find("tr").Length(); n != 10 {
		t.Errorf("the page of all groups shows %d concluded papers", n)
	}
	more := all.Find(`a[href="/perjanjian?group=concluded"]`)
	if !strings.HasPrefix(words(more), "Lihat semua (4") {
		t.Errorf("the page leads to all concluded papers by %q", words(more))
	}
	if row := words(s.page(t, "/perjanjian?group=concluded&page=2").Find("tbody tr").First()); !strings.Contains(row, "Kota 034") {
		t.Errorf("the second part of the group begins with %q", row)
	}
	if n := s.page(t, "/perjanjian?group=claims").Find("table").Length(); n != 1 {
		t.Errorf("a group asked for alone stands in %d tables", n)
	}
	if file := s.ask(http.MethodGet, "/perjanjian.csv").Body.String(); strings.Count(file, "\n") < 600 {
		t.Error("the file does not hold all papers")
	}
}
