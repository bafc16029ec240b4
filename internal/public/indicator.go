package public

import (
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// indicators are the ten figures of a tie in words. Of a claim and of a city without a tie nothing is counted.
func (sh *sheet) indicators(t portal.Tie) view.IndicatorsPart {
	if t.City.Standing == portal.Unproven || t.City.Standing == portal.NoTie {
		return view.IndicatorsPart{}
	}
	n, links := t.Indicators(sh.now), sh.rowLinks(t)
	p := view.IndicatorsPart{Head: view.RailHead{
		ID: view.IndicatorsID, Title: sh.t("indicator.heading"), Text: sh.t("indicator.lead"),
		More: view.Link{Label: sh.ruleLabel(), URL: view.Method.In(sh.lang)},
	}}
	for _, key := range portal.IndicatorKeys {
		row := sh.indicator(n.Figure(key), links)
		switch key {
		case portal.KeyContinuity:
			row.Years = sh.yearMarks(n.Continuity)
		case portal.KeyPath:
			row.Steps = sh.checklist(n.Path)
		}
		p.Indicators = append(p.Indicators, row)
	}
	for _, c := range n.Formality.Conditions() {
		p.Conditions = append(p.Conditions, sh.answer(c))
	}
	p.Cost = view.Fact{Label: sh.t("indicator.cost.label"), Note: capital(n.Cost.Said().In(sh.lang)) + "."}
	if n.Cost.State != portal.CostUnknown {
		p.Cost.Values = sh.onRows(sh.t("indicator.cost.state."+string(n.Cost.State)), n.Cost.Rows)
	}
	return p
}

// answer is a condition of the outside check; what is not known has no value, and the note says what is missing.
func (sh *sheet) answer(c portal.Condition) view.Fact {
	f := view.Fact{Label: sh.t(c.Key()), Note: capital(c.Why.In(sh.lang)) + "."}
	if c.Answer != portal.NotKnown {
		f.Values = sh.onRows(sh.t("formality."+string(c.Answer)), c.Rows)
	}
	return f
}

// onRows is a word with the sources of the records that it rests on. Of a paper only those are meant that speak of its signing or scope.
func (sh *sheet) onRows(text string, rows []portal.Row) []view.Cited {
	var refs []int
	for _, r := range rows {
		of := store.Named{Kind: r.Kind, ID: r.ID}
		switch r.Kind {
		case portal.KindAgreement:
			refs = append(refs, sh.refs(of, "signed_on", "in_force_from", "sectors")...)
		case portal.KindCity:
			refs = append(refs, sh.refs(of, "standing")...)
		default:
			refs = append(refs, sh.refs(of)...)
		}
	}
	return []view.Cited{sh.marked(view.Cited{Text: text, Refs: ascending(refs)})}
}

// ruleLabel says by which rules, and for which day, figures are told.
func (sh *sheet) ruleLabel() string {
	return sh.t("partner.rule", portal.RuleVersion, portal.On(sh.now).In(sh.lang))
}

// rowsShown is how many records stand below an indicator before the rest are only counted.
const rowsShown = 12

func (sh *sheet) indicator(f portal.Figure, links map[portal.Row]view.Link) view.IndicatorRow {
	r := view.IndicatorRow{
		ID: view.IndicatorID(string(f.Key)), Name: sh.t(f.Key.Key()), Silent: f.Silent,
		Formula: sh.t("indicator.formula." + string(f.Key)),
	}
	for i, s := range f.Said {
		words := capital(s.In(sh.lang)) + "."
		switch {
		case i > 0:
			r.More = sentence(" ", r.More, words)
		case f.Silent:
			r.Figure = sh.t("indicator.silent", s.In(sh.lang))
		default:
			r.Figure = words
		}
	}
	for _, row := range slices.Backward(f.Rows) {
		if len(r.Rows) < rowsShown {
			r.Rows = append(r.Rows, links[row])
		}
	}
	if rest := len(f.Rows) - len(r.Rows); rest > 0 {
		r.Rest = sh.plural("indicator.rest", rest)
	}
	return r
}

// rowLinks leads from the records of a tie to where readers find them: on the page itself, or on the record's own.
func (sh *sheet) rowLinks(t portal.Tie) map[portal.Row]view.Link {
	links := map[portal.Row]view.Link{}
	add := func(kind portal.Kind, id int64, date, title, url string) {
		links[portal.Row{Kind: kind, ID: id}] = view.Link{Label: sentence(", ", title, date), URL: url}
	}
	for _, a := range t.Activities {
		add(portal.KindActivity, a.ID, a.StartOn.In(sh.lang), a.Title.In(sh.lang), sh.activityHere(t.City, a.ID))
	}
	for _, a := range t.Agreements {
		add(portal.KindAgreement, a.ID, a.SignedOn.In(sh.lang), a.Title.In(sh.lang), view.Agreement.In(sh.lang, a.Slug))
	}
	for _, s := range t.Steps {
		add(portal.KindStep, s.ID, s.HappenedOn.In(sh.lang), sh.choice("stage", string(s.Stage)), "#"+stepID(s.ID))
	}
	for _, d := range t.Approvals {
		title, _ := sh.body(d, t.City)
		add(portal.KindApproval, d.ID, d.DecidedOn.In(sh.lang), title, "#"+approvalID(d.ID))
	}
	for _, p := range t.Programs {
		add(portal.KindProgram, p.ID, sh.years(p), p.Title.In(sh.lang), view.Program.In(sh.lang, p.Slug))
	}
	for _, u := range t.Promises {
		add(portal.KindPromise, u.ID, u.DueOn.In(sh.lang), sh.promiseWords(u), "#"+promiseID(u.ID))
	}
	return links
}

// Anchors of the records on the page of their city.

func stepID(id int64) string { return "langkah-" + strconv.FormatInt(id, 10) }

func approvalID(id int64) string { return "keputusan-" + strconv.FormatInt(id, 10) }

func promiseID(id int64) string { return "janji-" + strconv.FormatInt(id, 10) }

// yearMarks are the last ten years of a tie; none where nothing is said of them.
func (sh *sheet) yearMarks(c portal.Continuity) []view.YearMark {
	var marks []view.YearMark
	if c.Since == "" {
		return nil
	}
	for year := c.RecentFrom(); year <= c.Until; year++ {
		m := view.YearMark{Year: strconv.Itoa(year), Lit: slices.Contains(c.Years, year), Pandemic: slices.Contains(portal.Pandemic, year)}
		m.Label = sh.t("indicator.year.empty")
		if m.Lit {
			m.Label = sh.t("indicator.year.lit")
		}
		if m.Pandemic {
			m.Label = sentence(", ", m.Label, sh.t("indicator.year.pandemic"))
		}
		marks = append(marks, m)
	}
	return marks
}

// checklist are the legal steps that a paper needed: each with its date, its document, and whether it stands in its order.
func (sh *sheet) checklist(p portal.Path) []view.Fact {
	var facts []view.Fact
	for _, s := range p.Steps {
		f := view.Fact{Label: capital(sh.t(s.Key()))}
		if s.Recorded {
			date := sh.t("date.unknown")
			if s.On != "" {
				date = s.On.In(sh.lang)
			}
			f.Values, f.Note = sh.onRows(date, s.Rows), sh.t("indicator.path.document."+string(s.Document))
			if s.Late {
				f.Note = sentence("; ", f.Note, sh.t("indicator.path.out_of_order"))
			}
			f.Note = capital(f.Note) + "."
		}
		facts = append(facts, f)
	}
	return facts
}
