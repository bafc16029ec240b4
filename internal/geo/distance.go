// Package geo measures the globe: numbers in, numbers out.
//
// Here belong distances, the projection of the world map, great circles and the land on it. What does not belong here:
// cities, drawings, words.
package geo

import "math"

// earthRadius is the mean radius of the earth in kilometres.
const earthRadius = 6371.0

// Point is a place on the globe in degrees; south and west are negative.
type Point struct{ Lat, Lon float64 }

// Distance is the length of the great circle between two places in kilometres, on a sphere, by the haversine formula.
func Distance(a, b Point) float64 {
	lat1, lat2 := radians(a.Lat), radians(b.Lat)
	dLat, dLon := lat2-lat1, radians(b.Lon-a.Lon)
	h := haversine(dLat) + math.Cos(lat1)*math.Cos(lat2)*haversine(dLon)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}

func haversine(angle float64) float64 { return math.Pow(math.Sin(angle/2), 2) }

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
