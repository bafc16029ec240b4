package portal

import "slices"

// Pandemic are the years in which hardly anybody could travel. They count like others and are marked.
var Pandemic = []int{2020, 2021}

// youngMonths is how old a tie must be for its years to be counted.
const youngMonths = 36

// lastYears is how many years, up to the last one of the tie, count as recent.
const lastYears = 10

// Continuity (V2) is in how many years of the tie something of substance happened. The years are those of the calendar, from the one
// in which the tie began to the present one, or to that of its end; both count.
type Continuity struct {
	Unsigned bool  // nothing was signed, so there is no tie yet
	Young    bool  // younger than three years
	Since    Date  // the year in which the tie began; empty where it is unsigned, young, or that is unknown: nothing is said
	From     int   // the same as a number
	Until    int   // the last year that counts
	Years    []int // with a substantive activity, in order
	Rows     []Row
}

func (r reading) continuity() Continuity {
	start := r.begun()
	switch {
	case r.unsigned():
		return Continuity{Unsigned: true}
	case start == "":
		return Continuity{}
	case addMonths(start.Earliest(), youngMonths).After(r.on):
		return Continuity{Young: true}
	}
	c := Continuity{Since: start.upTo(ToYear), From: start.Year(), Until: r.on.Year()}
	if end, ok := r.ended(); ok && end != "" {
		c.Until = end.Year()
	}
	for _, e := range keep(r.events, event.substantive) {
		first, last := max(e.start().Year(), c.From), min(r.lastDay(e).Year(), c.Until)
		if first > last {
			continue
		}
		c.Rows = append(c.Rows, e.row())
		for year := first; year <= last; year++ {
			if !slices.Contains(c.Years, year) {
				c.Years = append(c.Years, year)
			}
		}
	}
	slices.Sort(c.Years)
	return c
}

// Recent is the share of the last ten years of the tie, or of all where there are fewer.
func (c Continuity) Recent() Share { return c.since(c.RecentFrom()) }

// Whole is the share of all years of the tie.
func (c Continuity) Whole() Share { return c.since(c.From) }

// RecentFrom is the first of the last ten years.
func (c Continuity) RecentFrom() int { return max(c.From, c.Until-lastYears+1) }

func (c Continuity) since(year int) Share {
	if c.Since == "" {
		return Share{}
	}
	lit := keep(c.Years, func(y int) bool { return y >= year })
	return Share{len(lit), c.Until - year + 1}
}

func (c Continuity) figure() Figure {
	switch {
	case c.Unsigned:
		return silent(Reason{Key: "indicator.continuity.unsigned"})
	case c.Young:
		return silent(Reason{Key: "indicator.continuity.young"})
	case c.Since == "":
		return silent(Reason{Key: "indicator.continuity.no_start"})
	}
	recent, whole := c.Recent(), c.Whole()
	f := Figure{Rows: c.Rows}
	if recent.Of < whole.Of {
		f.Said = append(f.Said, Reason{Key: "indicator.continuity.recent", Args: []any{recent.Part, recent.Of}})
	}
	f.Said = append(f.Said, Reason{Key: "indicator.continuity.whole", Args: []any{whole.Part, whole.Of, c.Since}})
	if c.From <= Pandemic[0] && Pandemic[len(Pandemic)-1] <= c.Until {
		f.Said = append(f.Said, Reason{Key: "indicator.continuity.pandemic"})
	}
	return f.rankedBy(recent)
}
