package portal

// Recency (V1) counts activities in the last 24 and 60 months and names the last one at all. What lasted for some time is as recent
// as its last day.
type Recency struct {
	In24   int
	In60   int
	Last   Date  // its last day; empty = none on record
	Months int   // whole months since Last
	Rows   []Row // the last one, if there is any
}

func (r reading) recency(ok func(event) bool) Recency {
	var n Recency
	for _, e := range keep(r.events, ok) {
		n.In24 += one(r.lately(e, 24))
		n.In60 += one(r.lately(e, 60))
		if last := r.lastDay(e); n.Last == "" || compareDates(n.Last, last) <= 0 {
			n.Last, n.Rows = last, []Row{e.row()}
		}
	}
	if n.Last != "" {
		n.Months = monthsBetween(n.Last.Earliest(), r.on)
	}
	return n
}

// recencyFigure tells of the last substantive activity, and of the last one of any kind where that is another. Where there is none,
// it tells how far was searched instead.
func (n Indicators) recencyFigure() Figure {
	if n.Activity.Last == "" {
		return silent(append([]Reason{{Key: "indicator.recency.never"}}, n.Sourcing.searched()...)...)
	}
	latest := n.Activity.ago("indicator.recency.any")
	if n.Substance.Last == "" {
		return Figure{Said: []Reason{{Key: "indicator.recency.no_substance"}, latest}, Rows: n.Activity.Rows}
	}
	f := Figure{Said: []Reason{n.Substance.ago("indicator.recency.substance")}, Rows: n.Substance.Rows}
	if n.Activity.Rows[0] != n.Substance.Rows[0] {
		f.Said, f.Rows = append(f.Said, latest), append(f.Rows, n.Activity.Rows...)
	}
	return f.ranked(-float64(n.Substance.Months))
}

// ago tells how long ago the last one was, and when.
func (n Recency) ago(key string) Reason {
	return Reason{Key: key, Args: []any{stretch(n.Months), n.Last}}
}
