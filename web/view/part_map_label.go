package view

import (
	"slices"

	"kotakembar/internal/geo"
)

// mapFace is how labels are written: the wide map names every city with its year, the one for phones a few, larger.
type mapFace struct {
	size, homeSize float64
	years          bool
	gap            float64 // between a city and its label
	left, right    float64 // the part of the map in sight
}

var (
	wideFace  = mapFace{size: 13.5, homeSize: 23, years: true, gap: 9, left: 4, right: geo.Width - 4}
	phoneFace = mapFace{size: 29, homeSize: 38, gap: 12, left: 112, right: 1068}
)

// mapLabels are the labels of one face, none of which lies on another, with thin lines to those that had to step aside.
type mapLabels struct {
	home    mapLabel
	cities  []mapLabel
	leaders pathData
}

type mapLabel struct{ x, y, anchor, name, since string }

// place finds a place for each label, in the order of the cities, those that an editor placed first. A label for which the
// map has no room is left out; the list below the map names every city.
func (m Map) place(face mapFace) mapLabels {
	p := m.layout(face)
	out := mapLabels{home: p.home(m.Home)}
	for _, byHand := range []bool{true, false} {
		for _, c := range m.Cities {
			if face.byHand(c) != byHand || !face.names(c) {
				continue
			}
			if s, ok := p.spot(c); ok {
				out.cities = append(out.cities, p.label(c, s))
				out.leaders.lead(s.leader)
				p.taken = append(append(p.taken, s.box), s.leader.boxes()...)
			}
		}
	}
	return out
}

// byHand tells whether an editor placed the label. Phones write larger, so they find places by themselves.
func (f mapFace) byHand(c MapCity) bool { return f.years && (c.DX != 0 || c.DY != 0) }

func (f mapFace) names(c MapCity) bool { return f.years || c.LabelOnPhone }

// layout is what a label must keep clear of (marks, and what is taken), and what it had better (lines).
type layout struct {
	face  mapFace
	from  geo.XY // the home city
	taken []box
	marks []geo.XY
	arcs  [][]geo.XY
}

func (m Map) layout(face mapFace) *layout {
	p := &layout{face: face, from: geo.Project(m.Home.At)}
	p.taken = []box{around(p.from, 14)}
	for _, c := range m.Cities {
		p.marks = append(p.marks, geo.Project(c.At))
		if c.Light != LightEnded {
			p.arcs = append(p.arcs, slices.Concat(geo.Arc(m.Home.At, c.At)...))
		}
	}
	return p
}

// home writes the home city below its rings, on the side where the fewest partners lie.
func (p *layout) home(c MapCity) mapLabel {
	at, anchor := geo.XY{X: p.from.X - 17, Y: p.from.Y + 26}, "end"
	if c.DX != 0 || c.DY != 0 {
		at, anchor = geo.XY{X: p.from.X + c.DX, Y: p.from.Y + c.DY}, c.Anchor
	}
	p.taken = append(p.taken, textBox(at, anchor, textWidth(c.Name, p.face.homeSize), p.face.homeSize))
	return mapLabel{x: number(at.X), y: number(at.Y), anchor: anchor, name: c.Name}
}

func (p *layout) label(c MapCity, s spot) mapLabel {
	l := mapLabel{x: number(s.at.X), y: number(s.at.Y), anchor: s.anchor, name: c.Name}
	if p.face.years {
		l.since = c.Since
	}
	return l
}

// text is all that the label of a city says.
func (p *layout) text(c MapCity) string {
	if p.face.years && c.Since != "" {
		return c.Name + " " + c.Since
	}
	return c.Name
}

// lead draws the line from a city to its label, if there is one.
func (d *pathData) lead(s segment) {
	if s.length() > 0 {
		d.through([]geo.XY{s.a, s.b})
	}
}
