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
