package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var venues = table[portal.Venue]{
	kind:   portal.KindVenue,
	name:   "venues",
	label:  func(l i18n.Lang) string { return "name_" + string(l) },
	search: "(name_id || ' ' || name_en || ' ' || address || ' ' || array_to_string(brands, ' '))",
	order:  "coalesce(confirmed_on, opened_on) desc nulls last, id",
	meta:   func(v *portal.Venue) *portal.Meta { return &v.Meta },
	check:  portal.Venue.Check,
	found: func(v portal.Venue) findable {
		return findable{Above: Named{portal.KindCity, v.CityID}, Title: v.Name, Also: v.Brands, Body: v.Note, On: v.OpenedOn,
			Near: []string{v.Address}}
	},
	columns: func(v *portal.Venue) []column {
		return columns(
			ref("city_id", &v.CityID),
			ref("program_id", &v.ProgramID),
			both("name", &v.Name),
			column{"kind", &v.Kind},
			column{"address", &v.Address},
			list("brands", &v.Brands),
			on("opened_on", &v.OpenedOn),
			on("closed_on", &v.ClosedOn),
			on("confirmed_on", &v.ConfirmedOn),
			both("confirmed_by", &v.ConfirmedBy),
			both("note", &v.Note),
		)
	},
}

// VenueFilter narrows a list of venues; what is empty narrows nothing.
type VenueFilter struct {
	CityID    int64
	ProgramID int64
	Countries []string
	Kinds     []string
}

// VenuePart returns a part of the venues that fit, dated by their opening.
func (s *Store) VenuePart(ctx context.Context, p Part, f VenueFilter) (Listed[portal.Venue], error) {
	return venues.part(ctx, s.pool, p, filter{
		dated: "opened_on",
		where: `(@city = 0 or city_id = @city)
			and (@program = 0 or program_id = @program)
			and (cardinality(@countries::text[]) = 0 or city_id in (select id from cities where country = any(@countries)))
			and (cardinality(@kinds::text[]) = 0 or kind = any(@kinds))`,
		args: pgx.NamedArgs{"city": f.CityID, "program": f.ProgramID, "countries": some(f.Countries), "kinds": some(f.Kinds)},
	})
}

// ShownVenues is some venues with what stands around them.
type ShownVenues struct {
	Shown[portal.Venue]
	Programs map[int64]string // by venue, the page of its program where that is of the same tie
}

// ShownVenues returns the venues of some numbers, in one journey.
func (s *Store) ShownVenues(ctx context.Context, ids []int64) (found ShownVenues, err error) {
	type page struct {
		venue int64
		slug  string
	}
	var j journey
	var pages []page
	ask(&j, &pages, func(row pgx.CollectableRow) (p page, err error) { return p, row.Scan(&p.venue, &p.slug) },
		`select v.id, p.slug
		from venues v
		join programs p on p.id = v.program_id
		where v.id = any($1)
			and (p.city_id = v.city_id or exists (select from agreements where id = any(p.agreement_ids) and city_id = v.city_id))`, ids)
	found.Shown, err = s.Venues.shown(ctx, &j, ids)
	found.Programs = map[int64]string{}
	for _, p := range pages {
		found.Programs[p.venue] = p.slug
	}
	return found, err
}
