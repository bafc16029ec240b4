package public

import (
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// planRows set what was planned beside what is recorded; both sides always stand.
func (sh *sheet) planRows(g portal.Program) []view.PlanRow {
	of := programName(g)
	planned, recorded := view.Cited{}, view.Cited{}
	when := view.Cited{Text: sentence(" – ", g.StartOn.In(sh.lang), g.EndOn.In(sh.lang)), Refs: sh.refs(of, "start_on", "end_on")}
	if g.Status == portal.ProgramPlanned && g.Result.Empty() {
		planned = when
	} else {
		recorded = when
	}
	rows := []view.PlanRow{
		{Name: sh.t("program.row_what"), Plan: sh.said(of, g.Plan.In(sh.lang), "plan"), Outcome: sh.said(of, g.Result.In(sh.lang), "result")},
		{Name: sh.t("program.row_when"), Plan: planned, Outcome: recorded},
	}
	if cost := sh.money(g.Cost, g.Currency); cost != "" {
		rows = append(rows, view.PlanRow{Name: sh.t("field.cost"), Plan: sh.said(of, cost, "cost", "paid_by", "summary")})
	}
	return rows
}

// said is a value with its sources, or with the words that it has none.
func (sh *sheet) said(of store.Named, value string, fields ...string) view.Cited {
	if value == "" {
		return view.Cited{}
	}
	return sh.marked(view.Cited{Text: value, Refs: sh.refs(of, fields...)})
}

func (sh *sheet) outcomeRow(o portal.Outcome) view.OutcomeRow {
	of, unit := store.Named{Kind: portal.KindOutcome, ID: o.ID}, o.Unit.In(sh.lang)
	return view.OutcomeRow{
		Measure:  view.Cited{Text: sentence(". ", o.Indicator.In(sh.lang), o.Note.In(sh.lang))},
		Planned:  sh.said(of, sh.amount(o.Planned, unit), "planned"),
		Achieved: sh.said(of, sh.amount(o.Achieved, unit), "achieved"),
		AsOf:     view.Cited{Text: o.AsOf.Short(sh.lang)},
	}
}

// programFacts are the facts of a program. What its summary tells rests on the summary's sources.
func (sh *sheet) programFacts(g portal.Program, parts store.ProgramParts) []view.Fact {
	of := programName(g)
	city := view.Fact{Label: sh.t("field.city_id")}
	for _, c := range parts.Cities {
		if c.ID == g.CityID {
			link := sh.cityLink(c)
			city.Values = []view.Cited{{Text: link.Label, URL: link.URL}}
		}
	}
	agreements := view.Fact{Label: sh.t("field.agreement_ids")}
	for _, a := range parts.Agreements {
		agreements.Values = append(agreements.Values, view.Cited{Text: a.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, a.Slug)})
	}
	facts := []view.Fact{
		{Label: sh.t("field.kind"), Values: []view.Cited{{Text: sh.choice("program.kind", g.Kind)}}},
		city, agreements,
		sh.fact(of, sh.choice("status", string(g.Status)), "status", "summary", "result", "plan"),
		sh.fact(of, g.StartOn.In(sh.lang), "start_on"),
		sh.fact(of, g.EndOn.In(sh.lang), "end_on", "start_on"),
		sh.fact(of, g.Place.In(sh.lang), "place", "summary", "plan", "result"),
		sh.organisations(g),
		sh.fact(of, sh.sectorNames(g.Sectors), "sectors", "summary"),
		sh.fact(of, sh.money(g.Cost, g.Currency), "cost", "paid_by", "summary"),
		sh.fact(of, g.PaidBy.In(sh.lang), "paid_by", "cost", "summary"),
	}
	return facts
}

func (sh *sheet) organisations(g portal.Program) view.Fact {
	of := programName(g)
	f := view.Fact{Label: sh.t("field.organisations")}
	for _, o := range g.Organisations {
		text := o.Name.In(sh.lang) + " (" + sh.choice("side", o.Side) + ")"
		f.Values = append(f.Values, view.Cited{Text: text, Refs: sh.refs(of, "organisations", "summary")})
	}
	if len(f.Values) > 0 && !sh.sourced(of, "organisations", "summary") {
		f.Note = sh.t("fact.unsourced")
	}
	return f
}

// notKnown lists what the register cannot answer about a program yet, read from what is empty.
func (sh *sheet) notKnown(g portal.Program, parts store.ProgramParts) []string {
	over := g.Status == portal.ProgramCompleted || g.Status == portal.ProgramClosed
	counted := slices.ContainsFunc(parts.Activities, func(a portal.Activity) bool {
		_, ok := a.Participants.Residents()
		return ok
	})
	var list []string
	for _, q := range []struct {
		key   string
		holds bool
	}{
		{"program.unknown.when", g.StartOn == ""},
		{"program.unknown.end", g.StartOn != "" && g.EndOn == "" && !over},
		{"program.unknown.plan", g.Plan.Empty()},
		{"program.unknown.result", g.Result.Empty()},
		{"program.unknown.cost", g.Cost == nil},
		{"program.unknown.paid_by", g.PaidBy.Empty()},
		{"program.unknown.residents", !counted},
	} {
		if q.holds {
			list = append(list, sh.t(q.key))
		}
	}
	return list
}
