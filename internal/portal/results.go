package portal

import "slices"

// Results (V6) is what programs and promises brought, as far as a source says so.
type Results struct {
	In60       int     // programs with a result dated in the last 60 months, also ongoing ones
	Due        int     // programs that ended more than six months ago
	WithResult int     // those among them with a result
	Silent     []int64 // the numbers of the others
	Promised   int     // promises that are due
	Delivered  int     // those among them that were kept
	Rows       []Row   // the programs and promises that are due
}

// results counts programs, not measures, so that one program with five measures is one result. An early report of a
// program that is not yet due counts as a result: the six months are time to report, not a ban on it.
func (r reading) results() Results {
	var n Results
	for _, p := range byID(r.programs, func(p Program) int64 { return p.ID }) {
		if !p.promising() {
			continue
		}
		dates := r.resultsOf(p)
		if slices.ContainsFunc(dates, func(d Date) bool { return r.within(d, 60) }) {
			n.In60++
		}
		if r.due(p) {
			n.Due++
			n.Rows = append(n.Rows, Row{KindProgram, p.ID})
			if len(dates) > 0 {
				n.WithResult++
			} else {
				n.Silent = append(n.Silent, p.ID)
			}
		}
	}
	for _, u := range byID(r.promises, func(u Promise) int64 { return u.ID }) {
		if u.Due(r.on) {
			n.Promised++
			n.Rows = append(n.Rows, Row{KindPromise, u.ID})
			if u.State == PromiseDelivered {
				n.Delivered++
			}
		}
	}
	return n
}

// promising tells whether results can be expected of a program: money set aside is a means, and of a visit or a commemoration nothing
// but attendance comes. The kind tells, not the activities, so that a row of protocol more takes no result away.
func (g Program) promising() bool {
	return !slices.Contains([]string{BudgetProgram, VisitProgram, MemorialProgram}, g.Kind)
}

// due tells whether the program ended more than six months ago, so that a result may be asked for. What was only planned did not end.
func (r reading) due(p Program) bool {
	return p.promising() && p.Status != ProgramPlanned && p.EndOn != "" && addMonths(p.EndOn.Earliest(), 6).Before(r.on)
}

// resultsOf lists the dates of the program's sourced results: a measure achieved, or words. Where a result has no date of
// its own it has that of the program's end, which may be unknown.
func (r reading) resultsOf(p Program) []Date {
	var dates []Date
	if !p.Result.Empty() && r.evidence.supports(KindProgram, p.ID, "result") {
		dates = append(dates, p.EndOn)
	}
	for _, o := range r.outcomes {
		if o.ProgramID != p.ID || !o.Reported() || !r.evidence.supports(KindOutcome, o.ID, "achieved") {
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

func (n Results) figure() Figure {
	if n.Due+n.Promised == 0 {
		return silent(Reason{Key: "indicator.results.none_due"})
	}
	f := Figure{Rows: n.Rows}
	if n.Due > 0 {
		f.Said = append(f.Said, share("indicator.results.programs", n.WithResult, n.Due))
	}
	if n.Promised > 0 {
		f.Said = append(f.Said, share("indicator.results.promises", n.Delivered, n.Promised))
	}
	return f.rankedBy(Share{n.WithResult, n.Due}, Share{n.Delivered, n.Promised})
}
