package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// outcome is how a planned cooperation stands with the council, as the filter of the register knows it.
type outcome string

const (
	outcomeApproved   outcome = "approved"
	outcomePending    outcome = "pending"
	outcomeRefused    outcome = "refused"
	outcomeIndirect   outcome = "indirect" // decided was something else, along with which the cooperation came up
	outcomeNoDocument outcome = "no-document"
	outcomeOlder      outcome = "older" // signed before Law 24/2000
)

var outcomes = []outcome{outcomeApproved, outcomePending, outcomeRefused, outcomeIndirect, outcomeNoDocument, outcomeOlder}

// registered is one line of the register before it is written.
type registered struct {
	tie       portal.Tie // as far as it belongs to the agreement
	agreement portal.Agreement
	approval  portal.Approval // the last word of the home council; its number is 0 where none was found
	outcome   outcome
}

func (s Site) approvals(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	var papers []portal.Document
	for _, t := range ties {
		papers = append(papers, t.Documents...)
	}
	sh.files = filesOf(papers)
	deciding, _, err := s.Store.Deciding(r.Context(), regulation2018, decidingShown)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ApprovalsView(sh.approvalsPage(ties, deciding, r.URL.Query())))
}

func (sh *sheet) approvalsPage(ties []portal.Tie, deciding []store.Named, q url.Values) view.ApprovalsPage {
	title, register := sh.t("approvals.title"), sh.register(ties)
	narrow := narrowed(sh.approvalFacets(), register, q)
	kept := narrow.kept("")
	p := view.ApprovalsPage{
		Page: sh.page(view.Approvals, view.Agreements, title, sh.t("approvals.description")),
		Head: view.PageHead{
			Crumbs: sh.crumbs(view.Agreements, "nav.agreements", title), Title: title, Lead: sh.decides(deciding, "approvals.lead"),
		},
		From: firstYear, To: sh.now.Year(),
		Filters: narrow.filters(sh, view.Approvals.In(sh.lang)),
		Nothing: narrow.nothing(sh, view.Approvals.In(sh.lang), len(kept)),
	}
	p.Page.NoIndex = len(narrow.odd) > 0
	p.Page.Query, p.Page.File = narrow.query(), sh.csvLink(view.Approvals, narrow.query())
	for _, line := range kept {
		p.Rows = append(p.Rows, sh.approvalRow(line))
	}
	for _, t := range ties {
		for _, a := range t.Approvals {
			if a.Kind != portal.ByCouncil {
				entry := sh.approvalEntry(a, t.City)
				entry.Title = t.City.Name.In(sh.lang) + ": " + entry.Title
				p.Others = append(p.Others, entry)
			}
		}
	}
	p.Sources = sh.list()
	return p
}

