package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// OpportunityKinds lists the kinds of things that residents can apply for.
var OpportunityKinds = []string{
	"exchange", "scholarship", "training", "residency", "exhibition", "competition", "grant", "volunteering", "other",
}

// OpportunityState is whether one can apply on a day.
type OpportunityState string

// The states of an opportunity.
const (
	OpportunityOpen   OpportunityState = "open"
	OpportunityComing OpportunityState = "coming"
	OpportunityPast   OpportunityState = "past"
)

// OpportunityStates lists the states.
var OpportunityStates = []OpportunityState{OpportunityOpen, OpportunityComing, OpportunityPast}

// Opportunity is something that residents, schools, artists or firms can apply for.
type Opportunity struct {
	Meta
	CityID     int64 // the partner, 0 = none in particular
	ProgramID  int64 // 0 = none
	ActivityID int64 // what became of it, 0 = nothing on record
	Title      i18n.Text
	Kind       string
	Who        i18n.Text // who may apply
	OpensOn    Date      // empty = from the day it is published
	DeadlineOn Date
	Cost       i18n.Text // what it costs those who are chosen, and what is paid for them; empty = not told
	Selection  i18n.Text // how it is decided; empty = not told
	URL        string    // where to apply
	Outcome    i18n.Text // who was chosen; empty = not reported
}

// Check tells what is wrong with the opportunity. A deadline is asked for: without one nobody can be told that it is still open.
func (o Opportunity) Check() error {
	var p Problems
	p.bothLanguages(o.Title, "title")
	p.bothLanguages(o.Who, "who")
	p.notHalf(o.Cost, "cost")
	p.notHalf(o.Selection, "selection")
	p.notHalf(o.Outcome, "outcome")
	oneOf(&p, o.Kind, OpportunityKinds, "kind")
	p.Must(o.DeadlineOn != "", "deadline_on", "problem.required")
	p.date(o.OpensOn, "opens_on")
	p.date(o.DeadlineOn, "deadline_on")
	p.ordered(o.OpensOn, o.DeadlineOn, "deadline_on", "problem.deadline_before_opening")
	p.webAddress(o.URL, "url")
	return p.Err()
}

// State tells whether one can apply on a day. The day of the deadline is the last one; a deadline known to the month or year is
// taken to be its first day, so that nobody relies on days that may not be there.
func (o Opportunity) State(on time.Time) OpportunityState {
	day := dayOf(on)
	switch {
	case o.DeadlineOn.Earliest().Before(day):
		return OpportunityPast
	case o.OpensOn != "" && o.OpensOn.Latest().After(day):
		return OpportunityComing
	}
	return OpportunityOpen
}
