package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func stepDesk(o Office) desk[portal.Step] {
	return desk[portal.Step]{
		office: o, records: o.Store.Steps, route: "steps",
		questions: stepForm,
		fresh: func(q url.Values) portal.Step {
			return portal.Step{AgreementID: named(q, "agreement")}
		},
		list: func(ctx context.Context, steps []portal.Step) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindAgreement, steps, func(s portal.Step) int64 { return s.AgreementID })
			rows := listing{columns: []string{"stage", "agreement_id", "happened_on", "no_document"}}
			for _, s := range steps {
				rows.add(l.T("choice.stage."+string(s.Stage)), titles[s.AgreementID], s.HappenedOn.Short(l), yes(l, s.NoDocument))
			}
			return rows, err
		},
	}
}

func stepForm(s *portal.Step, c choices) form.Form {
	return form.Form{
		form.Record("agreement_id", &s.AgreementID, c.agreements).Own().Under("section.step"),
		form.Choice("stage", &s.Stage, portal.Stages),
		form.Date("happened_on", &s.HappenedOn),
		form.Both("place", &s.Place),
		form.List("signatories", &s.Signatories, personForm),
		form.BothLong("note", &s.Note),
		form.Yes("no_document", &s.NoDocument).Own(),
	}
}

func personForm(p *portal.Person) form.Form {
	return form.Form{
		form.Text("name", &p.Name).As("field.person.name"),
		form.Both("role", &p.Role).As("field.person.role"),
		form.Text("side", &p.Side).As("field.person.side").With("hint.person.side"),
	}
}