// register is a line for each main paper of a partner or prospect, the newest first.
func (sh *sheet) register(ties []portal.Tie) []registered {
	var lines []registered
	for _, t := range ties {
		if t.City.Standing == portal.Unproven {
			continue
		}
		for _, a := range t.Agreements {
			if a.ParentID == 0 && a.Instrument != portal.NoInstrument {
				lines = append(lines, sh.line(t.Alone(a), a))
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b registered) int { return byAge(b.agreement.SignedOn, a.agreement.SignedOn) })
	return lines
}

func (sh *sheet) line(part portal.Tie, a portal.Agreement) registered {
	found, ok := councilDecision(part.Approvals)
	return registered{tie: part, agreement: a, approval: found, outcome: sh.outcomeOf(part, found, ok)}
}

func (sh *sheet) approvalRow(line registered) view.ApprovalRow {
	row := view.ApprovalRow{
		Agreement: view.Link{Label: line.tie.City.Name.In(sh.lang), URL: view.Agreement.In(sh.lang, line.agreement.Slug)},
		Decided:   view.Cited{Text: sh.t("approvals.not_found")},
		Result:    sh.outcomeTag(line.outcome),
		Span:      sh.span(line),
		Elapsed:   cmp.Or(sh.gap(line.tie.Steps), sh.t("approvals.elapsed_unknown")),
		Number:    line.approval.Number,
		Documents: sh.filesOnWay(line),
	}
	if found := line.approval; found.ID != 0 {
		of := store.Named{Kind: portal.KindApproval, ID: found.ID}
		row.Decided = view.Cited{Text: cmp.Or(found.DecidedOn.Short(sh.lang), sh.t("date.unknown")), Refs: sh.refs(of)}
		row.Note = sh.text(found.Note, nil)
	}
	return row
}

// filesOnWay are the documents that are held of the way to the paper: those of the decision first, then those of its steps and its own.
func (sh *sheet) filesOnWay(line registered) []view.DocumentLink {
	var list []view.DocumentLink
	if line.approval.ID != 0 {
		list = sh.documents(store.Named{Kind: portal.KindApproval, ID: line.approval.ID})
	}
	for _, s := range line.tie.Steps {
		list = append(list, sh.documents(store.Named{Kind: portal.KindStep, ID: s.ID})...)
	}
	return append(list, sh.documents(store.Named{Kind: portal.KindAgreement, ID: line.agreement.ID})...)
}

// councilDecision is the last word of the home council: a decision before one about something else, that before one that was still
// pending, then the later one.
func councilDecision(list []portal.Approval) (found portal.Approval, ok bool) {
	for _, a := range list {
		if a.Kind == portal.ByCouncil && (!ok || cmp.Or(cmp.Compare(finality(a), finality(found)), cmp.Compare(a.DecidedOn, found.DecidedOn)) > 0) {
			found, ok = a, true
		}
	}
	return found, ok
}

// finality is how far an approval settles the matter.
func finality(a portal.Approval) int {
	switch {
	case a.Decision.Made():
		return 2
	case a.Decision == portal.Discussed:
		return 1
	}
	return 0
}

func (sh *sheet) outcomeOf(part portal.Tie, found portal.Approval, ok bool) outcome {
	switch {
	case ok && found.Decision == portal.Approved:
		return outcomeApproved
	case ok && found.Decision == portal.Refused:
		return outcomeRefused
	case ok && found.Decision == portal.Discussed:
		return outcomeIndirect
	case ok:
		return outcomePending
	case part.LegalState(sh.now).Mark == portal.LegalOlder:
		return outcomeOlder
	}
	return outcomeNoDocument
}

func (sh *sheet) outcomeTag(o outcome) view.TagValue {
	tones := map[outcome]view.Tone{outcomeApproved: view.ToneOn, outcomeRefused: view.ToneAlert, outcomeNoDocument: view.ToneWarn}
	tone, ok := tones[o]
	if !ok {
		tone = view.ToneNeutral
	}
	return view.TagValue{Tone: tone, Word: sh.t("approvals.outcome." + string(o))}
}

// approvalFacets are the ways to narrow the register.
func (sh *sheet) approvalFacets() []facet[registered] {
	var results []facetChoice
	for _, o := range outcomes {
		results = append(results, facetChoice{string(o), sh.t("approvals.outcome." + string(o))})
	}
	return []facet[registered]{
		{"result", sh.t("approvals.result"), results, func(line registered, result string) bool { return string(line.outcome) == result }},
	}
}

// span is the way from intention to signature on the axis of all rows.
func (sh *sheet) span(line registered) view.Span {
	part, a, found := line.tie, line.agreement, line.approval
	intent, signed := firstOf(part.Steps, portal.Intent), firstOf(part.Steps, portal.Signed)
	if signed == "" && a.Instrument.Binding() {
		signed = a.SignedOn
	}
	if intent == "" && !a.Instrument.Binding() {
		intent = a.SignedOn
	}
	s := view.Span{From: firstYear, To: float64(sh.now.Year() + 1), Intent: moment(intent), Signed: moment(signed)}
	said := []string{sh.markOf("span.intent", intent, a.Instrument == portal.LetterOfIntent || reached(part.Steps, portal.Intent))}
	if found.Decision == portal.Approved {
		s.Approved = moment(found.DecidedOn)
		said = append(said, sh.markOf("span.approved", found.DecidedOn, true))
	}
	said = append(said, sh.markOf("span.signed", signed, a.Instrument.Binding() || reached(part.Steps, portal.Signed)))
	s.Label = part.City.Name.In(sh.lang) + ": " + sentence("; ", said...) + "."
	return s
}

// markOf is a mark of the drawing in words; of what is not on record no more is said than that.
func (sh *sheet) markOf(key string, d portal.Date, recorded bool) string {
	if !recorded {
		return sh.t(key + "_none")
	}
	if d == "" {
		return sh.t(key) + ", " + lowered(sh.t("date.unknown"))
	}
	return sh.t(key) + " " + d.In(sh.lang)
}

// reached tells whether a step of the stage is on record, dated or not.
func reached(steps []portal.Step, stage portal.Stage) bool {
	return slices.ContainsFunc(steps, func(s portal.Step) bool { return s.Stage == stage })
}

// moment is a date as a year with its part gone by; 0 where it is not known. A year alone stands in its middle.
func moment(d portal.Date) float64 {
	if d == "" {
		return 0
	}
	from, until := d.Earliest(), d.Latest()
	middle := from.Add(until.Sub(from) / 2)
	return float64(middle.Year()) + float64(middle.YearDay()-1)/366
}
