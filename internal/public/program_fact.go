package public

import (
	"cmp"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// planRows set what was planned beside what is recorded; both sides always stand.
func (sh *sheet) planRows(g portal.Program, parts store.ProgramParts) []view.PlanRow {
	of := programName(g)
	rows := []view.PlanRow{
		{Name: sh.t("program.row_what"), Plan: sh.said(of, g.Plan.In(sh.lang), "plan"), Outcome: sh.said(of, g.Result.In(sh.lang), "result")},
		sh.whenRow(g, parts),
		sh.whereRow(g, parts),
	}
	money := sh.money(g.Cost, g.Currency)
	for _, o := range parts.Outcomes {
		if o.Repeats(g) {
			money = sentence(". ", money, o.Note.In(sh.lang))
			continue
		}
		rows = append(rows, sh.outcomeRow(o))
	}
	row := view.PlanRow{Name: sh.costLabel(g), Plan: sh.said(of, money, "cost", "paid_by", "summary")}
	for _, a := range parts.Activities {
		if len(a.Costs) > 0 {
			row.Outcome = joined(row.Outcome, sh.said(activityName(a), sh.costsOf(a.Costs), "costs"))
		}
	}
	return append(rows, row)
}

// costLabel is what the money of a program is called: that of a budget was set aside, and nobody says what was spent of it.
func (sh *sheet) costLabel(g portal.Program) string {
	if g.Kind == portal.BudgetProgram {
		return sh.choice("program.kind", g.Kind)
	}
	return sh.t("field.cost")
}

// whenRow is when the program was to be or was. The date of what is only planned stands on the side of the plan, unless something of
// it took place on that day.
func (sh *sheet) whenRow(g portal.Program, parts store.ProgramParts) view.PlanRow {
	when := view.Cited{Text: sentence(" – ", distinct([]string{g.StartOn.In(sh.lang), g.EndOn.In(sh.lang)})...), Refs: sh.refs(programName(g), "start_on", "end_on")}
	happened := slices.ContainsFunc(parts.Activities, func(a portal.Activity) bool { return a.StartOn != "" && a.StartOn == g.StartOn })
	if g.Status == portal.ProgramPlanned && !happened {
		return view.PlanRow{Name: sh.t("program.row_when"), Plan: when}
	}
	return view.PlanRow{Name: sh.t("program.row_when"), Outcome: when}
}

// whereRow is where the program was to be or was, beside the places that are known to have opened.
func (sh *sheet) whereRow(g portal.Program, parts store.ProgramParts) view.PlanRow {
	row, where := view.PlanRow{Name: sh.t("field.place")}, sh.said(programName(g), g.Place.In(sh.lang), "place", "summary", "plan", "result")
	if g.Status == portal.ProgramPlanned {
		row.Plan = where
	} else {
		row.Outcome = where
	}
	for _, v := range parts.Venues {
		if v.OpenedOn != "" {
			name := sentence(", ", v.Name.In(sh.lang), v.Address, v.OpenedOn.Short(sh.lang))
			row.Outcome = joined(row.Outcome, sh.said(venueName(v), name, "name", "address", "opened_on"))
		}
	}
	return row
}

// joined sets two texts and their sources beside each other.
func joined(a, b view.Cited) view.Cited {
	return view.Cited{Text: sentence("; ", a.Text, b.Text), Refs: ascending(slices.Concat(a.Refs, b.Refs))}
}

// said is a value with its sources, or with the words that it has none.
func (sh *sheet) said(of store.Named, value string, fields ...string) view.Cited {
	if value == "" {
		return view.Cited{}
	}
	return sh.marked(view.Cited{Text: value, Refs: sh.refs(of, fields...)})
}

// outcomeRow is a measure; its date stands with what is known of it.
func (sh *sheet) outcomeRow(o portal.Outcome) view.PlanRow {
	of, unit, asOf := outcomeName(o), o.Unit.In(sh.lang), ""
	if o.AsOf != "" {
		asOf = sh.t("program.as_of", o.AsOf.Short(sh.lang))
	}
	planned, achieved := sh.amount(o.Planned, unit), sh.amount(o.Achieved, unit)
	if achieved != "" {
		achieved = sentence(" ", achieved, asOf)
	} else {
		planned = sentence(" ", planned, asOf)
	}
	if note := o.Note.In(sh.lang); achieved != "" {
		achieved = sentence(". ", achieved, note)
	} else {
		planned = sentence(". ", planned, note)
	}
	name := o.Indicator.In(sh.lang)
	if o.Effort {
		name = sentence(", ", name, sh.t("program.effort"))
	}
	return view.PlanRow{
		Name: name,
		Plan: sh.said(of, planned, "planned"), Outcome: sh.said(of, achieved, "achieved"),
	}
}

// programFacts are the facts of a program. What its summary tells rests on the summary's sources.
func (sh *sheet) programFacts(g portal.Program, parts store.ProgramParts) []view.Fact {
	of := programName(g)
	agreements := view.Fact{Label: sh.t("field.agreement_ids")}
	for _, a := range parts.Agreements {
		agreements.Values = append(agreements.Values, view.Cited{Text: a.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, a.Slug)})
	}
	money := sh.fact(of, sh.money(g.Cost, g.Currency), "cost", "paid_by", "summary")
	money.Label = sh.costLabel(g)
	facts := []view.Fact{
		{Label: sh.t("field.kind"), Values: []view.Cited{{Text: sh.choice("program.kind", g.Kind)}}},
		sh.citiesOf(g, parts), agreements, sh.councilOf(g, parts),
		sh.fact(of, sh.programStatus(g), "status", "summary", "result", "plan"),
		sh.fact(of, g.StartOn.In(sh.lang), "start_on"),
		sh.fact(of, g.EndOn.In(sh.lang), "end_on", "start_on"),
		sh.fact(of, g.Place.In(sh.lang), "place", "summary", "plan", "result"),
		sh.organisations(g, parts.Cities),
		sh.fact(of, sh.sectorNames(g.Sectors), "sectors", "summary"),
		money,
		sh.fact(of, g.PaidBy.In(sh.lang), "paid_by", "cost", "summary"),
	}
	return facts
}

