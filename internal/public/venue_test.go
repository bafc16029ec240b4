package public_test

import (
	"strings"
	"testing"
)

func TestPlacesThatNobodyConfirmedForAYearAreUnknown(t *testing.T) {
	s := openOwn(t)
	doc := s.page(t, "/tempat")
	if open := words(doc.Find(".rail").First()); !strings.Contains(open, "Tidak ada tempat yang dipastikan buka") {
		t.Errorf("open: %q", open)
	}
	unknown, closed := doc.Find(".rail:contains('Tidak diketahui') .records > li"), doc.Find(".rail .records > li:contains('Petaling Jaya')")
	if unknown.Length() != 8 || words(closed.Find(".tag")) != "Tutup" {
		t.Errorf("%d unknown, Petaling Jaya is %q", unknown.Length(), words(closed.Find(".tag")))
	}
	if _, err := s.pool.Exec(t.Context(),
		"update venues set confirmed_on = '2026-11-01', confirmed_by_id = 'KBRI', confirmed_by_en = 'Embassy' where kind = 'mobile'"); err != nil {
		t.Fatal(err)
	}
	first := s.page(t, "/tempat").Find(".rail").First().Find(".records > li")
	if text := words(first); first.Length() != 1 || !strings.Contains(text, "Namur") || !strings.Contains(text, "1 November 2026 oleh KBRI") {
		t.Errorf("open: %q", text)
	}
}

func TestPlacesStandOnThePagesOfTheirProgramAndPartner(t *testing.T) {
	s := open(t)
	for path, want := range map[string]int{"/program/seo-wall": 2, "/program/lb-walls": 4, "/mitra/seoul": 2, "/en/partners/namur": 1, "/mitra/suwon": 0} {
		if n := s.page(t, path).Find(".records > li:contains('Little Bandung'):contains('confirmed open'), .records > li:contains('dipastikan buka')").Length(); n != want {
			t.Errorf("%s shows %d places, want %d", path, n, want)
		}
	}
}

func TestPlaceLeadsToItsProgramWhereThatIsOfTheSameTie(t *testing.T) {
	s := openOwn(t)
	leadsTo := func(place, want string) {
		t.Helper()
		if n := s.page(t, "/tempat").Find(`.records > li:contains("` + place + `") a[href="` + want + `"]`).Length(); n != 1 {
			t.Errorf("%s leads to %s %d times", place, want, n)
		}
	}
	leadsTo("Mobile", "/program/nmr-mobile")
	leadsTo("Busan", "/mitra/busan")
	s.exec(t, `update programs set city_id = null, agreement_ids = '{}' where slug = 'nmr-mobile'`)
	leadsTo("Mobile", "/mitra/namur")
	s.exec(t, `update programs set agreement_ids = array(select a.id from agreements a join cities c on c.id = a.city_id where c.slug in ('namur', 'seoul')) where slug in ('nmr-mobile', 'lb-walls')`)
	leadsTo("Mobile", "/program/nmr-mobile")
	leadsTo("Busan", "/mitra/busan")
}
