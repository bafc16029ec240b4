package geo_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"kotakembar/internal/geo"
)

var (
	braunschweig = geo.Point{Lat: 52.2689, Lon: 10.5268}
	fortWorth    = geo.Point{Lat: 32.7555, Lon: -97.3308}
	melbourne    = geo.Point{Lat: -37.8136, Lon: 144.9631}
)

func TestPlacesOfKnownCitiesOnTheMap(t *testing.T) {
	for name, c := range map[string]struct {
		city geo.Point
		want geo.XY
	}{
		"Bandung":      {bandung, geo.XY{X: 458.7, Y: 312.8}},
		"Braunschweig": {braunschweig, geo.XY{X: 135.1, Y: 97.2}},
		"Fort Worth":   {fortWorth, geo.XY{X: 975.6, Y: 176.4}},
		"Melbourne":    {melbourne, geo.XY{X: 583.2, Y: 421.5}},
	} {
		got := geo.Project(c.city)
		if math.Abs(got.X-c.want.X) > .05 || math.Abs(got.Y-c.want.Y) > .05 {
			t.Errorf("%s lies at %.2f, %.2f, want %v", name, got.X, got.Y, c.want)
		}
	}
}

func TestFrameReachesFrom74NorthTo47SouthAndIsCutAt30West(t *testing.T) {
	if y := geo.Project(geo.Point{Lat: 74}).Y; math.Abs(y) > 1e-9 {
		t.Errorf("74°N lies at y %f", y)
	}
	if y := geo.Project(geo.Point{Lat: -47}).Y; math.Abs(y-geo.Height) > .5 {
		t.Errorf("47°S lies at y %f, the frame ends at %f", y, geo.Height)
	}
	west, east := geo.Project(geo.Point{Lon: -30.001}).X, geo.Project(geo.Point{Lon: -30}).X
	if geo.Width-west > .01 || east != 0 {
		t.Errorf("the cut lies between x %f and %f", west, east)
	}
}

func TestEveryPointOfTheGlobeHasItsOwnPlaceOnTheMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p := geo.Point{Lat: random.Float64()*180 - 90, Lon: random.Float64()*360 - 180}
		got := unproject(geo.Project(p))
		if geo.Distance(p, got) > .001 {
			t.Fatalf("%v became %v", p, got)
		}
	}
}

// unproject finds the point of the globe at a place of the map: its longitude by the width of the frame, its latitude by
// halving those between which it lies.
func unproject(at geo.XY) geo.Point {
	p := geo.Point{Lon: at.X/geo.Width*360 - 30}
	south, north := -90.0, 90.0
	for range 60 {
		if p.Lat = (south + north) / 2; geo.Project(p).Y > at.Y {
			south = p.Lat
		} else {
			north = p.Lat
		}
	}
	return p
}
