package store

import (
	"context"

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

// relearnIn lets all that is in a field be found by the names that the field has now.
func relearnIn(ctx context.Context, q db, code string) error {
	for _, kind := range []portal.Kind{portal.KindActivity, portal.KindAgreement, portal.KindProgram} {
		records, err := doors[kind].where(ctx, q, "$1 = any(sectors)", code)
		if err != nil {
			return err
		}
		if err := doors[kind].learn(ctx, q, records...); err != nil {
			return err
		}
	}
	return nil
}

// SectorPart returns a part of the sectors.
func (s *Store) SectorPart(ctx context.Context, p Part) (Listed[portal.Sector], error) {
	return sectors.part(ctx, s.pool, p, filter{where: "true"})
}

// SectorByCode returns the sector of a code.
func (s *Store) SectorByCode(ctx context.Context, code string) (portal.Sector, error) {
	return one(ctx, s.pool, sectors.reading(), "select "+sectors.names("")+"\nfrom sectors\nwhere code = $1", code)
}
