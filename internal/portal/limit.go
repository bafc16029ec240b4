package portal

import "kotakembar/internal/i18n"

// Limit is how long the law lets a stage take. None has been verified, so all are empty until somebody cites one.
type Limit struct {
	Meta
	Stage       Stage
	WorkingDays *int64 // nil = no limit known
	Note        i18n.Text
}

// Check tells what is wrong with the limit.
func (l Limit) Check() error {
	var p Problems
	oneOf(&p, l.Stage, Stages, "stage")
	p.Must(l.WorkingDays == nil || *l.WorkingDays > 0, "working_days", "problem.negative")
	p.notHalf(l.Note, "note")
	return p.Err()
}
