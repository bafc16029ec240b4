package portal

import (
	"cmp"
	"slices"
	"time"
)

// Way is who travelled to whom, seen from the home city; empty = unknown.
type Way string

// The ways. TripBoth is a trip in either direction told as one thing.
const (
	TripOut  Way = "out"
	TripIn   Way = "in"
	TripBoth Way = "both"
)

// Ways lists the ways, the unknown one last.
var Ways = []Way{TripOut, TripIn, TripBoth, ""}

// Out tells whether people of the home city travelled.
func (w Way) Out() bool { return w == TripOut || w == TripBoth }

// In tells whether people of the partner travelled.
func (w Way) In() bool { return w == TripIn || w == TripBoth }

// Trip tells whether the activity is an official trip: a delegation or a courtesy call, unless it was held online; a signing or an
// anniversary only where it took place with the partner and people who hold an office are counted, for else nobody is known to
// have travelled; any other one where it is on record that an official delegation travelled for it.
func (a Activity) Trip() bool {
	if a.AlsoTrip {
		return true
	}
	switch a.Kind {
	case "delegation", "courtesy_call":
		return a.Place != "online"
	case "signing", "anniversary":
		return a.Way().Out() && (positive(a.Participants.Elected) || positive(a.Participants.Official))
	}
	return false
}

func positive(n *int64) bool { return n != nil && *n > 0 }

// Way is who travelled, read from where the activity took place.
func (a Activity) Way() Way {
	switch a.Place {
	case "there":
		return TripOut
	case "here":
		return TripIn
	case "both":
		return TripBoth
	}
	return ""
}

// ReportDays is how long after its end a trip's report is due where nothing else is on record. It is the yardstick of this register,
// not a rule of law.
const ReportDays = 60

// ReportDue is the day by which a report on the trip is due: the one on record, else for a trip of the home city ReportDays after the
// last day that its end can mean; rule tells that the second holds. It is empty where no report is due, or nobody knows when.
func (a Activity) ReportDue() (due Date, rule bool) {
	end := cmp.Or(a.EndOn, a.StartOn)
	switch {
	case a.ReportDueOn != "":
		return a.ReportDueOn, false
	case !a.Trip() || !a.Way().Out() || end == "" || end.Approximate(): // of about a year no day follows
		return "", false
	}
	return On(end.Latest().AddDate(0, 0, ReportDays)), true
}

// ReportState is where the report on a trip stands.
type ReportState string

// The states. ReportUndated: a report is due, and nobody knows when. ReportAbsent: one was due, and it is on record why none will come.
const (
	ReportOverdue  ReportState = "overdue"
	ReportOpen     ReportState = "open"
	ReportUndated  ReportState = "undated"
	ReportAbsent   ReportState = "absent"
	ReportLate     ReportState = "late"
	ReportReceived ReportState = "received"
	ReportNotDue   ReportState = "not_due"
)

// ReportStates lists the states, the one that is named first at the head.
var ReportStates = []ReportState{ReportOverdue, ReportOpen, ReportUndated, ReportAbsent, ReportLate, ReportReceived, ReportNotDue}

// Report tells where the report stands on a day. On the day on which it is due it is not overdue yet, and what may have come in time
// is not called late.
func (a Activity) Report(on time.Time) ReportState {
	due, _ := a.ReportDue()
	switch received := a.ReportReceivedOn; {
	case received != "" && due != "" && received.Earliest().After(due.Latest()):
		return ReportLate
	case received != "":
		return ReportReceived
	case due == "" && !(a.Trip() && a.Way().Out()):
		return ReportNotDue
	case !a.ReportAbsent.Empty():
		return ReportAbsent
	case due == "":
		return ReportUndated
	case due.Latest().Before(dayOf(on)):
		return ReportOverdue
	}
	return ReportOpen
}

// ApprovedAfter tells whether the approval came only after the trip had begun.
func (a Activity) ApprovedAfter() bool {
	return a.ApprovedOn != "" && a.StartOn != "" && a.ApprovedOn.Earliest().After(a.StartOn.Latest())
}

// Visit is an official trip, however many activities of the register tell of it.
type Visit struct {
	City     City
	Rows     []int64  // the activities that tell of it
	Activity Activity // what they say together; of those with a verifiable source where there are any
	Counts   bool     // it has a verifiable source and a date that has come; only such visits enter a sum
	Report   ReportState

	proven Activity // the same without what enters no sum
}

// Visits lists the official trips of all ties, the newest first; those without a date come last.
func Visits(ties []Tie, on time.Time) []Visit {
	var visits []Visit
	for _, t := range ties {
		r := t.read(on)
		for _, e := range eventsOf(t.Activities) {
			if v := r.visit(e); v.Activity.Trip() {
				visits = append(visits, v)
			}
		}
	}
	Sort(visits, func(a, b Visit) int {
		return cmp.Or(b.Activity.StartOn.Earliest().Compare(a.Activity.StartOn.Earliest()), cmp.Compare(b.Rows[0], a.Rows[0]))
	})
	return visits
}

// VisitLine is a visit as a long list narrows, counts and orders it, and as sums take it.
type VisitLine struct {
	Rows     []int64     `json:"rows"`
	On       Date        `json:"on,omitempty"` // its start
	Way      Way         `json:"way,omitempty"`
	Report   ReportState `json:"report"`
	Approved bool        `json:"approved,omitempty"` // it is on record by whom
	Sought   bool        `json:"sought,omitempty"`   // an approval was looked for
	Counts   bool        `json:"counts,omitempty"`
	People   *int64      `json:"people,omitempty"`
	Costs    []Cost      `json:"costs,omitempty"`
}

// Line is the visit as lists and sums take it.
func (v Visit) Line() VisitLine {
	a := v.Activity
	l := VisitLine{
		Rows: v.Rows, On: a.StartOn, Way: a.Way(), Report: v.Report, Approved: !a.ApprovedBy.Empty(), Sought: a.ApprovalSoughtOn != "",
		Counts: v.Counts, Costs: v.proven.Costs,
	}
	if people, ok := v.proven.Participants.All(); ok {
		l.People = &people
	}
	return l
}

// VisitLines are the official trips of the tie on a day.
func (t Tie) VisitLines(on time.Time) (lines []VisitLine) {
	for _, v := range Visits([]Tie{t}, on) {
		lines = append(lines, v.Line())
	}
	return lines
}

// VisitOf is the visit to or from a city of which some activities tell, by the evidence for these.
func VisitOf(city City, told []Activity, cited []Cited, on time.Time) Visit {
	return reading{on: dayOf(on), city: city, evidence: index(cited)}.visit(event{told})
}

func (r reading) visit(e event) Visit {
	v := Visit{City: r.city}
	if supported := keep(e.rows, func(a Activity) bool { return r.evidence.supports(KindActivity, a.ID) }); len(supported) > 0 {
		e.rows = supported
	}
	v.Activity = e.told()
	v.proven = event{each(e.rows, r.proven)}.told()
	v.Counts = slices.ContainsFunc(e.rows, r.counts)
	v.Report = v.Activity.Report(r.on)
	for _, a := range e.rows {
		v.Rows = append(v.Rows, a.ID)
	}
	slices.Sort(v.Rows)
	return v
}
