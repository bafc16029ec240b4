package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var cities = table[portal.City]{
	kind:   portal.KindCity,
	name:   "cities",
	label:  func(l i18n.Lang) string { return "name_" + string(l) },
	search: "(name_id || ' ' || name_en || ' ' || native_name || ' ' || slug || ' ' || array_to_string(aliases, ' '))",
	order:  "name_id",
	meta:   func(c *portal.City) *portal.Meta { return &c.Meta },
	check:  portal.City.Check,
	found: func(c portal.City) findable {
		also := append([]string{c.NativeName, i18n.ID.Country(c.Country), i18n.EN.Country(c.Country)}, c.Aliases...)
		if c.IsHome { // it has no page, but what happened in it is found by its names
			return findable{Also: append(also, c.Name.ID, c.Name.EN)}
		}
		return findable{Slug: c.Slug, Title: c.Name, Also: also, Body: c.Summary, Near: append(tieWords(c.Standing), c.Region)}
	},
	columns: func(c *portal.City) []column {
		return columns(
			column{"slug", &c.Slug},
			both("name", &c.Name),
			column{"native_name", &c.NativeName},
			column{"native_lang", &c.NativeLang},
			column{"native_text", &c.NativeText},
			list("aliases", &c.Aliases),
			column{"country", &c.Country},
			column{"region", &c.Region},
			column{"lat", &c.Lat},
			column{"lon", &c.Lon},
			column{"population", &c.Population},
			on("population_on", &c.PopulationOn),
			column{"area_km2", &c.AreaKm2},
			column{"time_zone", &c.TimeZone},
			known("wikidata_id", &c.WikidataID),
			column{"standing", &c.Standing},
			column{"is_home", &c.IsHome},
			both("summary", &c.Summary),
			column{"label_dx", &c.LabelDX},
			column{"label_dy", &c.LabelDY},
			column{"label_anchor", &c.LabelAnchor},
			column{"label_on_phone", &c.LabelOnPhone},
		)
	},
}

// Home returns the portal's own city.
func (s *Store) Home(ctx context.Context) (portal.City, error) {
	return one(ctx, s.pool, cities.reading(), "select "+cities.names("")+"\nfrom cities\nwhere is_home")
}

// tieWords are what readers call a city that is or was tied to the home city, whatever is told of it.
func tieWords(s portal.Standing) []string {
	if s != portal.Partner && s != portal.Ended {
		return nil
	}
	tie := words("search.tie")
	return []string{tie.ID, tie.EN}
}

// CityFilter narrows a list of cities; what is empty narrows nothing.
type CityFilter struct {
	Standings []portal.Standing
	Countries []string
	Among     []int64 // numbers, of which none fits where the list is empty; nil narrows nothing
}

// CityPart returns a part of the cities that fit.
func (s *Store) CityPart(ctx context.Context, p Part, f CityFilter) (Listed[portal.City], error) {
	return cities.part(ctx, s.pool, p, filter{
		where: `(cardinality(@standings::text[]) = 0 or standing = any(@standings))
			and (cardinality(@countries::text[]) = 0 or country = any(@countries))
			and (@among::bigint[] is null or id = any(@among))`,
		args: pgx.NamedArgs{"standings": some(f.Standings), "countries": some(f.Countries), "among": f.Among},
	})
}
