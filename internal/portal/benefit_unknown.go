package portal

// Unanswered lists what cannot be said of the benefits, read from what is missing in the records; what is complete is left out.
func (b Benefits) Unanswered() []Reason {
	substance, citizens, costs := b.Substance(), b.Citizens(), b.Costs()
	silent := b.Results().Of - b.Results().Part
	priced := costs.Partly + costs.Unknown
	placeless := len(keep(b.Counted, func(e *BroughtEvent) bool { return e.Place == "" }))
	unstarted := len(keep(b.Counted, func(e *BroughtEvent) bool { return e.Initiator == "" }))
	fieldless := len(keep(substance, func(e *BroughtEvent) bool { return len(e.Sectors) == 0 }))
	programs, measured := b.ProgramResults(), len(keep(b.Programs, func(p BroughtProgram) bool { return p.Measured }))
	var list []Reason
	for _, q := range []struct {
		key     string
		lack    int
		outOf   int
		without bool // the whole is not told
	}{
		{"benefits.unknown.result", silent, len(b.Counted), false},
		{"benefits.unknown.people", len(substance) - citizens.Counted, len(substance), false},
		{"benefits.unknown.cost", priced, len(b.Counted), false},
		{"benefits.unknown.programs", programs.Of - programs.Part, programs.Of, false},
		{"benefits.unknown.measure", len(b.Programs) - measured, len(b.Programs), false},
		{"benefits.unknown.place", placeless, len(b.Counted), false},
		{"benefits.unknown.initiator", unstarted, len(b.Counted), false},
		{"benefits.unknown.field", fieldless, len(substance), false},
		{"benefits.unknown.date", b.Undated, 0, true},
		{"benefits.unknown.source", b.Unverified, 0, true},
	} {
		switch {
		case q.lack == 0:
		case q.without:
			list = append(list, counted(q.key, q.lack))
		default:
			list = append(list, Reason{Key: q.key, Args: []any{q.lack, q.outOf}})
		}
	}
	return list
}
