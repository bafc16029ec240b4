package view

import (
	"math"
	"strings"

	"kotakembar/internal/geo"
)

// box is a rectangle on the map.
type box struct{ x1, y1, x2, y2 float64 }

func around(at geo.XY, r float64) box { return box{at.X - r, at.Y - r, at.X + r, at.Y + r} }

func (a box) hits(b box) bool { return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 }

func (a box) holds(at geo.XY) bool { return at.X > a.x1 && at.X < a.x2 && at.Y > a.y1 && at.Y < a.y2 }

// textBox is the room of a text with a hair of air at its ends; at lies on its baseline.
func textBox(at geo.XY, anchor string, width, size float64) box {
	left := at.X
	switch anchor {
	case "middle":
		left -= width / 2
	case "end":
		left -= width
	}
	return box{left - 2, at.Y - .8*size, left + width + 2, at.Y + .25*size}
}

// textWidth is a little more than the width of a text in the text face, whose letters fall into five sorts.
func textWidth(s string, size float64) float64 {
	em := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("ijlI .,'()|", r):
			em += .28
		case strings.ContainsRune("frt-", r):
			em += .42
		case strings.ContainsRune("mwMW@%", r):
			em += .9
		case r >= 'A' && r <= 'Z':
			em += .7
		default:
			em += .6
		}
	}
	return em * size
}

// segment is a straight line on the map.
type segment struct{ a, b geo.XY }

func (s segment) length() float64 { return math.Hypot(s.b.X-s.a.X, s.b.Y-s.a.Y) }

// at is the place a part of the way along, 0 to 1.
func (s segment) at(part float64) geo.XY {
	return geo.XY{X: s.a.X + (s.b.X-s.a.X)*part, Y: s.a.Y + (s.b.Y-s.a.Y)*part}
}

// from is the segment without its first d units.
func (s segment) from(d float64) segment {
	return segment{s.at(min(1, d/s.length())), s.b}
}

// crosses tells whether the segment runs into a box; one without length never does.
func (s segment) crosses(b box) bool {
	if s.a == s.b {
		return false
	}
	enter, leave := 0.0, 1.0
	for _, axis := range [2][4]float64{{s.a.X, s.b.X, b.x1, b.x2}, {s.a.Y, s.b.Y, b.y1, b.y2}} {
		from, to, low, high := axis[0], axis[1], axis[2], axis[3]
		if from == to {
			if from <= low || from >= high {
				return false
			}
			continue
		}
		t1, t2 := (low-from)/(to-from), (high-from)/(to-from)
		enter, leave = max(enter, min(t1, t2)), min(leave, max(t1, t2))
	}
	return enter < leave
}

// boxes covers the segment with small boxes, for what comes later to keep clear of.
func (s segment) boxes() []box {
	const step = 3
	var all []box
	for d := 0.0; d < s.length(); d += step {
		all = append(all, around(s.at(d/s.length()), 1.5))
	}
	return all
}
