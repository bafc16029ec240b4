package public_test

import (
	"strings"
	"testing"
)

func TestWhereNothingCanBeAppliedForThePageSaysSoAndLeadsOn(t *testing.T) {
	s := open(t)
	empty := s.page(t, "/peluang").Find(".empty")
	if !strings.Contains(words(empty), "Belum ada peluang") || empty.Find(`a[href="/program"]`).Length() != 1 {
		t.Errorf("an empty list reads %q", words(empty))
	}
}

func TestOpportunitiesThatAreOpenStandFirst(t *testing.T) {
	s := openOwn(t)
	for _, sql := range []string{
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on, city_id, activity_id, outcome_id, outcome_en)
		select 'Lama', 'Old', 'exchange', 'siapa saja', 'anybody', '2024-05-01', city_id, id, 'Sepuluh pemuda', 'Ten youths'
		from activities where title_id = 'Delegasi pemuda Fort Worth'`,
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on, url)
		values ('Baru', 'New', 'residency', 'seniman', 'artists', '2026-11-20', 'https://apply.example/'),
			('Nanti', 'Later', 'grant', 'sekolah', 'schools', '2027-05-01', null)`,
		`update opportunities set opens_on = '2027-01-01' where title_id = 'Nanti'`,
	} {
		if _, err := s.pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	doc := s.page(t, "/peluang")
	if order := words(doc.Find(".entry h3")); order != "BaruNantiLama" && order != "Baru Nanti Lama" {
		t.Errorf("they stand as %q", order)
	}
	open, past := doc.Find(".entry").First(), doc.Find(".entry").Last()
	for _, want := range []string{"20 November 2026", "seniman", "Belum ada data", "Tanpa sumber", "https://apply.example/"} {
		if !strings.Contains(words(open), want) {
			t.Errorf("the open one does not say %q: %q", want, words(open))
		}
	}
	if !strings.Contains(words(past), "Sepuluh pemuda") || past.Find(`a[href^="/mitra/fort-worth#kegiatan-"]`).Length() != 1 {
		t.Errorf("the past one says %q", words(past))
	}
}
