package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func promiseDesk(o Office) desk[portal.Promise] {
	return desk[portal.Promise]{
		office: o, records: o.Store.Promises, route: "promises",
		questions: promiseForm,
		fresh:     func(q url.Values) portal.Promise { return portal.Promise{AgreementID: named(q, "agreement")} },
		list: func(ctx context.Context, promises []portal.Promise) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindAgreement, promises, func(u portal.Promise) int64 { return u.AgreementID })
			rows := listing{columns: []string{"words", "agreement_id", "due_on", "state"}}
			for _, u := range promises {
				rows.add(u.Words.In(l), titles[u.AgreementID], u.DueOn.Short(l), promiseState(l, u.State))
			}
			return rows, err
		},
	}
}

func promiseState(l i18n.Lang, s portal.PromiseState) string {
	if s == "" {
		return ""
	}
	return l.T("choice.promise.state." + string(s))
}

func promiseForm(u *portal.Promise, c choices) form.Form {
	return form.Form{
		form.Record("agreement_id", &u.AgreementID, c.agreements).Own().Under("section.promise"),
		form.Text("article", &u.Article),
		form.BothLong("words", &u.Words),
		form.Yes("quoted", &u.Quoted).Own(),
		form.Many("sectors", &u.Sectors, c.sectors),
		form.Both("target", &u.Target),
		form.Date("due_on", &u.DueOn).Under("section.kept"),
		form.Choice("state", &u.State, portal.PromiseStates).Named("promise.state").With("hint.promise.state"),
		form.Date("as_of", &u.AsOf),
		form.BothLong("note", &u.Note),
	}
}
