package portal

import (
	"strings"

	"kotakembar/internal/i18n"
)

// Outcome is one measure of a program: what was planned and what was achieved.
type Outcome struct {
	Meta
	ProgramID int64
	Indicator i18n.Text
	Unit      i18n.Text
	Planned   *int64 // nil = unknown
	Achieved  *int64 // nil = not reported
	AsOf      Date
	Note      i18n.Text
	Effort    bool // tells what was put in: people who came, meetings, money; not what came of it
}

// Check tells what is wrong with the outcome.
func (o Outcome) Check() error {
	var p Problems
	p.Must(o.ProgramID != 0, "program_id", "problem.required")
	p.bothLanguages(o.Indicator, "indicator")
	p.bothLanguages(o.Unit, "unit")
	p.notHalf(o.Note, "note")
	p.Must(o.Planned != nil || o.Achieved != nil, "achieved", "problem.planned_or_achieved")
	p.notNegative(o.Planned, "planned")
	p.notNegative(o.Achieved, "achieved")
	p.date(o.AsOf, "as_of")
	return p.Err()
}

// Reported tells whether the measure says what came of the program. What was put into it is no result.
func (o Outcome) Reported() bool { return o.Achieved != nil && !o.Effort }

// Repeats tells whether the measure says no more than what the program costs.
func (o Outcome) Repeats(g Program) bool {
	if o.Achieved != nil || o.Planned == nil || g.Cost == nil {
		return false
	}
	return *o.Planned == *g.Cost && (o.Unit.EN == g.Currency || o.Unit.EN == i18n.EN.Currency(g.Currency))
}

// A drawing shows units one by one where there are enough to see anything, and no more than can be counted.
const (
	fewestUnits = 3
	mostUnits   = 200
)

// Countable tells whether the measure counts things that can be drawn one by one: not a part of a hundred, not too few or too many.
func (o Outcome) Countable() bool {
	var most int64
	for _, n := range []*int64{o.Planned, o.Achieved} {
		if n != nil {
			most = max(most, *n)
		}
	}
	return most >= fewestUnits && most <= mostUnits && o.Unit.EN != "percent"
}

// Floors is how many floors of a building were planned, where that is what the measure counts; 0 where it counts something else.
func (o Outcome) Floors() int {
	const mostFloors = 12 // as many as a drawing has room for
	if (o.Unit.EN == "floor" || o.Unit.EN == "floors") && o.Planned != nil && *o.Planned <= mostFloors {
		return int(*o.Planned)
	}
	return 0
}

// FloorNames are what the planned floors hold, from the ground up, where the note names as many as there are: Café; restaurant.
func (o Outcome) FloorNames(l i18n.Lang) []string {
	names := strings.Split(strings.TrimRight(o.Note.In(l), ". "), "; ")
	if len(names) != o.Floors() {
		return nil
	}
	return names
}
