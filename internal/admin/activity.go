package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func activityDesk(o Office) desk[portal.Activity] {
	return desk[portal.Activity]{
		office: o, records: o.Store.Activities, route: "activities",
		questions: activityForm,
		fresh: func(q url.Values) portal.Activity {
			return portal.Activity{
				CityID: named(q, "city"), ProgramID: named(q, "program"), AgreementID: named(q, "agreement"),
			}
		},
		list: func(ctx context.Context, activities []portal.Activity) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindCity, activities, func(a portal.Activity) int64 { return a.CityID })
			rows := listing{columns: []string{"title", "city_id", "nature", "start_on"}}
			for _, a := range activities {
				rows.add(a.Title.In(l), titles[a.CityID], l.T("choice.nature."+string(a.Nature)), a.StartOn.Short(l))
			}
			return rows, err
		},
	}
}

func activityForm(a *portal.Activity, c choices) form.Form {
	return form.Form{
		form.Both("title", &a.Title).Under("section.activity"),
		form.Record("city_id", &a.CityID, c.cities).Own(),
		form.Record("agreement_id", &a.AgreementID, c.agreements).Own(),
		form.Record("program_id", &a.ProgramID, c.programs).Own(),
		form.Choice("nature", &a.Nature, portal.Natures),
		form.Choice("kind", &a.Kind, portal.ActivityKinds).Named("activity.kind").As("field.activity.kind"),
		form.Date("start_on", &a.StartOn),
		form.Date("end_on", &a.EndOn),
		form.Many("sectors", &a.Sectors, c.sectors),
		form.Choice("place", &a.Place, portal.Places).Under("section.where"),
		form.Both("place_name", &a.PlaceName),
		form.Choice("initiator", &a.Initiator, portal.Initiators),
		form.Yes("also_trip", &a.AlsoTrip).Under("section.trip"),
		form.BothLong("purpose", &a.Purpose),
		form.Both("approved_by", &a.ApprovedBy),
		form.Date("approved_on", &a.ApprovedOn),
		form.Date("approval_sought_on", &a.ApprovalSoughtOn),
		form.List("organisations", &a.Organisations, organisationForm).Under("section.participants"),
		form.Number("elected", &a.Participants.Elected),
		form.Number("official", &a.Participants.Official),
		form.Number("student", &a.Participants.Student),
		form.Number("resident", &a.Participants.Resident),
		form.Number("artist", &a.Participants.Artist),
		form.Number("business", &a.Participants.Business),
		form.List("costs", &a.Costs, costForm).Under("section.money"),
		form.BothLong("result", &a.Result).Under("section.result"),
		form.Date("report_due_on", &a.ReportDueOn),
		form.Date("report_received_on", &a.ReportReceivedOn),
		form.BothLong("report_absent", &a.ReportAbsent),
	}
}

func costForm(c *portal.Cost) form.Form {
	return form.Form{
		form.Choice("payer", &c.Payer, append([]string{""}, portal.Payers...)).As("field.cost.payer"),
		form.Number("amount", &c.Amount).As("field.cost.amount"),
		form.Text("currency", &c.Currency),
	}
}
