package view

import (
	"math"

	"kotakembar/internal/geo"
)

// spot is a place where a label could stand.
type spot struct {
	at     geo.XY // the start, middle or end of the baseline, as anchor says
	anchor string
	box    box
	leader segment // the line to the label; of no length where the label stands beside its city
	cost   float64
}

// What makes a spot worse, in units of distance.
const (
	costOfOtherSide = 14
	costOfMiddle    = 10
	costOfLeader    = 6
	costOfArc       = 10
)

// spot finds the best free place for the label of a city: beside it on the side away from the home city, or as near as
// other labels, marks and leaders allow. It reports false where there is none.
func (p *layout) spot(c MapCity) (spot, bool) {
	at, width := geo.Project(c.At), textWidth(p.text(c), p.face.size)
	if p.face.byHand(c) {
		return p.candidate(geo.XY{X: at.X + c.DX, Y: at.Y + c.DY}, c.Anchor, width), true
	}
	best := spot{cost: math.Inf(1)}
	for _, s := range p.candidates(at, width) {
		if s.cost >= best.cost || !p.free(s, at) {
			continue
		}
		if s.cost += costOfArc * p.covered(s.box); s.cost < best.cost {
			best = s
		}
	}
	return best, !math.IsInf(best.cost, 1)
}

// candidates are the places around a city: above and below it, and on both sides at growing distance.
func (p *layout) candidates(at geo.XY, width float64) []spot {
	const steps = 30
	size, gap, outs := p.face.size, p.face.gap, []float64{0, 14, 30, 50, 80, 120}
	all := make([]spot, 0, 2+len(outs)*(2*steps+1)*2)
	for _, baseline := range []float64{-gap, gap + .75*size} {
		s := p.candidate(geo.XY{X: at.X, Y: at.Y + baseline}, "middle", width)
		s.cost = costOfMiddle
		all = append(all, s)
	}
	for _, out := range outs {
		for step := -steps; step <= steps; step++ {
			for _, side := range []float64{-1, 1} {
				all = append(all, p.beside(at, width, side, gap+out, float64(step)*size*.3))
			}
		}
	}
	return all
}

// beside is the place to the right (side 1) or left (side -1) of a city, out from it and off its height.
func (p *layout) beside(at geo.XY, width, side, out, off float64) spot {
	anchor := "start"
	if side < 0 {
		anchor = "end"
	}
	s := p.candidate(geo.XY{X: at.X + side*out, Y: at.Y + off + .35*p.face.size}, anchor, width)
	s.cost = math.Hypot(out-p.face.gap, off)
	if (at.X-p.from.X)*side < 0 {
		s.cost += costOfOtherSide
	}
	if out > p.face.gap || math.Abs(off) > .6*p.face.size {
		s.cost += costOfLeader
		s.leader = segment{at, geo.XY{X: at.X + side*(out-2), Y: at.Y + off}}.from(7)
	}
	return s
}

func (p *layout) candidate(at geo.XY, anchor string, width float64) spot {
	return spot{at: at, anchor: anchor, box: textBox(at, anchor, width, p.face.size)}
}

// free tells whether the spot lies in sight and neither label nor leader runs into anything; a leader may touch the mark
// of its own city.
func (p *layout) free(s spot, own geo.XY) bool {
	if s.box.x1 < p.face.left || s.box.x2 > p.face.right || s.box.y1 < 0 || s.box.y2 > geo.Height {
		return false
	}
	for _, at := range p.marks {
		mark := around(at, 5)
		if s.box.hits(mark) || at != own && s.leader.crosses(mark) {
			return false
		}
	}
	for _, b := range p.taken {
		if s.box.hits(b) || s.leader.crosses(b) {
			return false
		}
	}
	return true
}

// covered counts the lines below a label.
func (p *layout) covered(b box) float64 {
	n := 0.0
	for _, arc := range p.arcs {
		for _, at := range arc {
			if b.holds(at) {
				n++
				break
			}
		}
	}
	return n
}
