package card_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"

	"kotakembar/internal/card"
	"kotakembar/web/view"
)

func file(t *testing.T, c card.Card) []byte {
	t.Helper()
	drawn, err := card.NewStudio(1, 0).Draw(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if len(drawn) > 60<<10 {
		t.Errorf("%.40s: %d bytes", c.Title, len(drawn))
	}
	return drawn
}

// drawn is a card as those see it who open the file.
func drawn(t *testing.T, c card.Card) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(file(t, c)))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Bounds() != image.Rect(0, 0, 1200, 630) {
		t.Errorf("%.40s: %v", c.Title, picture.Bounds())
	}
	return picture
}

// touched tells whether anything is drawn in a part of the card.
func touched(picture image.Image, part image.Rectangle) bool {
	ground := picture.At(0, 0)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if picture.At(x, y) != ground {
				return true
			}
		}
	}
	return false
}

var tall = view.Building{Name: "Braunschweig", Start: 1960, Now: 2026, Years: []view.Year{{Year: 1960, Solid: 3}, {Year: 2024, Solid: 1}}}

func full(title string) card.Card {
	return card.Card{
		Site: "Kota Kembar Bandung", Mark: view.CardMark, Kind: "Kota mitra", Title: title,
		Text:  strings.Repeat("Nota kesepahaman, Melbourne, 22 April 2024. Empat tahun. ", 9),
		Label: "Aktif, hasil belum tercatat", Reason: strings.Repeat("3 kegiatan dalam 24 bulan terakhir, ", 9),
		Sign: view.CardGlyph(view.LightUnknown), Picture: view.CardPulse(long),
	}
}

var long = view.Pulse{
	From: 1960, To: 2030, Start: 1960, Terms: []view.Term{{From: 1960, To: 2000}, {From: 2001, To: 2030, Clear: true}},
	Years: []view.Year{{Year: 1990, Solid: 1, Unproven: 2}, {Year: 2030, Solid: 9}},
}

func TestWordsStayWithinTheMarginsHoweverLongTheyAre(t *testing.T) {
	t.Parallel()
	for _, title := range []string{
		"Bari", "Braunschweig", strings.Repeat("Kerja sama pelatihan ", 20), strings.Repeat("Kerjasamapelatihan", 20), strings.Repeat("i", 900), "", "수원",
	} {
		for name, other := range map[string]func(*card.Card){
			"pulse":   func(*card.Card) {},
			"skyline": func(c *card.Card) { c.Label, c.Picture = "", view.CardSkyline([]view.Building{tall, tall, tall}) },
			"words":   func(c *card.Card) { c.Picture = card.Picture{} },
		} {
			c := full(title)
			other(&c)
			picture := drawn(t, c)
			for side, edge := range map[string]image.Rectangle{
				"start": image.Rect(0, 0, 66, 630), "top": image.Rect(0, 0, 1200, 60), "end": image.Rect(1132, 0, 1200, 470), "foot": image.Rect(0, 590, 1000, 630),
			} {
				if touched(picture, edge) {
					t.Errorf("%.30q with %s reaches into the margin at the %s", title, name, side)
				}
			}
			if name == "pulse" && touched(picture, image.Rect(0, 450, 500, 500)) { // above the low bricks of the first years
				t.Errorf("%.30q reaches into the picture", title)
			}
		}
	}
}

func TestEachPartOfACardIsSeen(t *testing.T) {
	t.Parallel()
	whole := full("Braunschweig")
	for name, without := range map[string]func(*card.Card){
		"site":    func(c *card.Card) { c.Site = "" },
		"mark":    func(c *card.Card) { c.Mark = "" },
		"kind":    func(c *card.Card) { c.Kind = "" },
		"title":   func(c *card.Card) { c.Title = "" },
		"text":    func(c *card.Card) { c.Text = "" },
		"sign":    func(c *card.Card) { c.Sign = card.Picture{} },
		"label":   func(c *card.Card) { c.Label = "" },
		"reason":  func(c *card.Card) { c.Reason = "" },
		"picture": func(c *card.Card) { c.Picture = card.Picture{} },
	} {
		c := whole
		without(&c)
		if c.Tag() == whole.Tag() {
			t.Errorf("the tag does not tell a card without its %s", name)
		}
		if bytes.Equal(file(t, whole), file(t, c)) {
			t.Errorf("the %s is not seen", name)
		}
	}
}

