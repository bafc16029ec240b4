package admin

import (
	"context"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func limitDesk(o Office) desk[portal.Limit] {
	return desk[portal.Limit]{
		office: o, records: o.Store.Limits, route: "limits",
		questions: limitForm,
		list: func(ctx context.Context, limits []portal.Limit) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"stage", "working_days"}}
			for _, m := range limits {
				rows.add(l.T("choice.stage."+string(m.Stage)), amount(l, m.WorkingDays))
			}
			return rows, nil
		},
	}
}

func limitForm(m *portal.Limit, _ choices) form.Form {
	return form.Form{
		form.Choice("stage", &m.Stage, portal.Stages).Own().Under("section.limit"),
		form.Number("working_days", &m.WorkingDays),
		form.BothLong("note", &m.Note),
	}
}
