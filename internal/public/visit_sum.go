package public

import (
	"slices"
	"strings"

	"kotakembar/internal/portal"
)

// visitSums are what sums take of visits beside what their lines say, as numbers alone.
type visitSums struct {
	visits     []visitSum
	rows       []int64 // visit by visit
	costs      []visitCost
	currencies []string
}

type visitSum struct {
	people          int64
	year            int32  // in which it began
	row, rows       uint32 // its rows begin at the first one, and how many there are
	from, until     uint32 // its costs
	counts, counted bool
}

type visitCost struct {
	amount   int64
	currency uint32
	known    bool
}

func (s *visitSums) add(v portal.VisitLine) {
	sum := visitSum{year: int32(v.On.Year()), row: uint32(len(s.rows)), rows: uint32(len(v.Rows)), from: uint32(len(s.costs)), counts: v.Counts, counted: v.People != nil}
	s.rows = append(s.rows, v.Rows...)
	if sum.counted {
		sum.people = *v.People
	}
	for _, c := range v.Costs {
		at := slices.Index(s.currencies, c.Currency)
		if at < 0 {
			at, s.currencies = len(s.currencies), append(s.currencies, strings.Clone(c.Currency))
		}
		cost := visitCost{currency: uint32(at), known: c.Amount != nil}
		if cost.known {
			cost.amount = *c.Amount
		}
		s.costs = append(s.costs, cost)
	}
	sum.until = uint32(len(s.costs))
	s.visits = append(s.visits, sum)
}

// picked are the same visits in another order: from tells where each stood.
func (s visitSums) picked(from func(line int) int) visitSums {
	visits := make([]visitSum, len(s.visits))
	for line := range visits {
		visits[line] = s.visits[from(line)]
	}
	s.visits = visits
	return s
}

// rowsOf are the activities that tell of a visit.
func (s *visitSums) rowsOf(line int) []int64 {
	sum := &s.visits[line]
	return s.rows[sum.row : sum.row+sum.rows]
}

// tell tells what is known of a visit, its costs without payers, and returns the year in which it began.
func (s *visitSums) tell(line int, v *portal.VisitLine) int {
	sum := &s.visits[line]
	v.Counts, v.People, v.Costs = sum.counts, nil, v.Costs[:0]
	if sum.counted {
		v.People = &sum.people
	}
	for i := range s.costs[sum.from:sum.until] {
		c := &s.costs[int(sum.from)+i]
		cost := portal.Cost{Currency: s.currencies[c.currency]}
		if c.known {
			cost.Amount = &c.amount
		}
		v.Costs = append(v.Costs, cost)
	}
	return int(sum.year)
}
