package portal

// Reach (V5) is how many people who hold no office took part in the substantive activities of the last 24 months, as a lower
// bound. Those of protocol are left out: protocol raises nothing but the number of activities.
type Reach struct {
	Residents int64
	Officials int64 // elected or appointed, as far as they were counted
	Counted   int   // activities that say how many residents
	Uncounted int   // activities that do not; unknown, not zero
	Rows      []Row // the counted ones
}

func (r reading) reach() Reach {
	var n Reach
	for _, e := range r.events {
		if !e.substantive() || !r.lately(e, 24) {
			continue
		}
		people := e.participants()
		n.Officials += people.officials()
		residents, ok := people.Residents()
		if !ok {
			n.Uncounted++
			continue
		}
		n.Counted++
		n.Residents += residents
		n.Rows = append(n.Rows, e.row())
	}
	return n
}

// officials sums those who were elected or appointed, as far as they were counted.
func (c Participants) officials() (sum int64) {
	for _, g := range []Group{GroupElected, GroupOfficial} {
		if n := c.Of(g); n != nil {
			sum += *n
		}
	}
	return sum
}

// Share is the share of residents among all people who were counted.
func (n Reach) Share() Share { return Share{int(n.Residents), int(n.Residents + n.Officials)} }

func (n Reach) figure() Figure {
	if n.Counted == 0 {
		return silent(Reason{Key: "indicator.reach.no_counts"})
	}
	f := Figure{Rows: n.Rows, Said: []Reason{counted("indicator.reach.residents", int(n.Residents))}}
	if n.Residents == 0 {
		f.Said[0] = Reason{Key: "indicator.reach.none"}
	}
	if n.Officials > 0 {
		f.Said = append(f.Said, Reason{Key: "indicator.reach.share", Args: []any{n.Share()}})
	}
	if n.Uncounted > 0 {
		f.Said = append(f.Said, share("indicator.reach.uncounted", n.Uncounted, n.Counted+n.Uncounted))
	}
	return f.ranked(float64(n.Residents))
}
