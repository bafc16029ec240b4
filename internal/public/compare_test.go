package public_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func comparedNames(doc *goquery.Document) string {
	return strings.Join(doc.Find(".compared thead").First().Find("th").Map(func(_ int, th *goquery.Selection) string { return words(th) }), ", ")
}

func TestComparisonTakesTwoOrThreeCitiesAndSaysWhatItLeavesOut(t *testing.T) {
	s := open(t)
	for query, want := range map[string]struct{ names, note string }{
		"":                                    {"", "Pilih dua atau tiga kota untuk dibandingkan."},
		"kota=&kota=&kota=":                   {"", "Pilih dua atau tiga kota untuk dibandingkan."},
		"kota=suwon":                          {"", "Pilih satu atau dua kota lagi untuk dibandingkan dengan Suwon."},
		"kota=suwon&kota=suwon":               {"", "Pilih satu atau dua kota lagi untuk dibandingkan dengan Suwon."},
		"kota=suwon&kota=melbourne":           {"Hal, Suwon, Melbourne", ""},
		"kota=melbourne&kota=suwon&kota=":     {"Hal, Melbourne, Suwon", ""},
		"kota=suwon&kota=melbourne&kota=cebu": {"Hal, Suwon, Melbourne", "“cebu” tidak ada di antara kota yang bisa dibandingkan."},
		"kota=atlantis":                       {"", "“atlantis” tidak ada di antara kota yang bisa dibandingkan."},
		"kota=bandung&kota=suwon":             {"", "“bandung” tidak ada di antara kota yang bisa dibandingkan."},
		"kota=suwon&kota=melbourne&kota=braunschweig&kota=namur":  {"Hal, Suwon, Melbourne, Braunschweig", "Paling banyak tiga kota berdampingan"},
		"kota=" + url.QueryEscape("<b>"+strings.Repeat("x", 300)): {"", "tidak ada di antara kota yang bisa dibandingkan."},
	} {
		doc := s.page(t, "/bandingkan?"+query)
		notes := words(doc.Find(".compare-note"))
		if got := comparedNames(doc); got != want.names || !strings.Contains(notes, want.note) || want.note == "" && notes != "" {
			t.Errorf("%q compares %q and says %q", query, got, notes)
		}
		if doc.Find("main b").Length() != 0 {
			t.Errorf("%q brings markup to the page", query)
		}
	}
}

func TestPagesOfPartnersAndTheHomePageLeadToTheComparison(t *testing.T) {
	s := open(t)
	if s.page(t, "/").Find(`main a[href="/bandingkan"]`).Length() != 1 {
		t.Error("the home page does not lead to the comparison")
	}
	for path, want := range map[string]string{"/mitra/suwon": "/bandingkan?kota=suwon", "/en/partners/hangzhou": "/en/compare?kota=hangzhou"} {
		link := s.page(t, path).Find(`main a[href="` + want + `"]`)
		if link.Length() != 1 || s.page(t, want).Find(`option[selected][value]:not([value=""])`).Length() != 1 {
			t.Errorf("%s does not lead to a comparison that begins with it", path)
		}
	}
	for _, path := range []string{"/mitra/cebu", "/mitra/paris"} {
		if s.page(t, path).Find(`main a[href*="bandingkan"]`).Length() != 0 {
			t.Errorf("%s, which is no partner, leads to a comparison", path)
		}
	}
}

func TestProgramSaysHowAliveTheTieIsToWhichItBelongs(t *testing.T) {
	s := open(t)
	label := words(s.page(t, "/mitra/braunschweig").Find(".stage .vitality"))
	doc := s.page(t, "/program/bsw-bridge")
	if got := words(doc.Find(".stage .vitality")); got != label || label == "" || doc.Find(`.stage a[href="/mitra/braunschweig"]`).Length() != 1 {
		t.Errorf("the program says %q, its partner %q", got, label)
	}
	if s.page(t, "/program/budget-2008").Find(".stage .vitality").Length() != 0 {
		t.Error("a program of many cities has the label of one")
	}
}
