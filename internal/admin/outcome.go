package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func outcomeDesk(o Office) desk[portal.Outcome] {
	return desk[portal.Outcome]{
		office: o, records: o.Store.Outcomes, route: "outcomes",
		questions: outcomeForm,
		fresh:     func(q url.Values) portal.Outcome { return portal.Outcome{ProgramID: named(q, "program")} },
		list: func(ctx context.Context, outcomes []portal.Outcome) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindProgram, outcomes, func(u portal.Outcome) int64 { return u.ProgramID })
			rows := listing{columns: []string{"indicator", "program_id", "planned", "achieved"}}
			for _, u := range outcomes {
				rows.add(u.Indicator.In(l), titles[u.ProgramID], amount(l, u.Planned), amount(l, u.Achieved))
			}
			return rows, err
		},
	}
}

func outcomeForm(u *portal.Outcome, c choices) form.Form {
	return form.Form{
		form.Record("program_id", &u.ProgramID, c.programs).Own().Under("section.outcome"),
		form.Both("indicator", &u.Indicator),
		form.Both("unit", &u.Unit),
		form.Number("planned", &u.Planned),
		form.Number("achieved", &u.Achieved),
		form.Yes("effort", &u.Effort),
		form.Date("as_of", &u.AsOf),
		form.BothLong("note", &u.Note),
	}
}
