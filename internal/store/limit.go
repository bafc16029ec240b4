package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var limits = table[portal.Limit]{
	kind:   portal.KindLimit,
	name:   "limits",
	label:  func(i18n.Lang) string { return "stage" },
	search: "(stage || ' ' || note_id || ' ' || note_en)",
	order:  "id",
	meta:   func(l *portal.Limit) *portal.Meta { return &l.Meta },
	check:  portal.Limit.Check,
	columns: func(l *portal.Limit) []column {
		return columns(
			column{"stage", &l.Stage},
			column{"working_days", &l.WorkingDays},
			both("note", &l.Note),
		)
	},
}

// LimitFilter narrows a list of limits; what is empty narrows nothing.
type LimitFilter struct{ Stages []portal.Stage }

// LimitPart returns a part of the limits that fit.
func (s *Store) LimitPart(ctx context.Context, p Part, f LimitFilter) (Listed[portal.Limit], error) {
	return limits.part(ctx, s.pool, p, filter{
		where: "(cardinality(@stages::text[]) = 0 or stage = any(@stages))",
		args:  pgx.NamedArgs{"stages": some(f.Stages)},
	})
}

// LimitOf returns the limit of a stage.
func (s *Store) LimitOf(ctx context.Context, stage portal.Stage) (portal.Limit, error) {
	return one(ctx, s.pool, limits.reading(), "select "+limits.names("")+"\nfrom limits\nwhere stage = $1", stage)
}
