package portal

import "kotakembar/internal/i18n"

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
