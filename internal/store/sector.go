package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var sectors = table[portal.Sector]{
	kind:   portal.KindSector,
	name:   "sectors",
	label:  func(l i18n.Lang) string { return "name_" + string(l) },
	search: "(name_id || ' ' || name_en || ' ' || code)",
	order:  "field_group, name_id",
	meta:   func(s *portal.Sector) *portal.Meta { return &s.Meta },
	check:  portal.Sector.Check,
	columns: func(s *portal.Sector) []column {
		return columns(
			column{"code", &s.Code},
			both("name", &s.Name),
			list("sdgs", &s.SDGs),
			column{"field_group", &s.Group},
		)
	},
}
