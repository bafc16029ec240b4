package geo

import "math"

// arcSteps is the number of pieces of a drawn arc.
const arcSteps = 40

// Arc is the great circle from one point to another on the map: 40 steps of equal length on the globe, in more than one
// part where it passes the cut of the map.
func Arc(from, to Point) [][]XY {
	a, b := vectorOf(from), vectorOf(to)
	ahead := a.towards(b)
	angle := math.Atan2(ahead.dot(b), a.dot(b))
	parts := [][]XY{{Project(from)}}
	for i := 1; i <= arcSteps; i++ {
		sin, cos := math.Sincos(angle * float64(i) / arcSteps)
		parts = extend(parts, Project(a.times(cos).plus(ahead.times(sin)).point()))
	}
	return parts
}

// extend goes on to the next place, in a new part where the step would run across the whole map.
func extend(parts [][]XY, next XY) [][]XY {
	last := parts[len(parts)-1]
	if math.Abs(next.X-last[len(last)-1].X) > Width/2 {
		return append(parts, []XY{next})
	}
	parts[len(parts)-1] = append(last, next)
	return parts
}

// vector is a point of the unit sphere, or a direction on it.
type vector struct{ x, y, z float64 }

func vectorOf(p Point) vector {
	sinLat, cosLat := math.Sincos(radians(p.Lat))
	sinLon, cosLon := math.Sincos(radians(p.Lon))
	return vector{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (a vector) point() Point {
	return Point{Lat: degrees(math.Atan2(a.z, math.Hypot(a.x, a.y))), Lon: degrees(math.Atan2(a.y, a.x))}
}

// towards is the direction in which b lies from a. Where all directions lead to b, because it is the same place or the
// opposite one, it is north or, from a pole, along the meridian of Greenwich.
func (a vector) towards(b vector) vector {
	for _, goal := range []vector{b, {z: 1}, {x: 1}} {
		across := goal.plus(a.times(-a.dot(goal)))
		if length := math.Sqrt(across.dot(across)); length > 1e-9 {
			return across.times(1 / length)
		}
	}
	return vector{}
}

func (a vector) dot(b vector) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vector) plus(b vector) vector   { return vector{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vector) times(f float64) vector { return vector{a.x * f, a.y * f, a.z * f} }
