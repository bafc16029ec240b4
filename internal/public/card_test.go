package public_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

// cardOf is the address of a page's card, without the site's.
func cardOf(t testing.TB, doc *goquery.Document) string {
	t.Helper()
	address, _ := doc.Find(`meta[property="og:image"]`).Attr("content")
	path, ours := strings.CutPrefix(address, baseURL)
	if !ours {
		t.Fatalf("the card is at %q", address)
	}
	return path
}

func TestEveryPageNamesACardThatMessengersCanShow(t *testing.T) {
	s := open(t)
	for name, p := range pages {
		for _, l := range i18n.Langs {
			doc := s.page(t, p.path.In(l, p.slug...))
			path := cardOf(t, doc)
			w := s.ask(http.MethodGet, path)
			if path == view.Home.Card().In(l) && w.Code == http.StatusOK {
				if name != "home" {
					t.Errorf("%s has the card of the whole site; name its title in plainCards", name)
				}
				continue
			}
			if !strings.HasPrefix(path, p.path.Card().In(l, p.slug...)+"?v=") {
				t.Errorf("%s: the card is at %s", name, path)
			}
			if got := w.Header().Get("Cache-Control"); w.Code != http.StatusOK || got != "public, max-age=31536000, immutable" {
				t.Fatalf("%s: %d, %s", path, w.Code, got)
			}
			if kind, size := w.Header().Get("Content-Type"), w.Body.Len(); kind != "image/png" || size > 60<<10 {
				t.Errorf("%s: %s of %d bytes", path, kind, size)
			}
			for property, want := range map[string]string{"og:image:width": "1200", "og:image:height": "630", "og:image:type": "image/png"} {
				if got, _ := doc.Find(`meta[property="` + property + `"]`).Attr("content"); got != want {
					t.Errorf("%s: %s is %q", name, property, got)
				}
			}
			if size := picture(t, w).Bounds(); size != image.Rect(0, 0, 1200, 630) {
				t.Errorf("%s: %v", path, size)
			}
			title := doc.Find(`meta[property="og:title"]`).AttrOr("content", "")
			alt := doc.Find(`meta[property="og:image:alt"]`).AttrOr("content", "")
			first, _, _ := strings.Cut(title, " – ")
			if first = strings.TrimSuffix(first, "?"); name != "home" && name != "history" && !strings.Contains(alt, first) { // their titles count
				t.Errorf("%s: %q does not say %q", name, alt, first)
			}
		}
	}
}

