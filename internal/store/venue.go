package store

import (
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
