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
		fresh: func(q url.Values) portal.Agreement {
			return portal.Agreement{
				CityID: named(q, "city"), Reported: portal.ReportedUnknown,
			}
		},
		list: func(ctx context.Context, agreements []portal.Agreement) (listing, error) {
			return o.agreementList(ctx, agreements)
		},
		public: func(ctx context.Context, a portal.Agreement) string { return view.Agreement.In(i18n.From(ctx), a.Slug) },
		beside: func(ctx context.Context, id int64, _ portal.Agreement) view.Link {
			l := i18n.From(ctx)
			return view.Link{Label: l.T("dossier.link"), URL: dossierLink(l, id)}
		},
	}
}

// stageColumn is the column of how far the path of an agreement has come.
const stageColumn = "reached"

// agreementList shows agreements with the last of the seven steps that is on record, or that their term is over.
func (o Office) agreementList(ctx context.Context, agreements []portal.Agreement) (listing, error) {
	l := i18n.From(ctx)
	over := l.T("list.over")
	rows := listing{
		columns: []string{"title", "instrument", "signed_on", "in_force_until", stageColumn},
		labels:  map[string]string{stageColumn: l.T("list.stage")}, tones: map[string]view.Tone{stageColumn + " " + over: view.ToneAlert},
	}
	ids := make([]int64, len(agreements))
	for i, a := range agreements {
		ids[i] = a.ID
	}
	stages, err := o.Store.StagesOf(ctx, ids)
	for _, a := range agreements {
		stage := ""
		if path := stages[a.ID]; len(path) > 0 {
			group := path[len(path)-1].Group()
			stage = l.T("choice.stage_group." + string(group))
			rows.tones[stageColumn+" "+stage] = view.ToneLine
			if group == portal.StageGroups[5] { // implementation
				rows.tones[stageColumn+" "+stage] = view.ToneOn
			}
		}
		if a.InForceUntil != "" && a.InForceUntil.Latest().Before(o.Now()) {
			stage = over
		}
		rows.add(a.Title.In(l), l.T("choice.instrument."+string(a.Instrument)), a.SignedOn.Short(l), a.InForceUntil.Short(l), stage)
	}
	return rows, err
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
