package geo_test

import (
	"testing"

	"kotakembar/internal/geo"
)

func TestLandStandsInRowsInsideTheFrameAndNeverTouchesItself(t *testing.T) {
	land := geo.Land()
	if len(land) != 421 {
		t.Errorf("%d bands, want 421", len(land))
	}
	for i, b := range land {
		if b.X < 0 || b.X+b.Length > geo.Width || b.Y < 0 || b.Y > geo.Height || b.Length < 2 {
			t.Errorf("band %v", b)
		}
		if i == 0 {
			continue
		}
		before := land[i-1]
		if b.Y < before.Y || b.Y == before.Y && b.X < before.X+before.Length+1 {
			t.Errorf("band %v after %v", b, before)
		}
	}
}

func TestLandIsWhereTheEarthHasIt(t *testing.T) {
	for name, c := range map[string]struct {
		at   geo.Point
		land bool
	}{
		"Central Africa":    {geo.Point{Lat: 5, Lon: 20}, true},
		"Siberia":           {geo.Point{Lat: 62, Lon: 100}, true},
		"Australia":         {geo.Point{Lat: -25, Lon: 134}, true},
		"Kansas":            {geo.Point{Lat: 38, Lon: -98}, true},
		"the Amazon":        {geo.Point{Lat: -5, Lon: -60}, true},
		"the Pacific":       {geo.Point{Lat: 0, Lon: -150}, false},
		"the Atlantic":      {geo.Point{Lat: 30, Lon: -40}, false},
		"the Indian Ocean":  {geo.Point{Lat: -20, Lon: 80}, false},
		"the Mediterranean": {geo.Point{Lat: 34.5, Lon: 19}, false},
	} {
		if got := onLand(geo.Project(c.at)); got != c.land {
			t.Errorf("%s: land %t, want %t", name, got, c.land)
		}
	}
}

// onLand looks at the row of bands that is nearest to the place.
func onLand(at geo.XY) bool {
	for _, b := range geo.Land() {
		if at.Y >= b.Y-3.5 && at.Y < b.Y+3.5 && at.X >= b.X && at.X <= b.X+b.Length {
			return true
		}
	}
	return false
}
