package view

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"kotakembar/internal/geo"
)

func TestLabelsOfTheRegisterAllFindRoom(t *testing.T) {
	m := world()
	if got := m.place(wideFace); len(got.cities) != len(m.Cities) {
		t.Errorf("%d labels for %d cities", len(got.cities), len(m.Cities))
	}
	if got := m.place(phoneFace); len(got.cities) != 3 {
		t.Errorf("%d labels on phones, want 3", len(got.cities))
	}
	for _, face := range []mapFace{wideFace, phoneFace} {
		clear(t, m, face)
	}
}

func TestLabelsNeverLieOnEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		m := Map{Home: world().Home}
		lat, lon, spread := random.Float64()*100-40, random.Float64()*360-180, random.Float64()*120
		for i := range 1 + random.IntN(40) {
			c := city("Kota ke-"+strconv.Itoa(i), "2001", lat+(random.Float64()-.5)*spread/3, lon+(random.Float64()-.5)*spread, LightActive)
			c.LabelOnPhone = i < 5
			m.Cities = append(m.Cities, c)
		}
		clear(t, m, wideFace)
		clear(t, m, phoneFace)
	}
}

func TestLabelStandsBesideALonelyCityAwayFromHome(t *testing.T) {
	m := Map{Home: world().Home, Cities: []MapCity{
		city("Melbourne", "2024", -37.8136, 144.9631, LightActive), city("Bengaluru", "", 12.9719, 77.5937, LightNew),
	}}
	got := m.place(wideFace)
	if east := got.cities[0]; east.anchor != "start" || east.x != "592.2" || east.since != "2024" {
		t.Errorf("in the east %+v, want 9 to the right of 583.2", east)
	}
	if west := got.cities[1]; west.anchor != "end" {
		t.Errorf("in the west %+v", west)
	}
	if len(got.leaders) > 0 {
		t.Errorf("leaders %s", got.leaders)
	}
}

func TestLabelsThatStepAsideAreLedBack(t *testing.T) {
	if got := world().place(wideFace).leaders; len(got) == 0 {
		t.Error("no leader in a crowd")
	}
}

func TestEditorsPlaceOfALabelIsKeptOnTheWideMap(t *testing.T) {
	m := world()
	m.Cities[4].DX, m.Cities[4].DY, m.Cities[4].Anchor = -10, -6, "end"
	at := geo.Project(m.Cities[4].At)
	got := m.place(wideFace).cities[0]
	if got.name != "Yingkou" || got.x != number(at.X-10) || got.y != number(at.Y-6) || got.anchor != "end" {
		t.Errorf("label %+v", got)
	}
	clear(t, m, wideFace)
}

// clear fails where two labels touch, or a label leaves the part in sight or hides the mark of a city.
func clear(t *testing.T, m Map, face mapFace) {
	t.Helper()
	placed := m.place(face)
	boxes := []box{boxOf(t, placed.home, face.homeSize)}
	for _, l := range placed.cities {
		b := boxOf(t, l, face.size)
		if b.x1 < face.left || b.x2 > face.right || b.y1 < 0 || b.y2 > geo.Height {
			t.Errorf("%s is out of sight: %v", l.name, b)
		}
		for i, other := range boxes {
			if b.hits(other) {
				t.Errorf("%s lies on label %d: %v and %v", l.name, i, b, other)
			}
		}
		boxes = append(boxes, b)
	}
	for _, c := range m.Cities {
		for _, b := range boxes[1:] {
			if b.hits(around(geo.Project(c.At), 4)) {
				t.Errorf("a label hides the mark of %s", c.Name)
			}
		}
	}
}

// boxOf is the room of a printed label, with the hair of air that boxes have taken off again for rounding.
func boxOf(t *testing.T, l mapLabel, size float64) box {
	t.Helper()
	x, errX := strconv.ParseFloat(l.x, 64)
	y, errY := strconv.ParseFloat(l.y, 64)
	if errX != nil || errY != nil {
		t.Fatalf("label %+v", l)
	}
	text := l.name
	if l.since != "" {
		text += " " + l.since
	}
	b := textBox(geo.XY{X: x, Y: y}, l.anchor, textWidth(text, size), size)
	return box{b.x1 + .1, b.y1 + .1, b.x2 - .1, b.y2 - .1}
}
