package view

import (
	"regexp"
	"strings"
	"testing"

	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
)

// city is a city on the map whose label finds a place itself.
func city(name, since string, lat, lon float64, light Light) MapCity {
	return MapCity{Name: name, Since: since, At: geo.Point{Lat: lat, Lon: lon}, Light: light}
}

// world is a map on which East Asia is as crowded as in the register, with every state once or more.
func world() Map {
	m := Map{Home: city("Bandung", "", -6.9222, 107.6069, ""), Cities: []MapCity{
		city("Braunschweig", "1960", 52.2659, 10.5267, LightActive),
		city("Fort Worth", "1990", 32.7254, -97.3208, LightUnreported),
		city("Suwon", "1997", 37.2911, 127.0089, LightOff),
		city("Liuzhou", "2005", 24.33, 109.41, LightCeremonial),
		city("Yingkou", "±2005", 40.6648, 122.2283, LightUnknown),
		city("Petaling Jaya", "2015", 3.1073, 101.6067, LightOff),
		city("Kawasaki", "2016", 35.5206, 139.7172, LightRare),
		city("Cotabato", "2017", 7.2236, 124.2464, LightUnknown),
		city("Namur", "2018", 50.4669, 4.8675, LightOff),
		city("Hamamatsu", "2019", 34.7108, 137.7275, LightActive),
		city("Melbourne", "2024", -37.814, 144.9633, LightActive),
		city("Toyota", "", 35.0833, 137.15, LightNew),
		city("Seoul", "", 37.566, 126.9784, LightNew),
		city("Cuenca", "", -2.9005, -79.0045, LightNew),
		city("Hangzhou", "", 30.2936, 120.1614, LightNew),
		city("Wrocław", "", 51.1, 17.0333, LightNew),
		city("Bengaluru", "", 12.9719, 77.5937, LightNew),
		city("Busan", "1966", 35.1017, 129.03, LightEnded),
	}}
	for _, i := range []int{0, 1, 10} {
		m.Cities[i].LabelOnPhone = true
	}
	return m
}

func TestMapSaysInWordsWhatItShows(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.ID: {"Peta dunia: Bandung dan 18 kota lain.", "Aktif: Braunschweig, Hamamatsu, dan Melbourne.", "Tidur: Suwon, Petaling Jaya, dan Namur.", "Berakhir: Busan."},
		i18n.EN: {"Map of the world: Bandung and 18 other cities.", "Active: Braunschweig, Hamamatsu, and Melbourne.", "Ended: Busan."},
	} {
		d := html(t, i18n.With(t.Context(), lang), MapDrawing(world()))
		label := attr(d, "svg[role=img]", "aria-label")
		for _, sentence := range want {
			if !strings.Contains(label, sentence) {
				t.Errorf("%q lacks %q", label, sentence)
			}
		}
	}
	empty := html(t, t.Context(), MapDrawing(Map{Home: world().Home}))
	if got := attr(empty, "svg", "aria-label"); got != "Peta dunia dengan Bandung; belum ada kota lain yang tercatat." {
		t.Errorf("a map without partners says %q", got)
	}
	if n := empty.Find(".legend").Length(); n != 0 {
		t.Errorf("a map without partners has a legend")
	}
}

func TestCatalogKnowsTheStatesOfTheMap(t *testing.T) {
	for _, light := range mapOrder {
		if key := "map.light." + string(light); !i18n.Has(key) {
			t.Errorf("no word for %q", key)
		}
	}
}

func TestMapHoldsOnePathForEachStateAndNothingToClick(t *testing.T) {
	d := html(t, t.Context(), MapDrawing(world()))
	drawing := d.Find(".map-drawing")
	if arcs, marks := drawing.Find(".map-arc").Length(), drawing.Find(".map-mark").Length(); arcs != 7 || marks != 8 {
		t.Errorf("%d arcs and %d marks, want 7 (what has ended has none) and 8", arcs, marks)
	}
	if got, _ := drawing.Find(".map-arc").Last().Attr("data-light"); got != string(LightActive) {
		t.Errorf("%s is painted last, want what lives", got)
	}
	if n := d.Find("a, [style], script, [id]").Length(); n != 0 {
		t.Errorf("%d links, inline styles, scripts or ids", n)
	}
	for _, light := range []Light{LightActive, LightUnreported} {
		if attr(d, `.map-arc[data-light="`+string(light)+`"]`, "pathLength") == "" {
			t.Errorf("the lines of %s cannot be drawn once: no pathLength", light)
		}
	}
	for _, light := range []Light{LightRare, LightOff, LightNew} {
		if attr(d, `.map-arc[data-light="`+string(light)+`"]`, "pathLength") != "" {
			t.Errorf("the lines of %s move", light)
		}
	}
}

func TestMapLegendExplainsTheStatesThatAreShown(t *testing.T) {
	m := world()
	m.Cities = []MapCity{m.Cities[2], m.Cities[11]}
	items := html(t, t.Context(), MapDrawing(m)).Find(".legend li")
	if got := strings.Join(strings.Fields(items.Text()), " "); got != "Tidur: lima tahun atau lebih tanpa catatan Penjajakan" {
		t.Errorf("legend %q", got)
	}
}

func TestPhonesNameAFewCitiesWithoutYears(t *testing.T) {
	phone := html(t, t.Context(), MapDrawing(world())).Find(".map-phone")
	if got := strings.Join(strings.Fields(phone.Find("text").Text()), " "); got != "Braunschweig Fort Worth Melbourne Bandung" {
		t.Errorf("phones name %q", got)
	}
	if n := phone.Find("tspan").Length(); n != 0 {
		t.Errorf("%d years", n)
	}
}

func TestMapIsShortAndRoundedToOneDecimal(t *testing.T) {
	if n := len(landPath); n > 5300 {
		t.Errorf("the land takes %d bytes, want at most 5300", n)
	}
	twoDecimals := regexp.MustCompile(`\.\d\d`)
	if twoDecimals.MatchString(string(landPath)) {
		t.Error("land with two decimals")
	}
	d := world().draw()
	for _, s := range append(d.arcs, d.marks...) {
		if twoDecimals.MatchString(string(s.path)) {
			t.Errorf("%s with two decimals: %.80s", s.light, s.path)
		}
	}
}

func TestLinesOfOnePathAreMeasuredByTheLongest(t *testing.T) {
	if got := unitOf([]float64{100, 50, 25}); got != "1.8" {
		t.Errorf("pathLength %s, want 1.8", got)
	}
	if got := unitOf(nil); got != "" {
		t.Errorf("pathLength %s of nothing", got)
	}
}

func TestLineEndsAtTheRoundedPlaceOfItsCity(t *testing.T) {
	var d pathData
	d.through([]geo.XY{{X: .04}, {X: .08}, {X: .12}, {X: 10, Y: -3.26}})
	if string(d) != "M0 0l0.1 0l9.9-3.3" {
		t.Errorf("path %s", d)
	}
}
