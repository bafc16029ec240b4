package portal

// Unanswered lists what cannot be said of the benefits, read from what is missing in the records; what is complete is left out.
func (b Benefits) Unanswered() []Reason {
	substance, costs, programs := b.substance.Of, b.costs, b.programs
	fieldless := 0
	if without := b.together[""]; without != nil {
		fieldless = without.Of
	}
	var list []Reason
	for _, q := range []struct {
		key     string
		lack    int
		outOf   int
		without bool // the whole is not told
	}{
		{"benefits.unknown.result", b.results.Of - b.results.Part, b.Events(), false},
		{"benefits.unknown.people", substance - b.Citizens().Counted, substance, false},
		{"benefits.unknown.cost", costs.Partly + costs.Unknown, b.Events(), false},
		{"benefits.unknown.programs", programs.results.Of - programs.results.Part, programs.results.Of, false},
		{"benefits.unknown.measure", programs.all - programs.measured, programs.all, false},
		{"benefits.unknown.place", answered(b.places, ""), b.Events(), false},
		{"benefits.unknown.initiator", answered(b.initiators, ""), b.Events(), false},
		{"benefits.unknown.field", fieldless, substance, false},
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

// answered is how many events have an answer.
func answered(counts map[string]*AnswerCount, answer string) int {
	if n := counts[answer]; n != nil {
		return n.Total()
	}
	return 0
}
