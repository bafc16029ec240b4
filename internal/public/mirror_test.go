package public_test

import (
	"strings"
	"testing"
)

func TestBothSidesClaimsStandBesideEachOther(t *testing.T) {
	s := open(t)
	both := s.page(t, "/mitra/suwon").Find("section:contains('Kata kedua pihak')").Last()
	if line := words(both.Find("p").First()); !strings.Contains(line, "mencantumkan Bandung") || !strings.Contains(line, "Tahun mulainya sama") ||
		!strings.Contains(line, "belum kami buka sendiri") {
		t.Errorf("the line reads %q", line)
	}
	since := both.Find("tbody tr").Last()
	if ours, theirs := words(since.Find("td").First()), words(since.Find("td").Last()); !strings.HasPrefix(ours, "25 Agustus 1997") || !strings.HasPrefix(theirs, "25 Agustus 1997") {
		t.Errorf("since %q and %q", ours, theirs)
	}
	if href := both.Find(`a[rel="external"]`).AttrOr("href", ""); href != "https://swcic.or.kr/eng/ma/gcity.asp" {
		t.Errorf("the partner's page is %q", href)
	}
	if n := both.Find(".refs a").Length(); n < 4 {
		t.Errorf("%d references stand behind both sides", n)
	}
}

func TestPartnerWithoutAPageOfItsOwnIsToldAsThat(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/mitra/yingkou": "belum kami temukan", "/mitra/melbourne": "belum kami temukan", "/mitra/namur": "bukan daftar mitranya",
	} {
		if line := words(s.page(t, path).Find("section:contains('Kata kedua pihak')").Last().Find("p").First()); !strings.Contains(line, want) {
			t.Errorf("%s: %q", path, line)
		}
	}
	if n := s.page(t, "/mitra/paris").Find("h2:contains('Kata kedua pihak')").Length(); n != 0 {
		t.Error("a place without a tie is compared")
	}
}
