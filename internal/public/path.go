package public

import (
	"cmp"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// implementation is the step that goes on by itself once a paper is concluded.
const implementation portal.StageGroup = "implementation"

// path is the legal path of a paper in the steps that readers see. A step of which nothing is on record, though later ones are,
// says so where PP 28/2018 asks for it, and is left out where an older paper simply went another way; the note says so. That of the
// partner is asked for by no law of this country, and stands there once something of it is on record.
func (sh *sheet) path(t, part portal.Tie, a portal.Agreement) (groups []view.StepGroup, note string) {
	running := sh.running(part)
	last := lastRecorded(part, a, running)
	for i, g := range portal.StageGroups {
		group := view.StepGroup{Name: sh.choice("stage_group", string(g)), Entries: sh.entries(part, a, g)}
		switch {
		case g == implementation && running != "":
			group.State = running
			if running == view.StepCurrent && a.SignedOn != "" && sinceSigned(t, a).Events(sh.now) == 0 {
				group.State = view.StepIdle
			}
			group.Entries = append(group.Entries, sh.underWay(t, a))
		case len(group.Entries) > 0:
			group.State = stateOf(part, a, g, group.Entries)
		case g == portal.ByPartner:
			continue
		case i > last && running != view.StepUnknown:
			group.State = view.StepTodo
			group.Entries = sh.evaluation(part, g)
		case i > last || a.Regime == portal.Regime2018:
			group.State = view.StepNone
		default:
			note = sh.t("agreement.skipped")
			continue
		}
		groups = append(groups, group)
	}
	return groups, note
}

// running is how far the implementation of a concluded paper has come, empty where nothing is concluded or all has ended: it goes
// on while a term is known to run, or while something of substance still happens. Else nobody knows.
func (sh *sheet) running(part portal.Tie) view.StepState {
	switch part.LegalState(sh.now).Mark {
	case portal.LegalInForce, portal.LegalExpiring:
		return view.StepCurrent
	case portal.LegalNoTerm, portal.LegalOlder, portal.LegalExpired, portal.LegalExpiredActive:
		if part.Vitality(sh.now).Substance.In24 > 0 {
			return view.StepCurrent
		}
		return view.StepUnknown
	}
	return ""
}

// lastRecorded is the place of the last of the steps that anything is on record of, -1 for none.
func lastRecorded(part portal.Tie, a portal.Agreement, running view.StepState) int {
	last := -1
	for i, g := range portal.StageGroups {
		recorded := g == implementation && running != "" ||
			slices.ContainsFunc(part.Steps, func(s portal.Step) bool { return s.GroupIn(a) == g }) ||
			slices.ContainsFunc(part.Approvals, func(d portal.Approval) bool { return d.Kind.Group() == g })
		if recorded {
			last = i
		}
	}
	return last
}

// stateOf tells how far a step has come of which something is on record: while a decision is awaited it is under way where the
// plan still stands, and not known where nobody says so; a renewal in the making is not an evaluation that was done; after that it
// matters whether a document was found.
func stateOf(part portal.Tie, a portal.Agreement, g portal.StageGroup, entries []view.StepEntry) view.StepState {
	switch {
	case awaited(part, a, g) && a.Reported == portal.ReportedProposed:
		return view.StepCurrent
	case awaited(part, a, g), renewalOnly(part, a, g):
		return view.StepUnknown
	case slices.ContainsFunc(entries, func(e view.StepEntry) bool { return !e.Missing }):
		return view.StepDone
	}
	return view.StepUnproven
}

// awaited tells whether all that is on record of a step is that a decision was pending, or that the tie was discussed.
func awaited(part portal.Tie, a portal.Agreement, g portal.StageGroup) bool {
	pending := false
	for _, d := range part.Approvals {
		if d.Kind.Group() == g {
			if d.Decision.Made() {
				return false
			}
			pending = true
		}
	}
	return pending && !slices.ContainsFunc(part.Steps, func(s portal.Step) bool { return s.GroupIn(a) == g })
}

// renewalOnly tells whether all that is on record of the last step is that a renewal was being made.
func renewalOnly(part portal.Tie, a portal.Agreement, g portal.StageGroup) bool {
	return g == portal.Monitoring.Group() && !slices.ContainsFunc(part.Steps, func(s portal.Step) bool { return s.Stage.Group() == g })
}

// entries are the steps and the decisions of one group. A decision that a step tells of already is not repeated, and a paper
// whose signing has no step of its own is signed all the same.
func (sh *sheet) entries(part portal.Tie, a portal.Agreement, g portal.StageGroup) []view.StepEntry {
	var list []view.StepEntry
	told := map[portal.Date]bool{}
	for _, s := range part.Steps {
		if s.GroupIn(a) == g {
			told[s.HappenedOn] = true
			list = append(list, sh.happened(s, g))
		}
	}
	for _, d := range slices.Backward(part.Approvals) { // the register has the newest first, a path the oldest
		if d.Kind.Group() == g && !told[d.DecidedOn] {
			list = append(list, sh.decided(d, part.City))
		}
	}
	if len(list) == 0 && g == portal.Signed.Group() && a.Instrument.Binding() && a.SignedOn != "" {
		refs := sh.refs(store.Named{Kind: portal.KindAgreement, ID: a.ID}, "signed_on")
		list = append(list, view.StepEntry{Date: view.Cited{Text: a.SignedOn.In(sh.lang), Refs: refs}})
	}
	return list
}

func (sh *sheet) happened(s portal.Step, g portal.StageGroup) view.StepEntry {
	of := store.Named{Kind: portal.KindStep, ID: s.ID}
	e := sh.entry(of, sentence(", ", s.HappenedOn.In(sh.lang), s.Place.In(sh.lang)), s.Note.In(sh.lang))
	if title := sh.choice("stage", string(s.Stage)); title != sh.choice("stage_group", string(g)) {
		e.Title = title
	}
	e.Tags, e.Missing = sh.cautions(of, sh.ownOfStep(s)), s.NoDocument
	return e
}

func (sh *sheet) decided(d portal.Approval, city portal.City) view.StepEntry {
	of := store.Named{Kind: portal.KindApproval, ID: d.ID}
	e := sh.entry(of, d.DecidedOn.In(sh.lang), d.Note.In(sh.lang))
	title, name := sh.body(d, city)
	e.Name, e.Title = name, title+": "+sh.choice("decision", string(d.Decision))
	e.Tags, e.Missing = sh.cautions(of, sh.ownOfApproval(d)), d.NumberNotFound && d.Decision.Made() && len(e.Documents) == 0
	return e
}

// entry is when something on the path was and what is said of it, with its sources and documents.
func (sh *sheet) entry(of store.Named, when, said string) view.StepEntry {
	if !sh.sourced(of) {
		said = sentence(" ", said, "("+sh.t("fact.unsourced")+")")
	}
	date := view.Cited{Text: cmp.Or(when, sh.t("date.unknown")), Refs: sh.refs(of)}
	return view.StepEntry{Date: date, Text: view.Cited{Text: said}, Documents: sh.documents(of)}
}

// evaluation is until when the last step is due: while a term runs, until it ends.
func (sh *sheet) evaluation(part portal.Tie, g portal.StageGroup) []view.StepEntry {
	state := part.LegalState(sh.now)
	if g != portal.Monitoring.Group() || state.Until == "" {
		return nil
	}
	of := store.Named{Kind: portal.KindAgreement, ID: state.Agreement.ID}
	return []view.StepEntry{{Text: view.Cited{Text: sh.t("agreement.evaluate_before", state.Until.In(sh.lang)), Refs: sh.refs(of, "in_force_until")}}}
}
