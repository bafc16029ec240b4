package public_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

func TestPulseStandsAloneAsADrawing(t *testing.T) {
	s := open(t)
	for _, slug := range []string{"braunschweig", "suwon", "hangzhou", "cebu"} {
		for _, l := range i18n.Langs {
			w := s.ask(http.MethodGet, view.PulseImage.In(l, slug))
			drawing := w.Body.String()
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/svg+xml" {
				t.Fatalf("%s: %d %s", slug, w.Code, w.Header().Get("Content-Type"))
			}
			wellFormed(t, drawing)
			if rest := strings.ReplaceAll(drawing, "http://www.w3.org/2000/svg", ""); strings.Contains(rest, "://") || strings.Contains(rest, "href") || strings.Contains(rest, "url(") {
				t.Errorf("%s: the drawing needs something from outside", slug)
			}
			if !strings.Contains(drawing, "prefers-color-scheme:dark") {
				t.Errorf("%s: the drawing is the same by night", slug)
			}
			checkDrawing(t, s, l, slug, drawing)
		}
	}
}

// wellFormed fails unless a text is XML to its end.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in %.200s", err, text)
		}
	}
}

// checkDrawing compares a drawing with the page of its partner: the label, its reason, the bricks.
func checkDrawing(t *testing.T, s site, l i18n.Lang, slug, drawing string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(drawing))
	if err != nil {
		t.Fatal(err)
	}
	page := s.page(t, view.Partner.In(l, slug))
	label, reason, _ := strings.Cut(words(page.Find(".vitality").First()), " – ")
	desc := words(doc.Find("desc"))
	if !strings.Contains(words(doc.Find("title")), label) || words(doc.Find("text.strong")) != label || !strings.Contains(desc, reason[1:]) {
		t.Errorf("%s: the page says %q, %q; the drawing %q, %q", slug, label, reason, words(doc.Find("title")), desc)
	}
	for _, class := range []string{"lit", "unlit", "term", "term-unclear"} {
		want, _ := page.Find(".pulse-small ." + class).Attr("d")
		if got, _ := doc.Find("path." + class).Attr("d"); got != want {
			t.Errorf("%s: %s is drawn as %q, on the page as %q", slug, class, got, want)
		}
	}
}

func TestOtherSitesMayShowThePulse(t *testing.T) {
	s := open(t)
	w := s.ask(http.MethodGet, "/denyut/suwon.svg")
	for header, want := range map[string]string{
		"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=3600",
	} {
		if got := w.Header().Get(header); got != want {
			t.Errorf("%s is %q", header, got)
		}
	}
	_, rest, _ := strings.Cut(w.Body.String(), "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		t.Errorf("the policy %q does not know the style", policy)
	}
	r := httptest.NewRequest(http.MethodGet, "/denyut/suwon.svg", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	s.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("asked again: %d", again.Code)
	}
	for _, path := range []string{"/denyut/atlantis.svg", "/denyut/atlantis", "/denyut/bandung.svg", "/en/pulse/bandung"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestFrameNamesItsSourceAndLeadsOutOfTheFrame(t *testing.T) {
	s := open(t)
	for l, source := range map[i18n.Lang]string{i18n.ID: "Sumber: Kota Kembar Bandung.", i18n.EN: "Source: Kota Kembar Bandung."} {
		doc := s.page(t, view.PulseFrame.In(l, "suwon"))
		if got := words(doc.Find("main")); !strings.Contains(got, source) || doc.Find(".vitality, svg.pulse").Length() != 2 {
			t.Errorf("in %s: %s", l, got)
		}
		doc.Find("main a").Each(func(_ int, a *goquery.Selection) {
			if target, _ := a.Attr("target"); target != "_blank" {
				t.Errorf("%q stays in the frame", words(a))
			}
		})
		if href, _ := doc.Find("h1 a").Attr("href"); href != view.Partner.In(l, "suwon") {
			t.Errorf("in %s the name leads to %s", l, href)
		}
	}
}

func TestPartnerPageTellsHowToShowItsPulse(t *testing.T) {
	s := open(t)
	for _, l := range i18n.Langs {
		page := s.page(t, view.Partner.In(l, "suwon"))
		var code strings.Builder
		page.Find("details.share code").Each(func(_ int, c *goquery.Selection) { code.WriteString(c.Text()) })
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(code.String()))
		if err != nil {
			t.Fatal(err)
		}
		for selector, want := range map[string]string{"img": "image/svg+xml", "iframe": "text/html; charset=utf-8"} {
			src, _ := doc.Find(selector).Attr("src")
			path, ours := strings.CutPrefix(src, baseURL)
			if w := s.ask(http.MethodGet, path); !ours || w.Code != http.StatusOK || w.Header().Get("Content-Type") != want {
				t.Errorf("%s shows %q: %d", selector, src, w.Code)
			}
		}
		if alt, _ := doc.Find("img").Attr("alt"); !strings.Contains(alt, "Suwon") {
			t.Errorf("the picture is called %q", alt)
		}
		page.Find("button[data-copy]").Each(func(_ int, b *goquery.Selection) {
			id, _ := b.Attr("data-copy")
			if _, hidden := b.Attr("hidden"); !hidden || id != "" && page.Find("#"+id).Length() != 1 {
				t.Errorf("%q copies %q", words(b), id)
			}
		})
	}
}
