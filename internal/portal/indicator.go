package portal

import "slices"

// Indicators are the separate answers to whether a tie lives. There is no total of them: weights could not be defended, and
// a sum would hide what is unknown.
type Indicators struct {
	Activity  Recency // V1 and its windows, of every activity
	Substance Recency // the same of substantive activities alone
	Reach     Reach   // V5
	Results   Results // V6
	CoreFacts Facts   // V9
}

// Recency counts activities in the last 24 and 60 months and names the last one at all.
type Recency struct {
	In24   int
	In60   int
	Last   Date // empty = none on record
	Months int  // whole months since Last
}

// Reach is how many people who hold no office took part in the substantive activities of the last 24 months, as a lower
// bound. Those of protocol are left out: protocol raises nothing but the number of activities.
type Reach struct {
	Residents int64
	Counted   int // activities that say how many
	Uncounted int // activities that do not; unknown, not zero
}

// Results is what programs and promises brought, as far as a source says so.
type Results struct {
	In60       int // programs with a result dated in the last 60 months, also ongoing ones
	Due        int // programs that ended more than six months ago
	WithResult int // those among them with a result
	Promised   int // promises that are due
	Delivered  int // those among them that were kept
}

func (r reading) indicators() Indicators {
	return Indicators{
		Activity:  r.recency(func(event) bool { return true }),
		Substance: r.recency(event.substantive),
		Reach:     r.reach(),
		Results:   r.results(),
		CoreFacts: r.coreFacts(),
	}
}

func (r reading) recency(ok func(event) bool) Recency {
	var n Recency
	for _, e := range keep(r.events, ok) {
		if r.within(e.start(), 24) {
			n.In24++
		}
		if r.within(e.start(), 60) {
			n.In60++
		}
		n.Last = e.start() // events are sorted
	}
	if n.Last != "" {
		n.Months = monthsBetween(n.Last.Earliest(), r.on)
	}
	return n
}

func (r reading) reach() Reach {
	var n Reach
	for _, e := range r.events {
		if !e.substantive() || !r.within(e.start(), 24) {
			continue
		}
		residents, ok := e.participants().Residents()
		if !ok {
			n.Uncounted++
			continue
		}
		n.Counted++
		n.Residents += residents
	}
	return n
}

// results counts programs, not measures, so that one program with five measures is one result. An early report of a
// program that is not yet due counts as a result: the six months are time to report, not a ban on it.
func (r reading) results() Results {
	var n Results
	for _, p := range r.programs {
		dates := r.resultsOf(p)
		if slices.ContainsFunc(dates, func(d Date) bool { return r.within(d, 60) }) {
			n.In60++
		}
		if p.EndOn != "" && addMonths(p.EndOn.Earliest(), 6).Before(r.on) {
			n.Due++
			if len(dates) > 0 {
				n.WithResult++
			}
		}
	}
	for _, u := range r.promises {
		if u.Due(r.on) {
			n.Promised++
			if u.State == PromiseDelivered {
				n.Delivered++
			}
		}
	}
	return n
}

// resultsOf lists the dates of the program's sourced results: a measure achieved, or words. Where a result has no date of
// its own it has that of the program's end, which may be unknown.
func (r reading) resultsOf(p Program) []Date {
	var dates []Date
	if !p.Result.Empty() && r.evidence.supports(KindProgram, p.ID, "result") {
		dates = append(dates, p.EndOn)
	}
	for _, o := range r.outcomes {
		if o.ProgramID != p.ID || o.Achieved == nil || !r.evidence.supports(KindOutcome, o.ID, "achieved") {
			continue
		}
		if o.AsOf == "" {
			o.AsOf = p.EndOn
		}
		if r.happened(o.AsOf) {
			dates = append(dates, o.AsOf)
		}
	}
	return dates
}
