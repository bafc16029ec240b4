package globe

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// place is a city, or a district of a large one, that has a tie of its own.
type place struct {
	slug, name, own string
	lang            string
	of              string // the city that a district belongs to
	country         string
	lat, lon        float64
	people          int64
}

// newPlaces names a place for each tie: a third are cities, the others districts of them, of which large cities have very many.
func (w *World) newPlaces(ties int) []place {
	d := w.dice(ofPlaces, 0)
	taken := map[string]int{}
	var total int
	for _, c := range countries {
		total += c.weight
	}
	cities := max(ties/3, 1)
	all := make([]place, 0, ties)
	for range cities {
		at := d.IntN(total)
		i := 0
		for ; at >= countries[i].weight; i++ {
			at -= countries[i].weight
		}
		all = append(all, newCity(d, countries[i], taken))
	}
	large := rand.NewZipf(d.Rand, 1.2, 8, uint64(cities-1))
	for len(all) < ties {
		all = append(all, newDistrict(d, all[large.Uint64()], taken))
	}
	return all
}

func newCity(d dice, c country, taken map[string]int) place {
	t := tongues[c.tongue]
	p := place{lang: t.lang, country: c.code, people: int64(2000 * math.Exp(d.ExpFloat64()*1.6))}
	p.name, p.own = t.called(d.Rand)
	if d.often(60) {
		p.people = 0 // nobody has counted
	}
	p.lat = clamp(c.lat+d.NormFloat64()*c.reach/2, 85)
	p.lon = clamp(c.lon+d.NormFloat64()*c.reach/2, 180)
	p.slug = free(slugOf(p.name+" "+c.code), taken)
	return p
}

// districts are what parts of cities are called.
var districts = []i18n.Text{
	{ID: "Utara", EN: "North"}, {ID: "Selatan", EN: "South"}, {ID: "Timur", EN: "East"}, {ID: "Barat", EN: "West"},
	{ID: "Tengah", EN: "Centre"}, {ID: "Lama", EN: "Old Town"}, {ID: "Baru", EN: "New Town"}, {ID: "Pelabuhan", EN: "Harbour"},
	{ID: "Hulu", EN: "Upper"}, {ID: "Hilir", EN: "Lower"}, {ID: "Pantai", EN: "Shore"}, {ID: "Bukit", EN: "Hill"},
}

func newDistrict(d dice, city place, taken map[string]int) place {
	p := city
	p.of = city.name
	p.name += " " + pick(d, districts...).EN
	p.lat, p.lon = clamp(p.lat+d.NormFloat64()*.1, 85), clamp(p.lon+d.NormFloat64()*.1, 180)
	p.people /= int64(d.between(3, 12))
	p.slug = free(slugOf(p.name+" "+p.country), taken)
	return p
}

// free is an address that no other place has.
func free(slug string, taken map[string]int) string {
	taken[slug]++
	if n := taken[slug]; n > 1 {
		return fmt.Sprintf("%s-%d", slug, n)
	}
	return slug
}

func clamp(degrees, most float64) float64 {
	return math.Round(min(max(degrees, -most), most)*1e4) / 1e4
}

// city is the record of a place, in the standing that its tie gives it.
func (w *World) city(d dice, p place, standing portal.Standing) portal.City {
	c := portal.City{
		Meta: w.number(portal.KindCity), Slug: p.slug, Name: i18n.Text{ID: p.name, EN: p.name},
		NativeName: p.own, NativeLang: p.lang, Country: p.country, Region: p.of, Lat: p.lat, Lon: p.lon,
		Standing: standing, LabelAnchor: "start",
	}
	if p.own == "" {
		c.NativeName = ""
	} else {
		c.Aliases = []string{p.own}
	}
	if p.people > 0 {
		c.Population, c.PopulationOn = &p.people, portal.Date(strconv.Itoa(w.day.Year()-d.between(1, 9)))
	}
	if d.often(70) {
		c.Summary = i18n.Text{
			ID: fmt.Sprintf("%s dikenal karena %s dan %s.", p.name, pick(d, known...).ID, pick(d, known...).ID),
			EN: fmt.Sprintf("%s is known for %s and %s.", p.name, pick(d, known...).EN, pick(d, known...).EN),
		}
	}
	if c.ID%20 == 0 && !c.Summary.Empty() {
		c.Version = 2
	}
	return c
}

// known is what cities are known for.
var known = []i18n.Text{
	{ID: "pelabuhannya", EN: "its port"}, {ID: "universitasnya", EN: "its university"}, {ID: "kebun tehnya", EN: "its tea gardens"},
	{ID: "tambang peraknya", EN: "its silver mines"}, {ID: "festival musiknya", EN: "its music festival"}, {ID: "kain tenunnya", EN: "its woven cloth"},
	{ID: "jembatan tuanya", EN: "its old bridge"}, {ID: "pabrik kertasnya", EN: "its paper mills"}, {ID: "taman kotanya", EN: "its parks"},
	{ID: "pasar malamnya", EN: "its night market"}, {ID: "galangan kapalnya", EN: "its shipyards"}, {ID: "museum keretanya", EN: "its railway museum"},
}
