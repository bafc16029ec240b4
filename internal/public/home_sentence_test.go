package public_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestSentenceOfTheHomePageDrawsABrickForEachActivity(t *testing.T) {
	doc := open(t).page(t, "/")
	bricks := 0
	doc.Find(".bricks svg path").Each(func(_ int, p *goquery.Selection) { bricks += strings.Count(p.AttrOr("d", ""), "M") })
	if text := words(doc.Find(".bricks")); bricks != 7 || !strings.HasPrefix(text, "Sejak 2022 tercatat 7 kegiatan: ") {
		t.Errorf("%d bricks stand in %q", bricks, text)
	}
	if doc.Find(`.bricks a[href="/kegiatan?nature=protocol"]`).Length() != 1 {
		t.Error("ceremony is not told apart")
	}
}

func TestHomePageAnswersItsQuestionUnderItsTitle(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{
		"/":    "0 dari 11 kota mitra sedang aktif. Sejak 2022, 0 dari 7 kegiatan punya hasil tertulis.",
		"/en/": "0 of 11 partner cities are active. Since 2022, 0 of 7 activities have a written result.",
	} {
		if lead := words(s.page(t, path).Find(".lead").First()); !strings.HasPrefix(lead, want) {
			t.Errorf("%s: %q", path, lead)
		}
	}
}
