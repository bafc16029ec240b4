package view

import (
	"os"
	"testing"

	"kotakembar/internal/geo"
)

// TestLandBelowTheSmallMapIsThatOfTheLargeOne also says how the picture is made anew: by the environment variable LAND.
func TestLandBelowTheSmallMapIsThatOfTheLargeOne(t *testing.T) {
	const name = "../static/img/land.svg"
	if os.Getenv("LAND") != "" {
		if err := os.WriteFile(name, []byte(landPicture()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	held, err := os.ReadFile(name)
	if err != nil || string(held) != landPicture() {
		t.Errorf("the picture of the land is out of date: go test ./web/view with LAND=1; %v", err)
	}
}

func TestSmallMapPutsTheCityWhereTheLargeOneDoes(t *testing.T) {
	p := Place{Home: "Bandung", City: "Braunschweig", Distance: "11.097 km", At: geo.Point{Lat: 52.2689, Lon: 10.5268}, From: geo.Point{Lat: -6.9147, Lon: 107.6098}}
	d := html(t, t.Context(), PlaceDrawing(p))
	if x, y := attr(d, ".map-ring", "cx"), attr(d, ".map-ring", "cy"); x != "458.7" || y != "312.8" {
		t.Errorf("Bandung lies at %s, %s", x, y)
	}
	if mark := attr(d, ".place-mark", "d"); mark != "M120.1 97.2a15 15 0 1 0 30 0a15 15 0 1 0 -30 0" {
		t.Errorf("Braunschweig is drawn as %s", mark)
	}
	label := attr(d, "svg", "aria-label")
	if label != "Braunschweig (titik) dan Bandung (lingkaran) di peta dunia. Garis di antaranya jarak terpendek, 11.097 km." || d.Find("figcaption").Text() != label {
		t.Errorf("the map says %q", label)
	}
}
