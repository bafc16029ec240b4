package geo_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"kotakembar/internal/geo"
)

func TestArcsLeadFromCityToCity(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		to := geo.Point{Lat: random.Float64()*178 - 89, Lon: random.Float64()*360 - 180}
		parts := geo.Arc(bandung, to)
		last := parts[len(parts)-1]
		if !near(parts[0][0], geo.Project(bandung)) || !near(last[len(last)-1], geo.Project(to)) {
			t.Fatalf("the arc to %v runs from %v to %v", to, parts[0][0], last[len(last)-1])
		}
		if places := count(parts); places != 41 {
			t.Fatalf("the arc to %v has %d places, want 41", to, places)
		}
		if leap := widest(parts); leap > geo.Width/2 {
			t.Fatalf("the arc to %v leaps over %f units", to, leap)
		}
	}
}

func TestStepsOfAnArcAreEquallyLongAndAddUpToTheDistance(t *testing.T) {
	whole := geo.Distance(bandung, fortWorth)
	sum := 0.0
	for _, part := range geo.Arc(bandung, fortWorth) {
		for i := 1; i < len(part); i++ {
			step := geo.Distance(unproject(part[i-1]), unproject(part[i]))
			sum += step
			if math.Abs(step-whole/40) > .01 {
				t.Errorf("a step of %f km, want %f", step, whole/40)
			}
		}
	}
	if math.Abs(sum-whole) > .1 {
		t.Errorf("%f km in steps, %f km in one", sum, whole)
	}
}

func TestArcAcrossTheAtlanticIsCutInTwo(t *testing.T) {
	if parts := geo.Arc(braunschweig, fortWorth); len(parts) != 2 {
		t.Errorf("%d parts, want 2", len(parts))
	}
	if parts := geo.Arc(bandung, fortWorth); len(parts) != 1 {
		t.Errorf("across the Pacific: %d parts, want 1", len(parts))
	}
}

func TestArcToTheSamePlaceOrTheOppositeOneIsDrawn(t *testing.T) {
	pole := geo.Point{Lat: 90}
	for name, way := range map[string][2]geo.Point{
		"same":          {bandung, bandung},
		"opposite":      {bandung, {Lat: -bandung.Lat, Lon: bandung.Lon - 180}},
		"pole to pole":  {pole, {Lat: -90}},
		"never leaving": {pole, pole},
	} {
		for _, part := range geo.Arc(way[0], way[1]) {
			for _, at := range part {
				if math.IsNaN(at.X) || math.IsNaN(at.Y) {
					t.Fatalf("%s: %v", name, part)
				}
			}
		}
	}
}

func near(a, b geo.XY) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) < 1e-6 }

func count(parts [][]geo.XY) int {
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	return n
}

func widest(parts [][]geo.XY) float64 {
	leap := 0.0
	for _, part := range parts {
		for i := 1; i < len(part); i++ {
			leap = max(leap, math.Abs(part[i].X-part[i-1].X))
		}
	}
	return leap
}

func TestLineOnTheGlobeIsCutAtTheMeridianOf180(t *testing.T) {
	tokyo, fiji := geo.Point{Lat: 35.7, Lon: 139.7}, geo.Point{Lat: -18.1, Lon: 178.4}
	for name, way := range map[string]struct {
		from, to geo.Point
		parts    int
	}{
		"across the Pacific":     {tokyo, fortWorth, 2},
		"and back":               {fortWorth, tokyo, 2},
		"across the Atlantic":    {braunschweig, fortWorth, 1},
		"to the edge":            {tokyo, geo.Point{Lat: -18.1, Lon: 180}, 1},
		"just before the edge":   {tokyo, fiji, 1},
		"along the edge":         {geo.Point{Lon: 180}, geo.Point{Lat: 10, Lon: 180}, 1},
		"from the edge, by name": {geo.Point{Lat: -18, Lon: -180}, tokyo, 2},
		"to the same place":      {bandung, bandung, 1},
	} {
		parts := geo.Line(way.from, way.to)
		if len(parts) != way.parts {
			t.Errorf("%s: %d parts, want %d", name, len(parts), way.parts)
		}
		length := 0.0
		for i, part := range parts {
			for j, p := range part {
				if math.IsNaN(p.Lat) || math.Abs(p.Lon) > 180 || j > 0 && math.Abs(p.Lon-part[j-1].Lon) > 180 {
					t.Errorf("%s: part %d holds %v", name, i, part)
				}
				if j > 0 {
					length += geo.Distance(part[j-1], p)
				}
			}
		}
		if whole := geo.Distance(way.from, way.to); math.Abs(length-whole) > 1+whole/1000 {
			t.Errorf("%s: %f km in steps, %f km in one", name, length, whole)
		}
	}
}
