package geo

import "math"

// The frame of the map in its own units: the whole circle of longitudes, cut in the Atlantic at 30°W so that the Pacific
// stays whole, from 74°N to 47°S.
const (
	Width  = 1200.0
	Height = 459.0

	centralMeridian = 150.0
	northEdge       = 74.0
	unitsPerRadian  = Width / (2 * math.Pi)
)

// XY is a place in the frame: x to the right, y down. A place north or south of the frame has a y outside of it.
type XY struct{ X, Y float64 }

// Project places a point of the globe on the map by the Patterson cylindrical projection (Patterson, Šavrič and Jenny,
// "Introducing the Patterson Cylindrical Projection", Cartographic Perspectives 78, 2014).
func Project(p Point) XY {
	return XY{
		X: unitsPerRadian*radians(wrap(p.Lon-centralMeridian)) + Width/2,
		Y: unitsPerRadian * (patterson(radians(northEdge)) - patterson(radians(p.Lat))),
	}
}

// patterson is the height above the equator of a latitude in radians, on a globe of radius 1.
func patterson(lat float64) float64 {
	s := lat * lat
	return lat * (1.0148 + s*s*(0.23185+s*(-0.14499+0.02406*s)))
}

// wrap brings a longitude into [-180, 180).
func wrap(lon float64) float64 {
	return lon - 360*math.Floor((lon+180)/360)
}

func degrees(radians float64) float64 { return radians * 180 / math.Pi }
