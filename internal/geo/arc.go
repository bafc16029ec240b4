package geo

import "math"

// arcSteps is the number of pieces of a drawn arc.
const arcSteps = 40

// Arc is the great circle from one point to another on the map: 40 steps of equal length on the globe, in more than one
// part where it passes the cut of the map.
func Arc(from, to Point) [][]XY {
	way := course(from, to)
	parts := [][]XY{{Project(way[0])}}
	for _, p := range way[1:] {
		parts = extend(parts, Project(p))
	}
	return parts
}

// Line is the same way on the globe, for maps that others draw: cut where it passes the meridian of 180°, as RFC 7946 asks.
func Line(from, to Point) [][]Point {
	way := course(from, to)
	parts := [][]Point{{way[0]}}
	for i, p := range way[1:] {
		last := len(parts) - 1
		if before := way[i]; math.Abs(p.Lon-before.Lon) > 180 {
			out, in := crossing(before, p)
			parts = append(parts, []Point{in})
			parts[last] = append(parts[last], out)
			last++
		}
		parts[last] = append(parts[last], p)
	}
	return parts
}

// crossing is where a step passes the meridian of 180°, as the point that ends one side and the one that begins the other. Within a
// step the way is taken to be straight.
func crossing(a, b Point) (out, in Point) {
	side := math.Copysign(180, a.Lon)
	share := 0.0
	if width := math.Abs(side-a.Lon) + math.Abs(-side-b.Lon); width > 0 {
		share = math.Abs(side-a.Lon) / width
	}
	lat := a.Lat + share*(b.Lat-a.Lat)
	return Point{Lat: lat, Lon: side}, Point{Lat: lat, Lon: -side}
}

// course is the way from one point to another in steps of equal length on the globe.
func course(from, to Point) []Point {
	a, b := vectorOf(from), vectorOf(to)
	ahead := a.towards(b)
	angle := math.Atan2(ahead.dot(b), a.dot(b))
	way := []Point{from}
	for i := 1; i <= arcSteps; i++ {
		sin, cos := math.Sincos(angle * float64(i) / arcSteps)
		way = append(way, a.times(cos).plus(ahead.times(sin)).point())
	}
	return way
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
