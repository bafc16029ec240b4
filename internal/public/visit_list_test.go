package public_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestVeryManyVisitsStandInPartsAndAreSummedUpAtOnce(t *testing.T) {
	s := openOwn(t)
	s.many(t)
	s.exec(t, `insert into activities (city_id, title_id, title_en, nature, kind, place, start_on, report_due_on, official)
		select id, name_id, name_en, 'protocol', 'delegation', case n % 3 when 0 then 'there' else 'here' end, '1951-01-01'::date + n,
			case n % 3 when 0 then '1990' end, 2
		from (select *, substr(slug, 6)::int n from cities where slug like 'kota-%') c`)
	s.exec(t, `insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, 1, 'start_on', (select id from sources where slug = 'bsw-de') from activities a join cities c on c.id = a.city_id where c.slug like 'kota-%'`)
	first := s.page(t, "/kunjungan?report=overdue&partner=kota-9")
	if text := words(first.Find(".list-part tbody")); !strings.Contains(text, "Kota 009") || first.Find(".list-part tbody tr").Length() != 1 {
		t.Errorf("a partner that is not offered narrows the list to %q", text)
	}
	last := s.page(t, "/kunjungan?way=in&page=17")
	if text := words(last.Find(".list-part tbody")); !strings.Contains(text, "Kota 001") {
		t.Errorf("the last part of the list shows %q", text)
	}
	year := s.page(t, "/kunjungan?way=out").Find(`tr:has(th:contains("1951"))`)
	if text := words(year); !strings.HasPrefix(text, "1951121121") {
		t.Errorf("the sums of a year are %q", text)
	}
	s.exec(t, `update activities set report_received_on = '1989' where city_id = (select id from cities where slug = 'kota-9')`)
	if n := s.page(t, "/kunjungan?report=overdue&partner=kota-9").Find(".list-part tbody tr").Length(); n != 0 {
		t.Error("a report that came is still overdue")
	}
	s.exec(t, `delete from citations where kind = 'activity' and record_id = (select a.id from activities a join cities c on c.id = a.city_id where c.slug = 'kota-3')`)
	if text := words(s.page(t, "/kunjungan?way=out").Find(`tr:has(th:contains("1951"))`)); !strings.HasPrefix(text, "1951120120") {
		t.Errorf("after a source was taken away the sums of its year are %q", text)
	}
	if file := s.ask(http.MethodGet, "/kunjungan.csv?way=out").Body.String(); strings.Count(file, "/mitra/kota-") != 200 {
		t.Errorf("the file holds %d visits", strings.Count(file, "/mitra/kota-"))
	}
}