func TestEveryDrawingOfTheSiteIsReadToItsEnd(t *testing.T) {
	t.Parallel()
	shapes := []card.Shape{{Path: view.CardMark}}
	shapes = append(shapes, view.CardSkyline([]view.Building{tall}).Shapes...)
	shapes = append(shapes, view.CardPulse(long).Shapes...)
	for _, l := range []view.Light{
		view.LightActive, view.LightUnreported, view.LightRare, view.LightOff, view.LightCeremonial, view.LightNew, view.LightUnknown, view.LightEnded,
	} {
		shapes = append(shapes, view.CardGlyph(l).Shapes...)
	}
	for _, s := range shapes {
		if rest := card.Unread(s.Path); len(rest) > 0 {
			t.Errorf("%s: not read from %q on", s.Path, rest[0])
		}
	}
}

func TestColoursAreThoseOfTheStyleSheet(t *testing.T) {
	t.Parallel()
	css, err := os.ReadFile("../../web/static/css/token.css")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range card.Colours() {
		said := regexp.MustCompile(`--` + name + `: (#\w+);`).FindSubmatch(css) // the light theme stands first
		if got := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B); said == nil || string(said[1]) != got {
			t.Errorf("%s is %s on cards, %s on the site", name, got, said)
		}
	}
}

func TestLettersAreFoundOrDoneWithout(t *testing.T) {
	t.Parallel()
	if n := card.Letters(); n != 7 {
		t.Errorf("%d fonts were read", n)
	}
	for text, want := range map[string]bool{
		"Braunschweig": true, "Wrocław": true, "Đà Nẵng": true, "Suwon (수원)": true, "2026": true,
		"수원": false, "杭州市": false, "ಬೆಂಗಳೂರು": false, "": false, "…": false,
	} {
		if card.Writes(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	for _, title := range []string{"수원시 국제자매도시", "\u202eabc\u0301", "a\u0000b", "👨‍👩‍👧‍👦"} {
		drawn(t, full(title))
	}
}

func TestLampIsLit(t *testing.T) {
	t.Parallel()
	lamp := color.RGBA{0xF5, 0xB9, 0x3F, 0xFF}
	lit := func(b view.Building) (n int) {
		picture := drawn(t, card.Card{Title: "x", Picture: view.CardSkyline([]view.Building{b})})
		for y := range 630 {
			for x := range 1200 {
				if color.RGBAModel.Convert(picture.At(x, y)) == color.Color(lamp) {
					n++
				}
			}
		}
		return n
	}
	dark, one, three := tall, tall, tall
	dark.Years, one.Years, three.Years = nil, []view.Year{{Year: 1990, Solid: 1}}, []view.Year{{Year: 1990, Solid: 9}}
	if a, b, c := lit(dark), lit(one), lit(three); a != 0 || b == 0 || c < 2*b {
		t.Errorf("%d, %d and %d pixels shine", a, b, c)
	}
}

func TestStudioDrawsNoMoreAtOnceThanItHasSeats(t *testing.T) {
	t.Parallel()
	s := card.NewStudio(1, 1<<20)
	giveBack := s.Take()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Draw(ctx, full("Suwon")); !errors.Is(err, context.Canceled) {
		t.Errorf("a card without a seat: %v", err)
	}
	giveBack()
	first, err := s.Draw(t.Context(), full("Suwon"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Take()()
	again, err := s.Draw(ctx, full("Suwon"))
	if err != nil || &first[0] != &again[0] {
		t.Errorf("a card that was drawn already needs a seat: %v", err)
	}
}

func TestStudioForgetsWhatWasNotAskedForLongest(t *testing.T) {
	t.Parallel()
	s := card.NewStudio(1, 50<<10)
	draw := func(title string) []byte {
		file, err := s.Draw(t.Context(), card.Card{Title: title})
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	first := draw("0")
	for n := range 12 {
		draw(fmt.Sprint(n, n))
		if again := draw("0"); &again[0] != &first[0] {
			t.Fatal("a card that is asked for again and again was forgotten")
		}
		if s.Held() > 50<<10 {
			t.Fatalf("%d bytes are remembered", s.Held())
		}
	}
}
