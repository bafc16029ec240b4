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
