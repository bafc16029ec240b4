package portal

import "slices"

// Breadth (V3) is in how many fields something of substance happened in the last 60 months, and how many of the fields agreed upon
// are among them. All are codes of sectors, sorted.
type Breadth struct {
	Active  []string // with a substantive activity
	Signed  []string // agreed upon; none = the scope was not found
	Covered []string // both
	Rows    []Row
}

func (r reading) breadth() Breadth {
	var b Breadth
	b.Signed, _ = r.scope()
	for _, e := range r.recentSubstance() {
		b.Active = append(b.Active, e.sectors()...)
		b.Rows = append(b.Rows, e.row())
	}
	b.Active = sorted(b.Active)
	b.Covered = keep(b.Signed, func(code string) bool { return slices.Contains(b.Active, code) })
	return b
}

// recentSubstance are the substantive events of the last 60 months.
func (r reading) recentSubstance() []event {
	return keep(r.events, func(e event) bool { return e.substantive() && r.lately(e, 60) })
}

// scope is what the papers that stand agree upon, each by itself or by the nearest one that it extends or implements, and the papers
// that say so. Papers that were ended, and contacts of which nothing was signed, agree upon nothing.
func (r reading) scope() (codes []string, rows []Row) {
	for _, a := range byID(r.standing(), func(a Agreement) int64 { return a.ID }) {
		if a.Instrument == NoInstrument || r.hasEnded(a) {
			continue
		}
		chain := r.lineage(a)
		if i := slices.IndexFunc(chain, r.knowsScope); i >= 0 {
			codes, rows = append(codes, chain[i].Sectors...), append(rows, Row{KindAgreement, chain[i].ID})
		}
	}
	return sorted(codes), rows
}

func (r reading) knowsScope(a Agreement) bool {
	return len(a.Sectors) > 0 && r.evidence.supports(KindAgreement, a.ID, "sectors")
}

// Coverage is the share of the fields agreed upon in which something happened.
func (b Breadth) Coverage() Share { return Share{len(b.Covered), len(b.Signed)} }

func (b Breadth) figure() Figure {
	if len(b.Signed) == 0 {
		return silent(Reason{Key: "indicator.breadth.no_scope"})
	}
	f := Figure{Rows: b.Rows, Said: []Reason{{Key: "indicator.breadth.coverage", Args: []any{len(b.Covered), len(b.Signed)}}}}
	if other := len(b.Active) - len(b.Covered); other > 0 {
		f.Said = append(f.Said, counted("indicator.breadth.other", other))
	}
	return f.rankedBy(b.Coverage())
}
