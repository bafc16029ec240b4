package geo_test

import (
	"math"
	"testing"

	"kotakembar/internal/geo"
)

var bandung = geo.Point{Lat: -6.9147, Lon: 107.6098}

func TestDistancesFromBandungAreKnown(t *testing.T) {
	for name, c := range map[string]struct {
		to geo.Point
		km float64
	}{
		"Braunschweig": {geo.Point{Lat: 52.2689, Lon: 10.5268}, 11097},
		"Fort Worth":   {geo.Point{Lat: 32.7555, Lon: -97.3308}, 16157},
		"Melbourne":    {geo.Point{Lat: -37.8136, Lon: 144.9631}, 5092},
		"Suwon":        {geo.Point{Lat: 37.2636, Lon: 127.0286}, 5311},
		"Bandung":      {bandung, 0},
		"the far side": {geo.Point{Lat: 6.9147, Lon: -72.3902}, 6371 * math.Pi},
	} {
		if got := geo.Distance(bandung, c.to); math.Abs(got-c.km) > 1 {
			t.Errorf("to %s: %.1f km, want %.0f", name, got, c.km)
		}
		if there, back := geo.Distance(bandung, c.to), geo.Distance(c.to, bandung); math.Abs(there-back) > 1e-6 {
			t.Errorf("to %s it is %f km, back %f", name, there, back)
		}
	}
}
