package card

import "math"

// placing puts a drawing somewhere on the card: moved, after it was scaled.
type placing struct{ x, y, scale float64 }

func (at placing) put(o outline) outline {
	for _, l := range o {
		for i, p := range l.points {
			l.points[i] = point{at.x + p.x*at.scale, at.y + p.y*at.scale}
		}
	}
	return o
}

// stroked is the outline of the lines drawn with a pen of some width, with square ends and mitred corners.
func (o outline) stroked(width float64) (out outline) {
	for _, l := range o {
		sides := l.sides(width / 2)
		for i := 1; i < len(sides); i++ {
			a, b := sides[i-1], sides[i]
			out = append(out, line{points: []point{a[0], b[0], b[1], a[1]}})
		}
	}
	return out
}

// sides are the two edges of the line beside each of its points.
func (l line) sides(half float64) (sides [][2]point) {
	points := distinct(l.points)
	if len(points) < 2 {
		return nil
	}
	if l.closed && points[0] != points[len(points)-1] {
		points = append(points, points[0])
	}
	last := len(points) - 1
	for i, p := range points {
		before, after := normal(points[max(i-1, 0)], points[max(i, 1)]), normal(points[min(i, last-1)], points[min(i+1, last)])
		if l.closed && (i == 0 || i == last) {
			before, after = normal(points[last-1], points[last]), normal(points[0], points[1])
		}
		across := point{before.x + after.x, before.y + after.y}
		reach := 2 * half / max(across.x*across.x+across.y*across.y, .5)
		d := point{across.x * reach, across.y * reach}
		sides = append(sides, [2]point{{p.x + d.x, p.y + d.y}, {p.x - d.x, p.y - d.y}})
	}
	return sides
}

// normal is the direction across the way from a to b, one long.
func normal(a, b point) point {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	return point{-(b.y - a.y) / length, (b.x - a.x) / length}
}

// distinct leaves out points that stand where the one before them stands.
func distinct(points []point) (out []point) {
	for i, p := range points {
		if i == 0 || p != points[i-1] {
			out = append(out, p)
		}
	}
	return out
}

// dashed parts lines into dashes, with gaps as long as they are; a length of 0 leaves them whole.
func (o outline) dashed(length float64) (out outline) {
	if length == 0 {
		return o
	}
	for _, l := range o {
		points := l.points
		if l.closed {
			points = append(points, points[0])
		}
		out = append(out, dashes(distinct(points), length)...)
	}
	return out
}

func dashes(points []point, length float64) (out outline) {
	left, drawn := length, true
	dash := points[:1:1]
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		for way := math.Hypot(b.x-a.x, b.y-a.y); way > left; way = math.Hypot(b.x-a.x, b.y-a.y) {
			a = point{a.x + (b.x-a.x)*left/way, a.y + (b.y-a.y)*left/way}
			if drawn {
				out = append(out, line{points: append(dash, a)})
			}
			dash, left, drawn = []point{a}, length, !drawn
		}
		left -= math.Hypot(b.x-a.x, b.y-a.y)
		dash = append(dash, b)
	}
	if drawn {
		out = append(out, line{points: dash})
	}
	return out
}