// citiesOf are the city of a program, or where it is of several those of the papers that it stands under and of its places, with what
// makes each of them a city of the program.
func (sh *sheet) citiesOf(g portal.Program, parts store.ProgramParts) view.Fact {
	why, refs := map[int64]string{g.CityID: ""}, map[int64][]int{g.CityID: sh.refs(programName(g))}
	if g.CityID == 0 {
		for _, v := range parts.Venues {
			why[v.CityID] = sh.t("program.city_of_place")
			refs[v.CityID] = ascending(append(refs[v.CityID], sh.refs(venueName(v))...))
		}
		for _, a := range parts.Agreements {
			why[a.CityID] = sh.t("program.city_of_paper")
		}
	}
	f := view.Fact{Label: sh.t("field.city_id")}
	for _, c := range parts.Cities {
		reason, its := why[c.ID]
		if !its || c.IsHome {
			continue
		}
		if c.Standing == portal.NoTie {
			reason = sentence("; ", reason, sh.t("program.city_no_tie"))
		}
		link := sh.cityLink(c)
		value := view.Cited{Text: link.Label, URL: link.URL, After: ", " + sh.lang.Country(c.Country), Refs: refs[c.ID]}
		if reason != "" {
			value.After += " (" + reason + ")"
		}
		f.Values = append(f.Values, value)
	}
	portal.Sort(f.Values, func(a, b view.Cited) int { return cmp.Compare(a.Text, b.Text) })
	return f
}

// councilOf is what the home council decided on the papers that the program stands under, in the words of its register.
func (sh *sheet) councilOf(g portal.Program, parts store.ProgramParts) view.Fact {
	f := view.Fact{Label: sh.t("choice.stage.dprd")}
	for _, a := range parts.Approvals {
		if a.Kind == portal.ByCouncil {
			value := view.Cited{
				Text: sentence(", ", sh.choice("decision", string(a.Decision)), a.DecidedOn.In(sh.lang)),
				URL:  view.Approvals.In(sh.lang), Refs: sh.refs(store.Named{Kind: portal.KindApproval, ID: a.ID}),
			}
			if a.Body != "" {
				value.After = " (" + a.Body + ")"
			}
			f.Values = append(f.Values, value)
		}
	}
	if len(f.Values) == 0 && len(g.AgreementIDs) > 0 {
		f.Note = sh.t("approval.not_found")
	}
	return f
}

// organisations names who takes part, with the side of each.
func (sh *sheet) organisations(g portal.Program, cities []portal.City) view.Fact {
	of := programName(g)
	f := view.Fact{Label: sh.t("field.organisations")}
	for _, o := range g.Organisations {
		f.Values = append(f.Values, view.Cited{
			Text: o.Name.In(sh.lang), Lang: langOf(foreign(o.NameLang(spokenIn(cities)), sh.lang)), After: " (" + sh.choice("side", o.Side) + ")",
			Refs: sh.refs(of, "organisations", "summary"),
		})
	}
	if len(f.Values) > 0 && !sh.sourced(of, "organisations", "summary") {
		f.Note = sh.t("fact.unsourced")
	}
	return f
}

// spokenIn is the language of the partners of a program, empty where they have several.
func spokenIn(cities []portal.City) string {
	langs := map[string]bool{}
	for _, c := range cities {
		langs[c.NativeLang] = true
	}
	if len(langs) != 1 {
		return ""
	}
	return cities[0].NativeLang
}

// promotionCentre is the kind of program that sells: of it readers ask what was sold.
const promotionCentre = "promotion_centre"

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
		{"program.unknown.sales", g.Kind == promotionCentre},
	} {
		if q.holds {
			list = append(list, sh.t(q.key))
		}
	}
	return list
}
