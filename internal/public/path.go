package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// path is the legal path of a paper in the seven steps that readers see. A step of which nothing is on record, though later ones
// are, is shown as missing where PP 28/2018 asks for it, and left out where an older paper simply went another way; the note says so.
func (sh *sheet) path(t, part portal.Tie, a portal.Agreement) (groups []view.StepGroup, note string) {
	last := lastRecorded(part.Steps)
	current := sh.current(part, a)
	for i, g := range portal.StageGroups {
		group := view.StepGroup{Name: sh.choice("stage_group", string(g)), Entries: sh.entries(part.Steps, g)}
		switch {
		case g == current:
			group.State = view.StepCurrent
			if g == "implementation" {
				group.Entries = append(group.Entries, sh.underWay(t))
			}
		case len(group.Entries) > 0:
			group.State = stateOf(group.Entries)
		case i > last:
			group.State = view.StepTodo
		case a.Regime != portal.Regime2018:
			note = sh.t("agreement.skipped")
			continue
		default:
			group.State = view.StepUnproven
			group.Entries = []view.StepEntry{{Text: view.Cited{Text: sh.t("agreement.no_step")}, Missing: true}}
		}
		groups = append(groups, group)
	}
	return groups, note
}

// lastRecorded is the place of the last of the seven steps that anything is on record of, -1 for none.
func lastRecorded(steps []portal.Step) int {
	last := -1
	for i, g := range portal.StageGroups {
		for _, s := range steps {
			if s.Stage.Group() == g {
				last = i
			}
		}
	}
	return last
}

// current is the step that is under way: the council while it has not decided, implementation from the signature
// until the end of the term. Of an intent nobody can say what is under way.
func (sh *sheet) current(part portal.Tie, a portal.Agreement) portal.StageGroup {
	switch part.LegalState(sh.now).Mark {
	case portal.LegalInForce, portal.LegalExpiring, portal.LegalNoTerm, portal.LegalOlder, portal.LegalExpiredActive:
		return "implementation"
	}
	for _, d := range part.Approvals {
		if d.Kind == portal.ByCouncil && d.Decision == portal.Pending && a.Reported == portal.ReportedProposed {
			return "council"
		}
	}
	return ""
}

// entries are the steps of one group.
func (sh *sheet) entries(steps []portal.Step, g portal.StageGroup) []view.StepEntry {
	var list []view.StepEntry
	for _, s := range steps {
		if s.Stage.Group() != g {
			continue
		}
		of := store.Named{Kind: portal.KindStep, ID: s.ID}
		said := s.Note.In(sh.lang)
		if !sh.sourced(of) {
			said = sentence(" ", said, "("+sh.t("fact.unsourced")+")")
		}
		title := sh.choice("stage", string(s.Stage))
		if title == sh.choice("stage_group", string(g)) {
			title = ""
		}
		list = append(list, view.StepEntry{
			Title: title,
			Date:  sentence(", ", s.HappenedOn.In(sh.lang), s.Place.In(sh.lang)),
			Text:  view.Cited{Text: said, Refs: sh.refs(of)}, Missing: s.NoDocument, Documents: sh.documents(of),
		})
	}
	return list
}

// stateOf tells whether a document was found of any of the steps.
func stateOf(entries []view.StepEntry) view.StepState {
	for _, e := range entries {
		if !e.Missing {
			return view.StepDone
		}
	}
	return view.StepUnproven
}

// underWay counts what happened under the tie, and leads to it.
func (sh *sheet) underWay(t portal.Tie) view.StepEntry {
	v := t.Vitality(sh.now)
	return view.StepEntry{
		Text: view.Cited{Text: sh.t("agreement.under_way", sh.number(sh.pulse(t).Total()), sh.number(v.Activity.In24))},
		More: view.Link{Label: sh.t("agreement.see_activities"), URL: view.Partner.In(sh.lang, t.City.Slug) + "#" + view.ActivitiesID},
	}
}
