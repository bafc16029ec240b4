package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func agreementDesk(o Office) desk[portal.Agreement] {
	return desk[portal.Agreement]{
		office: o, records: o.Store.Agreements, route: "agreements",
		questions: agreementForm,
		called:    func(ctx context.Context, a portal.Agreement) string { return a.Title.In(i18n.From(ctx)) },
		fresh: func(q url.Values) portal.Agreement {
			return portal.Agreement{
				CityID: named(q, "city"), Reported: portal.ReportedUnknown,
			}
		},
		list: func(ctx context.Context, agreements []portal.Agreement) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"title", "instrument", "signed_on", "in_force_until"}}
			for _, a := range agreements {
				rows.add(a.Title.In(l), l.T("choice.instrument."+string(a.Instrument)), a.SignedOn.Short(l), a.InForceUntil.Short(l))
			}
			return rows, nil
		},
		public: func(ctx context.Context, a portal.Agreement) string { return view.Agreement.In(i18n.From(ctx), a.Slug) },
		beside: func(ctx context.Context, id int64, _ portal.Agreement) view.Link {
			l := i18n.From(ctx)
			return view.Link{Label: l.T("dossier.link"), URL: dossierLink(l, id)}
		},
	}
}

func agreementForm(a *portal.Agreement, c choices) form.Form {
	return form.Form{
		form.Both("title", &a.Title).Under("section.paper"),
		form.Text("slug", &a.Slug).Own(),
		form.Record("city_id", &a.CityID, c.cities).Own(),
		form.Record("parent_id", &a.ParentID, c.agreements),
		form.Choice("legal_type", &a.LegalType, portal.LegalTypes),
		form.Choice("instrument", &a.Instrument, portal.Instruments),
		form.Choice("regime", &a.Regime, portal.Regimes),
		form.Date("signed_on", &a.SignedOn).Under("section.term"),
		form.Date("in_force_from", &a.InForceFrom),
		form.Date("in_force_until", &a.InForceUntil),
		form.Both("term", &a.Term),
		form.Many("sectors", &a.Sectors, c.sectors).Under("section.content"),
		form.BothLong("summary", &a.Summary),
		form.Choice("reported", &a.Reported, portal.ReportedStates).Under("section.reported"),
		form.Date("reported_on", &a.ReportedOn),
		form.BothLong("reported_why", &a.ReportedWhy),
	}
}
