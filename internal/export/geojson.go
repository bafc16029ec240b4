package export

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"math"
	"slices"

	"kotakembar/internal/geo"
	"kotakembar/internal/portal"
)

// tiesAtOnce is of how many cities all records are held at a time.
const tiesAtOnce = 200

// feature is one thing on a map (RFC 7946).
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Properties map[string]any `json:"properties"`
	Geometry   geometry       `json:"geometry"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"` // longitude before latitude, degrees of WGS 84
}

// writeGeo writes the cities as points, and for every partner and prospect the great circle from the home city as a line. Unlike the
// other files it tells how alive each tie is on the day, which is computed and kept in no table.
func writeGeo(x *extract, w io.Writer) error {
	home, err := x.at.Home(x.ctx)
	if err != nil && !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(`{"type":"FeatureCollection","about":`)
	out.Write(encoded(x.about()))
	out.WriteString(`,"features":[`)
	before := "\n"
	err = x.eachTie(func(t portal.Tie) error {
		for _, f := range x.features(home, t) {
			out.WriteString(before)
			before = ",\n"
			if _, err := out.Write(encoded(f)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

// eachTie calls do with every city and all that belongs to it, by number, until it fails.
func (x *extract) eachTie(do func(portal.Tie) error) error {
	cities, err := x.at.Cities.All(x.ctx)
	if err != nil {
		return err
	}
	portal.Sort(cities, func(a, b portal.City) int { return cmp.Compare(a.ID, b.ID) })
	for some := range slices.Chunk(cities, tiesAtOnce) {
		ties, _, err := x.at.Ties(x.ctx, some)
		if err != nil {
			return err
		}
		for _, t := range ties {
			if err := do(t); err != nil {
				return err
			}
		}
	}
	return nil
}

// features are the point of a city and, where there is a tie, the line to it.
func (x *extract) features(home portal.City, t portal.Tie) []feature {
	c := t.City
	from, to := geo.Point{Lat: home.Lat, Lon: home.Lon}, geo.Point{Lat: c.Lat, Lon: c.Lon}
	point := feature{Type: "Feature", ID: "city-" + c.Slug, Geometry: geometry{"Point", position(to)}, Properties: map[string]any{
		"feature": "city", "city_id": c.ID, "slug": c.Slug, "name_id": c.Name.ID, "name_en": c.Name.EN, "native_name": c.NativeName,
		"country": c.Country, "standing": c.Standing, "is_home": c.IsHome,
	}}
	if !slices.Contains([]portal.Standing{portal.Partner, portal.Prospect, portal.Ended}, c.Standing) || c.IsHome {
		return []feature{point}
	}
	v := t.Vitality(x.Now())
	point.Properties["status"], point.Properties["status_on"], point.Properties["rules"] = v.Label, v.On, v.RuleVersion
	if home.ID == 0 || c.Standing == portal.Ended {
		return []feature{point}
	}
	line := feature{Type: "Feature", ID: "line-" + c.Slug, Geometry: lines(geo.Line(from, to)), Properties: map[string]any{
		"feature": "line", "city_id": c.ID, "slug": c.Slug, "standing": c.Standing, "status": v.Label,
		"distance_km": math.Round(geo.Distance(from, to)),
	}}
	return []feature{point, line}
}

func lines(parts [][]geo.Point) geometry {
	all := make([][][2]float64, len(parts))
	for i, part := range parts {
		for _, p := range part {
			all[i] = append(all[i], position(p))
		}
	}
	return geometry{"MultiLineString", all}
}

// position is a place to four decimals, some ten metres.
func position(p geo.Point) [2]float64 {
	round := func(f float64) float64 { return math.Round(f*1e4) / 1e4 }
	return [2]float64{round(p.Lon), round(p.Lat)}
}
