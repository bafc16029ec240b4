package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var outcomes = table[portal.Outcome]{
	kind:   portal.KindOutcome,
	name:   "outcomes",
	label:  func(l i18n.Lang) string { return "indicator_" + string(l) },
	search: "(indicator_id || ' ' || indicator_en)",
	order:  "program_id, id",
	meta:   func(o *portal.Outcome) *portal.Meta { return &o.Meta },
	check:  portal.Outcome.Check,
	found: func(o portal.Outcome) findable {
		return findable{Above: Named{portal.KindProgram, o.ProgramID}, Title: o.Indicator, Body: o.Note, On: o.AsOf}
	},
	columns: func(o *portal.Outcome) []column {
		return columns(
			ref("program_id", &o.ProgramID),
			both("indicator", &o.Indicator),
			both("unit", &o.Unit),
			column{"planned", &o.Planned},
			column{"achieved", &o.Achieved},
			on("as_of", &o.AsOf),
			both("note", &o.Note),
			column{"effort", &o.Effort},
		)
	},
}

// OutcomeFilter narrows a list of outcomes; what is empty narrows nothing.
type OutcomeFilter struct {
	CityID    int64
	ProgramID int64
}

// OutcomePart returns a part of the outcomes that fit, dated by the day of which they tell.
func (s *Store) OutcomePart(ctx context.Context, p Part, f OutcomeFilter) (Listed[portal.Outcome], error) {
	return outcomes.part(ctx, s.pool, p, filter{
		dated: "as_of",
		where: `(@program = 0 or program_id = @program)
			and (@city = 0 or program_id in (
				select id
				from programs
				where city_id = @city
					or agreement_ids && array(select id from agreements where city_id = @city)))`,
		args: pgx.NamedArgs{"city": f.CityID, "program": f.ProgramID},
	})
}
