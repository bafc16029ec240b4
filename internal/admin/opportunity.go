package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func opportunityDesk(o Office) desk[portal.Opportunity] {
	return desk[portal.Opportunity]{
		office: o, records: o.Store.Opportunities, route: "opportunities",
		questions: opportunityForm,
		fresh: func(q url.Values) portal.Opportunity {
			return portal.Opportunity{CityID: named(q, "city"), ProgramID: named(q, "program")}
		},
		list: func(ctx context.Context, opportunities []portal.Opportunity) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindCity, opportunities, func(p portal.Opportunity) int64 { return p.CityID })
			rows := listing{columns: []string{"title", "city_id", "kind", "deadline_on"}}
			for _, p := range opportunities {
				rows.add(p.Title.In(l), titles[p.CityID], l.T("choice.opportunity.kind."+p.Kind), p.DeadlineOn.Short(l))
			}
			return rows, err
		},
		public: func(ctx context.Context, _ portal.Opportunity) string { return view.Opportunities.In(i18n.From(ctx)) },
	}
}

func opportunityForm(o *portal.Opportunity, c choices) form.Form {
	return form.Form{
		form.Both("title", &o.Title).Under("section.opportunity"),
		form.Choice("kind", &o.Kind, portal.OpportunityKinds).Named("opportunity.kind"),
		form.Record("city_id", &o.CityID, c.cities).Own(),
		form.Record("program_id", &o.ProgramID, c.programs).Own(),
		form.BothLong("who", &o.Who).Under("section.applying"),
		form.Date("opens_on", &o.OpensOn),
		form.Date("deadline_on", &o.DeadlineOn),
		form.BothLong("cost", &o.Cost).With("hint.opportunity.cost"),
		form.BothLong("selection", &o.Selection),
		form.Text("url", &o.URL).As("field.opportunity.url"),
		form.BothLong("outcome", &o.Outcome).Under("section.outcome_of"),
		form.Record("activity_id", &o.ActivityID, c.activities).Own(),
	}
}