func picture(t testing.TB, w *httptest.ResponseRecorder) image.Image {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// places are where the bricks of a drawing begin, as their path says: M0 135h14.4v15h-14.4z.
func places(t testing.TB, path string) (list []image.Point) {
	t.Helper()
	for _, m := range regexp.MustCompile(`M([\d.]+) ([\d.]+)h`).FindAllStringSubmatch(path, -1) {
		x, errX := strconv.ParseFloat(m[1], 64)
		y, errY := strconv.ParseFloat(m[2], 64)
		if errX != nil || errY != nil {
			t.Fatal(m)
		}
		list = append(list, image.Pt(int(x), int(y)))
	}
	return list
}

func TestCardOfAPartnerShowsThePulseOfItsPageOnTheSameScale(t *testing.T) {
	s := open(t)
	lamp, unlit := color.RGBA{0xF5, 0xB9, 0x3F, 0xFF}, color.RGBA{0x2B, 0x63, 0x54, 0xFF}
	for _, slug := range []string{"braunschweig", "suwon", "melbourne", "seoul"} {
		page := s.page(t, view.Partner.In(i18n.ID, slug))
		drawing := page.Find("svg.pulse-large")
		box := strings.Fields(drawing.AttrOr("viewbox", drawing.AttrOr("viewBox", "")))
		width, err := strconv.ParseFloat(box[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		p := picture(t, s.ask(http.MethodGet, cardOf(t, page)))
		seen := 0
		for class, ink := range map[string]color.RGBA{"lit": lamp, "unlit": unlit} {
			for _, at := range places(t, drawing.Find("path."+class).AttrOr("d", "")) {
				const margin, line, years = 72, 566, 184 // the line on which a card writes the years, and a page
				scale := (1200 - 2*margin) / (width - 2)
				x, y := margin+int(scale*float64(at.X+7)), line-int(scale*float64(years-at.Y-7))
				if got := color.RGBAModel.Convert(p.At(x, y)); got != ink {
					t.Errorf("%s: no %s brick at %d, %d, which is %v", slug, class, x, y, got)
				}
				seen++
			}
		}
		if seen == 0 {
			t.Errorf("%s: no bricks", slug)
		}
	}
}

func TestCardChangesItsAddressWithTheRegister(t *testing.T) {
	s := openOwn(t)
	before := cardOf(t, s.page(t, "/mitra/braunschweig"))
	other := cardOf(t, s.page(t, "/mitra/suwon"))
	old := s.ask(http.MethodGet, before).Body.Bytes()
	_, err := s.pool.Exec(t.Context(), `update activities set start_on = '2026-05' where city_id = (select id from cities where slug = 'braunschweig')`)
	if err != nil {
		t.Fatal(err)
	}
	after := cardOf(t, s.page(t, "/mitra/braunschweig"))
	if after == before {
		t.Fatal("another card has the same address")
	}
	if now := s.ask(http.MethodGet, after).Body.Bytes(); bytes.Equal(now, old) {
		t.Error("the new card is the old one")
	}
	w := s.ask(http.MethodGet, before)
	if got := w.Header().Get("Cache-Control"); w.Code != http.StatusOK || got != "public, max-age=3600" || bytes.Equal(w.Body.Bytes(), old) {
		t.Errorf("the old address: %d, %s", w.Code, got)
	}
	if now := cardOf(t, s.page(t, "/mitra/suwon")); now != other {
		t.Errorf("a card that did not change moved from %s to %s", other, now)
	}
}

func TestNobodyMakesACardSayAnything(t *testing.T) {
	s := open(t)
	want := s.ask(http.MethodGet, "/mitra/kartu.png").Body.Bytes()
	for _, query := range []string{"?title=Judi", "?v=../x", "?v=%3Cscript%3E&text=Judi", "?q=judi"} {
		w := s.ask(http.MethodGet, "/mitra/kartu.png"+query)
		if !bytes.Equal(w.Body.Bytes(), want) || strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s is another card, or kept for ever", query)
		}
	}
	for _, path := range []string{"/mitra/atlantis/kartu.png", "/mitra/bandung/kartu.png", "/en/agreements/atlantis/card.png", "/program/atlantis/kartu.png", "/sumber/atlantis/kartu.png"} {
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/mitra/kartu.png", nil)
	r.Header.Set("If-None-Match", s.ask(http.MethodGet, "/mitra/kartu.png").Header().Get("ETag"))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("a card that is there already is sent again: %d", w.Code)
	}
}

func TestLongestTitlesOfTheRegisterFitTheirCards(t *testing.T) {
	s := open(t)
	for _, kind := range []struct {
		path          view.Path
		table, column string
	}{
		{view.Partner, "cities where not is_home", "name_"}, {view.Agreement, "agreements", "title_"},
		{view.Program, "programs", "title_"}, {view.Source, "sources", "title"},
	} {
		for _, l := range i18n.Langs {
			column := kind.column
			if strings.HasSuffix(column, "_") {
				column += string(l)
			}
			var slug string
			err := s.pool.QueryRow(t.Context(), "select slug\nfrom "+kind.table+"\norder by length("+column+") desc, slug\nlimit 1").Scan(&slug)
			if err != nil {
				t.Fatal(err)
			}
			p := picture(t, s.ask(http.MethodGet, kind.path.Card().In(l, slug)))
			for x := 1132; x < 1200; x++ {
				for y := range 470 {
					if p.At(x, y) != p.At(0, 0) {
						t.Fatalf("%s %s reaches into the margin", kind.path.ID, slug)
					}
				}
			}
		}
	}
}
