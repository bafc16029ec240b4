package portal

// Sourcing (V9, beside the core facts) is how well everything that is known of the tie is supported. A fact is a field of a record for
// which a source that can be checked is cited; rows of one event hold its facts once.
type Sourcing struct {
	Facts     int
	Official  int  // those with an official source, archives included
	Sources   int  // that were read
	CheckedOn Date // when one of them was last read again; empty = nobody says
	Months    int  // whole months since then
}

func (r reading) sourcing() Sourcing {
	var n Sourcing
	best, sources, events := evidence{}, map[int64]bool{}, r.eventByRow()
	for i := range r.cited { // they are large
		c := &r.cited[i]
		if !c.Source.Verifiable() {
			continue
		}
		fact := citedField{c.Kind, c.RecordID, FieldName(c.Field)}
		if c.Kind == KindActivity {
			if fact.id = events[c.RecordID]; fact.id == 0 {
				continue // it does not count, so what is cited of it is no fact yet
			}
		}
		best[fact] = better(best[fact], c.Source.Quality)
		sources[c.SourceID] = true
		n.CheckedOn = max(n.CheckedOn, c.Source.CheckedOn)
	}
	n.Facts, n.Sources = len(best), len(sources)
	for _, q := range best {
		n.Official += one(q == Official)
	}
	if n.CheckedOn != "" {
		n.Months = max(0, monthsBetween(n.CheckedOn.Earliest(), r.on))
	}
	return n
}

// eventByRow is the number of the event that each activity tells of.
func (r reading) eventByRow() map[int64]int64 {
	events := map[int64]int64{}
	for _, e := range r.events {
		for _, a := range e.rows {
			events[a.ID] = e.id()
		}
	}
	return events
}

// Share is the share of the facts that have an official source.
func (n Sourcing) Share() Share { return Share{n.Official, n.Facts} }

// searched tells how far was searched where nothing was found.
func (n Sourcing) searched() []Reason {
	return []Reason{counted("indicator.evidence.sources", n.Sources), n.checked()}
}

func (n Sourcing) checked() Reason {
	if n.CheckedOn == "" {
		return Reason{Key: "indicator.evidence.unchecked"}
	}
	return Reason{Key: "indicator.evidence.checked", Args: []any{stretch(n.Months)}}
}

// evidenceFigure is never silent: that nothing is sourced is what it is there to tell.
func (n Indicators) evidenceFigure() Figure {
	core := Share{len(n.CoreFacts.Sourced), len(CoreFacts)}
	f := Figure{Rows: n.CoreFacts.Rows, Said: []Reason{{Key: "indicator.evidence.core", Args: []any{core.Part, core.Of}}}}
	if len(n.CoreFacts.Missing) > 0 {
		f.Said = append(f.Said, Reason{Key: "indicator.evidence.missing", Args: []any{n.CoreFacts.Missing}})
	}
	if n.Sourcing.Facts > 0 {
		f.Said = append(f.Said, Reason{Key: "indicator.evidence.official", Args: []any{n.Sourcing.Official, n.Sourcing.Facts}})
	}
	f.Said = append(f.Said, n.Sourcing.checked())
	return f.rankedBy(core)
}
