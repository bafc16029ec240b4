package public_test

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/web"
)

// budget is what the words and the style of one page may weigh, packed.
const budget = 25 << 10

func TestHomeMapNamesThePartnersInTheOrderOfTheListAndThenTheProspects(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/", "/en/"} {
		doc := s.page(t, path)
		drawing := doc.Find(".map-drawing")
		label, _ := drawing.Attr("aria-label")
		var onMap, inList []string
		drawing.Find(".map-labels").First().Find("text:not(.map-name)").Each(func(_ int, e *goquery.Selection) {
			onMap = append(onMap, strings.TrimSpace(e.Contents().First().Text()))
		})
		doc.Find(".pulse-name").Each(func(_ int, e *goquery.Selection) { inList = append(inList, words(e)) })
		if len(onMap) <= len(inList) || !slices.Equal(onMap[:len(inList)], inList) {
			t.Errorf("%s: the map names %q, the list %q", path, onMap, inList)
		}
		text := words(doc.Find("main"))
		for _, name := range onMap {
			if !strings.Contains(label, name) {
				t.Errorf("%s: the map is not said to show %s", path, name)
			}
			if !strings.Contains(text[strings.Index(text, inList[len(inList)-1]):], name) && !slices.Contains(inList, name) {
				t.Errorf("%s: %s stands on the map alone", path, name)
			}
		}
		if slices.ContainsFunc(onMap, func(name string) bool { return slices.Contains(claimed, name) }) {
			t.Errorf("%s: a claim stands on the map: %q", path, onMap)
		}
	}
}

func TestHomeIsLightEnoughForSlowPhones(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/", "/en/"} {
		page, style := packed(t, s, path), packed(t, web.Handler(http.NotFound), web.URL(web.Stylesheet))
		if page+style > budget {
			t.Errorf("%s weighs %d bytes and its style %d, together more than %d", path, page, style, budget)
		}
	}
}

// packed is the length of an answer after gzip.
func packed(t *testing.T, h http.Handler, path string) int {
	t.Helper()
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(answer.Body.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
