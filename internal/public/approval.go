package public

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

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
	city      portal.City
	agreement portal.Agreement
	steps     []portal.Step   // of the agreement
	approval  portal.Approval // the last word of the home council; its number is 0 where none was found
	outcome   outcome
}

// councilAct is the act by which the council has to consent.
const councilAct = "pp28"

func (s Site) approvals(w http.ResponseWriter, r *http.Request) error {
	act := slugsOfLaws(councilAct)
	sh, list, err := s.approvalList(r, act...)
	if err != nil {
		return err
	}
	others, err := s.lines(r.Context(), store.OtherApprovalList, list.ties)
	if err != nil {
		return err
	}
	part, latest := list.partOfList(r.URL.Query()), others.latest()
	lines, found, err := s.ways(r.Context(), sh, list.ties, part.lines, latest)
	if err != nil {
		return err
	}
	lead := view.Cited{Text: sh.t("approvals.lead"), Refs: sh.refsTo(act, sh.acts)}
	p := sh.approvalsPage(list, part, lines, lead)
	p.Others = sh.otherApprovals(list.ties, found)
	if len(latest) < others.lines.Len() {
		p.OthersLead = sh.t("approvals.others_latest", sh.number(len(latest)), sh.number(others.lines.Len()))
	}
	p.Sources = sh.list()
	return respond.Page(w, r, http.StatusOK, view.ApprovalsView(p))
}

func (sh *sheet) approvalsPage(list drawn, part paged[int64], lines []registered, lead view.Cited) view.ApprovalsPage {
	title, here := sh.t("approvals.title"), view.Approvals.In(sh.lang)
	p := view.ApprovalsPage{
		Page: sh.page(view.Approvals, view.Agreements, title, sh.t("approvals.description")),
		Head: view.PageHead{
			Crumbs: sh.crumbs(view.Agreements, "nav.agreements", title), Title: title, Lead: lead,
		},
		From: firstYear, To: sh.now.Year(),
		OthersLead: sh.t("approvals.others_lead"),
		Filters:    list.filters(sh, here),
		Nothing:    list.nothing(sh, here, list.found),
		Pages:      part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex, p.Page.File = list.strange(), sh.csvLink(view.Approvals, list.query())
	for _, line := range lines {
		p.Rows = append(p.Rows, sh.approvalRow(line))
	}
	return p
}

// otherApprovals are approvals by others than the home council, by the names of their cities; of one that has just come or gone, none.
func (sh *sheet) otherApprovals(ix *tieIndex, found store.Ways) (list []view.Record) {
	cityOf := func(a portal.Approval) int64 { return found.Papers[a.AgreementID].CityID }
	slices.SortStableFunc(found.Others, func(a, b portal.Approval) int {
		return cmp.Or(strings.Compare(ix.nameOf(cityOf(a)), ix.nameOf(cityOf(b))), cmp.Compare(cityOf(a), cityOf(b)))
	})
	for _, a := range found.Others {
		city := ix.city(cityOf(a))
		if city.ID == 0 {
			continue
		}
		entry := sh.approvalEntry(a, city)
		entry.Title = city.Name.In(sh.lang) + ": " + entry.Title
		list = append(list, entry)
	}
	return list
}

func (sh *sheet) approvalRow(line registered) view.ApprovalRow {
	row := view.ApprovalRow{
		Agreement: view.Link{Label: line.city.Name.In(sh.lang), URL: view.Agreement.In(sh.lang, line.agreement.Slug)},
		Decided:   view.Cited{Text: sh.t("approvals.not_found")},
		Result:    sh.outcomeTag(line.outcome),
		Span:      sh.span(line),
		Elapsed:   cmp.Or(sh.gap(line.steps), sh.t("approvals.elapsed_unknown")),
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
	for _, s := range line.steps {
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

// outcomeOf is how a paper of a legal mark stands after the last word of the council; ok is false where there is none.
func outcomeOf(word portal.Decision, ok bool, mark portal.LegalMark) outcome {
	switch {
	case ok && word == portal.Approved:
		return outcomeApproved
	case ok && word == portal.Refused:
		return outcomeRefused
	case ok && word == portal.Discussed:
		return outcomeIndirect
	case ok:
		return outcomePending
	case mark == portal.LegalOlder:
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
func (sh *sheet) approvalFacets() []facet[store.Line] {
	var results []facetChoice
	for _, o := range outcomes {
		results = append(results, facetChoice{string(o), sh.t("approvals.outcome." + string(o))})
	}
	return []facet[store.Line]{{name: "result", label: sh.t("approvals.result"), choices: results}}
}

// span is the way from intention to signature on the axis of all rows.
func (sh *sheet) span(line registered) view.Span {
	steps, a, found := line.steps, line.agreement, line.approval
	intent, signed := firstOf(steps, portal.Intent), firstOf(steps, portal.Signed)
	if signed == "" && a.Instrument.Binding() {
		signed = a.SignedOn
	}
	if intent == "" && !a.Instrument.Binding() {
		intent = a.SignedOn
	}
	s := view.Span{From: firstYear, To: float64(sh.now.Year() + 1), Intent: moment(intent), Signed: moment(signed)}
	said := []string{sh.markOf("span.intent", intent, a.Instrument == portal.LetterOfIntent || reached(steps, portal.Intent))}
	if found.Decision == portal.Approved {
		s.Approved = moment(found.DecidedOn)
		said = append(said, sh.markOf("span.approved", found.DecidedOn, true))
	}
	said = append(said, sh.markOf("span.signed", signed, a.Instrument.Binding() || reached(steps, portal.Signed)))
	s.Label = line.city.Name.In(sh.lang) + ": " + sentence("; ", said...) + "."
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
