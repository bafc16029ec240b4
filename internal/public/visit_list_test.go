package public_test

import (
	"net/http"
	"strings"
	"testing"
)

// travelled gives each of many ties a trip with a source.
func (s site) travelled(t *testing.T) {
	t.Helper()
	s.many(t)
	s.exec(t, `insert into activities (city_id, title_id, title_en, nature, kind, place, start_on, report_due_on, official)
		select id, name_id, name_en, 'protocol', 'delegation', case n % 3 when 0 then 'there' else 'here' end, '1951-01-01'::date + n,
			case n % 3 when 0 then '1990' end, 2
		from (select *, substr(slug, 6)::int n from cities where slug like 'kota-%') c`)
	s.exec(t, `insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, 1, 'start_on', (select id from sources where slug = 'bsw-de') from activities a join cities c on c.id = a.city_id where c.slug like 'kota-%'`)
}

func TestVeryManyVisitsStandInPartsAndAreSummedUpAtOnce(t *testing.T) {
	s := openOwn(t)
	s.travelled(t)
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

func TestVisitOfAListInPartsIsToldByAllItsActivities(t *testing.T) {
	s := openOwn(t)
	s.travelled(t)
	s.exec(t, `insert into programs (slug, city_id, kind, title_id, title_en, status)
		select 'kunjungan-tua', id, 'culture', 'Kunjungan tua', 'Old visit', 'completed' from cities where slug = 'kota-1'`)
	s.exec(t, `insert into activities (city_id, title_id, title_en, nature, kind, place, start_on, program_id, purpose_id, purpose_en, artist)
		select c.id, n.title, n.title, 'substantive', 'delegation', 'here', '1951-01-02', (select id from programs where slug = 'kunjungan-tua' and n.under), n.purpose, n.purpose, n.artist
		from cities c cross join lateral (values ('Misi kesenian', 'Pentas', true, 7), (c.name_id, 'Desas-desus', true, 90)) n (title, purpose, under, artist) where c.slug = 'kota-1'`)
	s.exec(t, `insert into citations (kind, record_id, position, field, source_id)
		select 'activity', a.id, 1, 'artist', (select id from sources where slug = 'bsw-en') from activities a where a.title_id = 'Misi kesenian'`)
	s.exec(t, `insert into documents (title_id, title_en, hash, media_type, size, language, about_kind, about_id, alt_text_id, alt_text_en)
		select 'Buku acara', 'Programme', repeat('a', 64), 'application/pdf', 1000, 'id', 'activity', id, '', '' from activities where title_id = 'Misi kesenian'`)
	last := s.page(t, "/kunjungan?way=in&page=17").Find(`.list-part tbody tr:has(a[href^="/mitra/kota-1#"])`)
	text := words(last)
	if last.Length() != 1 || !strings.Contains(text, "Pentas") || !strings.Contains(text, "7 seniman") || !strings.Contains(text, "2 pegawai pemerintah") || !strings.Contains(text, "Buku acara") {
		t.Errorf("a visit that two activities tell of stands in %d rows: %q", last.Length(), text)
	}
	if strings.Contains(text, "Desas-desus") || strings.Contains(text, "90") {
		t.Errorf("a visit with sources tells what has none: %q", text)
	}
	if n := last.Find(".refs a").Length(); n < 2 {
		t.Errorf("of two sources of a visit %d are named", n)
	}
}
