package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// PromiseState is how far an undertaking has come, as its sources say; empty = not known.
type PromiseState string

// The states of a promise that are known.
const (
	PromiseNotStarted PromiseState = "not_started"
	PromiseRunning    PromiseState = "running"
	PromiseDelivered  PromiseState = "delivered"
	PromiseDropped    PromiseState = "dropped"
)

// PromiseStates lists the choices in the order in which a promise is kept; the unknown one first.
var PromiseStates = []PromiseState{"", PromiseNotStarted, PromiseRunning, PromiseDelivered, PromiseDropped}

// Promise is one undertaking in an agreement.
type Promise struct {
	Meta
	AgreementID int64
	Article     string // where the paper has it, such as "Pasal 3"; empty = not known
	Words       i18n.Text
	Quoted      bool // Words are those of the paper; else they are as others report them
	Sectors     []string
	Target      i18n.Text // what can be measured, such as 200 trainees a year; empty = none named
	DueOn       Date      // empty = none named
	State       PromiseState
	AsOf        Date // of the state
	Note        i18n.Text
}

// Check tells what is wrong with the promise.
func (u Promise) Check() error {
	var p Problems
	p.Must(u.AgreementID != 0, "agreement_id", "problem.required")
	p.bothLanguages(u.Words, "words")
	p.notHalf(u.Target, "target")
	p.notHalf(u.Note, "note")
	oneOf(&p, u.State, PromiseStates, "state")
	p.date(u.DueOn, "due_on")
	p.date(u.AsOf, "as_of")
	return p.Err()
}

// Due tells whether the day by which the promise was to be kept has passed. A date known to the year or month gives until its
// last day: nobody is called late too early.
func (u Promise) Due(on time.Time) bool { return u.DueOn != "" && u.DueOn.Latest().Before(dayOf(on)) }

// Overdue tells whether the promise is due and was neither delivered nor dropped. One of which nobody knows the state is overdue
// as well: that it was kept has not been shown.
func (u Promise) Overdue(on time.Time) bool {
	return u.Due(on) && u.State != PromiseDelivered && u.State != PromiseDropped
}
