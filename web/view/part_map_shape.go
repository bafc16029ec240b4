package view

import (
	"math"
	"slices"

	"kotakembar/internal/geo"
)

// mapShapes is a map ready to be printed; all shapes of one look are one path.
type mapShapes struct {
	arcs, marks []mapShape
	ground      pathData // hides lines below open marks
	home        geo.XY
	wide, phone mapLabels
}

// mapShape is all lines or all marks of one state.
type mapShape struct {
	light Light
	path  pathData
	unit  string // the pathLength by which the longest line is 1, so that it is drawn once; empty where nothing moves
}

// landPath is the same for every reader, so it is put together once.
var landPath = drawLand(geo.Land())

// draw paints in the opposite of mapOrder, so that living ties lie on top.
func (m Map) draw() mapShapes {
	out := mapShapes{home: geo.Project(m.Home.At), wide: m.place(wideFace), phone: m.place(phoneFace)}
	for _, light := range slices.Backward(mapOrder) {
		arc, mark := mapShape{light: light}, mapShape{light: light}
		var lengths []float64
		for _, c := range m.Cities {
			if c.Light != light {
				continue
			}
			at := geo.Project(c.At)
			mark.path.mark(light, at.X, at.Y)
			if open(light) {
				out.ground.circle(at.X, at.Y, 4.2)
			}
			if light != LightEnded {
				lengths = append(lengths, arc.path.arc(geo.Arc(m.Home.At, c.At)))
			}
		}
		if light == LightActive || light == LightUnreported {
			arc.unit = unitOf(lengths)
		}
		out.arcs, out.marks = appendDrawn(out.arcs, arc), appendDrawn(out.marks, mark)
	}
	return out
}

func appendDrawn(shapes []mapShape, s mapShape) []mapShape {
	if len(s.path) == 0 {
		return shapes
	}
	return append(shapes, s)
}

// open tells whether the mark of a state is seen through: rings and the question mark, not discs.
func open(l Light) bool { return l != LightActive && l != LightRare }

// mark is the end of a line: a disc where something lives, a ring where nothing does or nothing has come of it yet.
func (d *pathData) mark(l Light, x, y float64) {
	switch l {
	case LightActive:
		d.circle(x, y, 4.2)
	case LightRare:
		d.circle(x, y, 3)
	case LightUnknown:
		d.put("M", x-2.4, y-1.8)
		d.put("a2.4 2.4 0 1 1 3.6 2q-1.2.8-1.2 2.1m0 2.2v.3")
	case LightEnded:
		d.circle(x, y, 3.4)
		d.put("M", x-4.5, y+4.5)
		d.put("l9-9")
	default:
		d.circle(x, y, 3.4)
	}
}

func (d *pathData) circle(x, y, r float64) {
	d.put("M", x-r, y)
	d.put("a", r, r, 0, 1, 0, 2*r, 0)
	d.put("a", r, r, 0, 1, 0, -2*r, 0)
}

// arc draws the parts of a great circle and returns the length of the longest one.
func (d *pathData) arc(parts [][]geo.XY) float64 {
	longest := 0.0
	for _, part := range parts {
		length := 0.0
		for i := 1; i < len(part); i++ {
			length += math.Hypot(part[i].X-part[i-1].X, part[i].Y-part[i-1].Y)
		}
		longest = max(longest, length)
		d.through(part)
	}
	return longest
}

// unitOf is the length of a path of several lines, measured by the longest one.
func unitOf(lengths []float64) string {
	sum := 0.0
	for _, l := range lengths {
		sum += l
	}
	if sum == 0 {
		return ""
	}
	return number(math.Ceil(10*sum/slices.Max(lengths)) / 10)
}

// through draws straight from place to place in short steps, which are written from rounded places, so that errors never
// add up.
func (d *pathData) through(places []geo.XY) {
	x, y := tenths(places[0].X), tenths(places[0].Y)
	d.step("M", x, y)
	for _, p := range places[1:] {
		nextX, nextY := tenths(p.X), tenths(p.Y)
		if nextX != x || nextY != y {
			d.step("l", nextX-x, nextY-y)
		}
		x, y = nextX, nextY
	}
}

// drawLand draws bands row by row: one place for each row, then steps over water and lines over land.
func drawLand(land []geo.Band) pathData {
	var d pathData
	pen, row := 0, -1.0
	for _, b := range land {
		from, to := tenths(b.X), tenths(b.X+b.Length)
		if b.Y == row {
			d.step("m", from-pen, 0)
		} else {
			d.step("M", from, tenths(b.Y))
		}
		d = appendTenths(append(d, 'h'), to-from)
		pen, row = to, b.Y
	}
	return d
}

// step adds a command with a place in tenths; a minus parts the second coordinate from the first one by itself.
func (d *pathData) step(command string, x, y int) {
	*d = appendTenths(append(*d, command...), x)
	if y >= 0 {
		*d = append(*d, ' ')
	}
	*d = appendTenths(*d, y)
}

// legendMark is the mark of a state at the end of its line in the legend.
func legendMark(l Light) string {
	var d pathData
	d.mark(l, 28.5, 7.5)
	return string(d)
}
