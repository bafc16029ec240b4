package admin

import (
	"context"
	"net/url"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func programDesk(o Office) desk[portal.Program] {
	return desk[portal.Program]{
		office: o, records: o.Store.Programs, route: "programs",
		questions: programForm,
		fresh: func(q url.Values) portal.Program {
			return portal.Program{CityID: named(q, "city")}
		},
		written: writtenProgram,
		list: func(ctx context.Context, programs []portal.Program) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindCity, programs, func(p portal.Program) int64 { return p.CityID })
			rows := listing{columns: []string{"title", "city_id", "status", "start_on"}}
			for _, p := range programs {
				rows.add(p.Title.In(l), titles[p.CityID], l.T("choice.status."+string(p.Status)), p.StartOn.Short(l))
			}
			return rows, err
		},
		beside: func(ctx context.Context, id int64, _ portal.Program) view.Link {
			l := i18n.From(ctx)
			return view.Link{Label: l.T("questionnaire.ways"), URL: view.Admin(l, questionnairesRoute, "new") + "?program=" + strconv.FormatInt(id, 10)}
		},
		public: func(ctx context.Context, p portal.Program) string { return view.Program.In(i18n.From(ctx), p.Slug) },
	}
}

func programForm(p *portal.Program, c choices) form.Form {
	return form.Form{
		form.Both("title", &p.Title).Under("section.program"),
		form.Text("slug", &p.Slug).Own(),
		form.Choice("kind", &p.Kind, portal.ProgramKinds).Named("program.kind"),
		form.Record("city_id", &p.CityID, c.cities).Own(),
		form.ManyNumbers("agreement_ids", &p.AgreementIDs, c.agreements),
		form.Many("sectors", &p.Sectors, c.sectors),
		form.BothLong("summary", &p.Summary),
		form.Choice("status", &p.Status, portal.ProgramStatuses).Under("section.course"),
		form.Date("start_on", &p.StartOn),
		form.Date("end_on", &p.EndOn),
		form.Both("place", &p.Place),
		form.List("organisations", &p.Organisations, organisationForm),
		form.BothLong("plan", &p.Plan).Under("section.plan"),
		form.BothLong("result", &p.Result),
		form.Number("cost", &p.Cost).Under("section.money"),
		form.Text("currency", &p.Currency),
		form.Both("paid_by", &p.PaidBy),
	}
}

func organisationForm(o *portal.Organisation) form.Form {
	return form.Form{
		form.Both("name", &o.Name).As("field.organisation.name"),
		form.Choice("side", &o.Side, append([]string{""}, portal.Sides...)).As("field.organisation.side"),
	}
}
