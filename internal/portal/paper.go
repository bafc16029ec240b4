package portal

import (
	"cmp"
	"slices"
)

// Law24Of2000 is the day on which Law 24/2000 on treaties came into force. Papers signed before it are older than the
// procedure by which later ones are measured.
const Law24Of2000 Date = "2000-10-23"

// signing tells whether something is signed in the step.
func (s Step) signing() bool { return s.Stage == Signed || s.Stage == Intent }

// startOf is when the agreement was signed; where that is unknown, when it came into force or a step of signing happened.
func (r reading) startOf(a Agreement) Date {
	var signed []Date
	for _, s := range keep(r.stepsOf([]Agreement{a}), Step.signing) {
		signed = append(signed, s.HappenedOn)
	}
	return cmp.Or(a.SignedOn, a.InForceFrom, earliest(signed))
}

// renewedOn is when the agreement was last signed or renewed.
func (r reading) renewedOn(a Agreement) Date {
	last := r.startOf(a)
	for _, s := range r.stepsOf([]Agreement{a}) {
		if s.Stage == Renewed && compareDates(s.HappenedOn, last) > 0 {
			last = s.HappenedOn
		}
	}
	return last
}

func (r reading) stepsOf(chain []Agreement) []Step {
	return keep(r.steps, func(s Step) bool {
		return slices.ContainsFunc(chain, func(a Agreement) bool { return a.ID == s.AgreementID })
	})
}

func earliest(dates []Date) Date {
	var first Date
	for _, d := range dates {
		if first == "" || d != "" && compareDates(d, first) < 0 {
			first = d
		}
	}
	return first
}

// binding lists the agreements that bind or bound: everything concluded beyond a letter of intent.
func (r reading) binding() []Agreement {
	return keep(r.agreements, func(a Agreement) bool { return a.Instrument.Binding() })
}

// intended tells whether a letter of intent was signed.
func (r reading) intended() bool {
	return slices.ContainsFunc(r.agreements, func(a Agreement) bool { return a.Instrument == LetterOfIntent })
}

// unsigned tells whether nothing binding was signed. Where all that is known is a claim which nobody can check, that is
// unknown, and unknown is not no.
func (r reading) unsigned() bool {
	return len(r.binding()) == 0 && (r.intended() || !r.claimed)
}

// standing lists the papers that stand for the tie: the binding ones, or where there are none all of them, each without
// those that a later one extends or renews.
func (r reading) standing() []Agreement {
	papers := r.binding()
	if len(papers) == 0 {
		papers = r.agreements
	}
	return keep(papers, func(a Agreement) bool {
		return !slices.ContainsFunc(papers, func(b Agreement) bool {
			return b.ParentID == a.ID && b.Instrument != Implementing
		})
	})
}

// governing picks the one paper by which the legal state is told: one that has not been ended before one that has, a main
// one before an arrangement that implements it, one whose term is known to run before others, then the latest.
func (r reading) governing() (Agreement, bool) {
	papers := r.standing()
	if len(papers) == 0 {
		return Agreement{}, false
	}
	return slices.MaxFunc(papers, r.compareRank), true
}

func (r reading) compareRank(a, b Agreement) int {
	return cmp.Or(
		yesFirst(!r.hasEnded(a), !r.hasEnded(b)),
		yesFirst(a.Instrument == LetterOfIntent, b.Instrument == LetterOfIntent),
		yesFirst(a.Instrument != Implementing, b.Instrument != Implementing),
		yesFirst(r.termRuns(a), r.termRuns(b)),
		compareDates(r.renewedOn(a), r.renewedOn(b)),
		cmp.Compare(a.ID, b.ID),
	)
}

// yesFirst ranks what holds above what does not.
func yesFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// lineage is the agreement and those that it extends or implements, up to the first.
func (r reading) lineage(a Agreement) []Agreement {
	chain := []Agreement{a}
	for len(chain) <= len(r.agreements) { // a ring of parents ends, too
		i := slices.IndexFunc(r.agreements, func(p Agreement) bool { return p.ID == chain[len(chain)-1].ParentID })
		if i < 0 {
			break
		}
		chain = append(chain, r.agreements[i])
	}
	return chain
}

// endOf is the day on which a document ended the agreement or one that it rests on; ok is false where none did. An end is
// undone by a later signing or renewal. A step whose document was searched for in vain ends nothing.
func (r reading) endOf(a Agreement) (on Date, ok bool) {
	for _, s := range r.stepsOf(r.lineage(a)) {
		if s.Stage == Terminated && !s.NoDocument && !r.undone(s, a) {
			on, ok = max(on, s.HappenedOn), true
		}
	}
	return on, ok
}

func (r reading) hasEnded(a Agreement) bool {
	_, ok := r.endOf(a)
	return ok
}

// undone tells whether the agreement was signed or renewed after the step that ended it; an unknown date undoes nothing.
func (r reading) undone(end Step, a Agreement) bool {
	renewed := r.renewedOn(a)
	return end.HappenedOn != "" && renewed != "" && end.HappenedOn.Latest().Before(renewed.Earliest())
}

// ended tells whether documents ended the whole tie, and when the last did so.
func (r reading) ended() (on Date, ok bool) {
	papers := r.standing()
	for _, a := range papers {
		end, ended := r.endOf(a)
		if !ended {
			return "", r.city.Standing == Ended && r.evidence.supports(KindCity, r.city.ID, "standing")
		}
		on = max(on, end)
	}
	return on, len(papers) > 0
}

// predatesLaw tells whether the agreement was surely signed, and last renewed, before Law 24/2000.
func (r reading) predatesLaw(a Agreement) bool {
	renewed := r.renewedOn(a)
	return renewed != "" && renewed.Latest().Before(Law24Of2000.Earliest())
}

// term is the last day of the agreement's term; empty = not found. over tells that it has passed, which a documented lapse
// tells even where its day is unknown. A term that ended before the last renewal belongs to the paper that was renewed.
func (r reading) term(a Agreement) (until Date, over bool) {
	until = a.InForceUntil
	if renewed := r.renewedOn(a); renewed != "" && until != "" && until.Latest().Before(renewed.Earliest()) {
		until = ""
	}
	for _, s := range r.stepsOf([]Agreement{a}) {
		if s.Stage == Lapsed && !r.undone(s, a) {
			return cmp.Or(s.HappenedOn, until), true
		}
	}
	return until, until != "" && until.Latest().Before(r.on)
}

func (r reading) termRuns(a Agreement) bool {
	until, over := r.term(a)
	return until != "" && !over
}
