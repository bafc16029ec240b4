package portal

import (
	"cmp"
	"slices"
	"time"
)

// Tie is everything that the register holds of the partnership between the home city and one other city: published rows and
// the evidence for them.
type Tie struct {
	City       City
	Agreements []Agreement
	Steps      []Step
	Approvals  []Approval
	Promises   []Promise
	Programs   []Program
	Outcomes   []Outcome
	Activities []Activity
	Venues     []Venue
	Mirrors    []Mirror
	Documents  []Document // the papers themselves, of any of these records
	Evidence   []Cited

	known *reading // what was read already, by who asks for much of one day: see once
	index evidence // of Evidence, where it was made already
}

// reading is a tie as it can be read on a day: only what a verifiable source supports and what had happened by then. All
// that is computed of a tie is computed from it, so that no indicator can forget either rule.
type reading struct {
	on         time.Time // midnight UTC
	city       City
	agreements []Agreement
	claimed    bool // something is said to be signed, but not by a source that can be checked; or the city counts as more than a prospect
	steps      []Step
	approvals  []Approval
	promises   []Promise
	programs   []Program
	outcomes   []Outcome
	events     []event
	mirrors    []Mirror
	held       map[Row]bool // records of which a document is held
	cited      []Cited
	evidence   evidence
}

// once is the tie for somebody who asks it for many things of one day and does not write to it: it is read once for all of them.
func (t Tie) once(on time.Time) Tie {
	r := t.read(on)
	t.known, t.index = &r, r.evidence
	return t
}

func (t Tie) read(on time.Time) reading {
	if t.known != nil && t.known.on.Equal(dayOf(on)) {
		return *t.known
	}
	r := reading{on: dayOf(on), city: t.City, cited: t.Evidence, evidence: t.index, held: map[Row]bool{}}
	if r.evidence == nil {
		r.evidence = index(t.Evidence)
	}
	for _, d := range t.Documents {
		r.held[Row{d.AboutKind, d.AboutID}] = true
	}
	r.steps = keep(t.Steps, func(s Step) bool {
		return r.evidence.supports(KindStep, s.ID) && r.happened(s.HappenedOn)
	})
	r.agreements = keep(t.Agreements, func(a Agreement) bool {
		return r.documented(a) && r.happened(r.startOf(a))
	})
	r.claimed = !slices.Contains([]Standing{"", Prospect, NoTie}, t.City.Standing) ||
		slices.ContainsFunc(t.Agreements, func(a Agreement) bool { return a.Instrument.Binding() && !r.documented(a) })
	r.approvals = keep(t.Approvals, func(a Approval) bool {
		return r.evidence.supports(KindApproval, a.ID) && r.happened(a.DecidedOn)
	})
	r.promises = keep(t.Promises, func(u Promise) bool { return r.evidence.supports(KindPromise, u.ID) })
	r.programs = keep(t.Programs, func(p Program) bool { return r.evidence.supports(KindProgram, p.ID) })
	r.outcomes = keep(t.Outcomes, func(o Outcome) bool { return r.evidence.supports(KindOutcome, o.ID) })
	r.events = eventsOf(keep(t.Activities, r.counts))
	r.mirrors = keep(t.Mirrors, func(m Mirror) bool { return r.evidence.supports(KindMirror, m.ID) })
	return r
}

// documented tells whether a source supports the agreement itself or that it was signed.
func (r reading) documented(a Agreement) bool {
	if r.evidence.supports(KindAgreement, a.ID) {
		return true
	}
	for _, s := range r.steps {
		if s.AgreementID == a.ID && s.signing() {
			return true
		}
	}
	return false
}

// counts tells whether the activity counts: it has a verifiable source and a start that has come. The start alone places it in
// time, so that what lasts for several days, or across a new year, counts once.
func (r reading) counts(a Activity) bool {
	return a.StartOn != "" && r.happened(a.StartOn) && r.evidence.supports(KindActivity, a.ID)
}

// happened tells whether the date has come by the day of the reading; an unknown date is taken to lie in the past, because
// only what happened is published.
func (r reading) happened(d Date) bool { return !d.Earliest().After(r.on) }

// within tells whether the date lies in the last months up to the day of the reading. Both ends count: an event 24 months
// ago to the day lies in the last 24 months. A date known to the year counts as 1 January, one known to the month as the
// first; an unknown one never counts.
func (r reading) within(d Date, months int) bool {
	return d != "" && r.happened(d) && !d.Earliest().Before(addMonths(r.on, -months))
}

func keep[T any](list []T, ok func(T) bool) []T {
	var kept []T
	for i, v := range list {
		if !ok(v) {
			continue
		}
		if kept == nil {
			kept = make([]T, 0, len(list)-i) // records are large, and most are kept
		}
		kept = append(kept, v)
	}
	return kept
}

// byID is the list in the order of the numbers, so that the order in which rows were read never shows.
func byID[T any](list []T, id func(T) int64) []T {
	ordered := slices.Clone(list)
	Sort(ordered, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return ordered
}

func each[T, R any](list []T, f func(T) R) []R {
	all := make([]R, len(list))
	for i, v := range list {
		all[i] = f(v)
	}
	return all
}

// dayOf is the calendar day of an instant, in the zone that the instant carries, as midnight UTC: the form of Date.Earliest.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// addMonths moves a day by whole months and stays within the month: 24 months before 29 February is 28 February.
func addMonths(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	return first.AddDate(0, 0, min(day.Day(), last.Day())-1)
}

// monthsBetween counts the whole months from one day to a later one.
func monthsBetween(from, until time.Time) int {
	months := 12*(until.Year()-from.Year()) + int(until.Month()) - int(from.Month())
	if addMonths(from, months).After(until) {
		months--
	}
	return months
}
