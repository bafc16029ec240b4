package portal

import (
	"cmp"
	"slices"
	"time"
)

// events are the activities of the period that had come by a day, each once, and what they cost. Both follow the rules of the public
// pages, so that nobody is told one sum here and another there.
func (f PeriodicFacts) events(p Period, on time.Time) (list []PeriodicEvent, costs []PeriodicCost) {
	for _, t := range f.Ties {
		r := t.read(on)
		for _, e := range eventsOf(t.Activities) {
			if start := e.start(); !p.Holds(start) || !r.happened(start) {
				continue
			}
			v := r.visit(e) // which is told of an activity that is no trip, too
			list = append(list, v.periodicEvent())
			costs = addCosts(costs, v.proven.Costs, false)
			costs = addCosts(costs, unprovenCosts(e.told().Costs, v.proven.Costs), true)
		}
	}
	Sort(list, func(a, b PeriodicEvent) int { return compareDates(a.On, b.On) })
	Sort(costs, func(a, b PeriodicCost) int {
		return cmp.Or(
			one(a.Unsourced)-one(b.Unsourced), slices.Index(Payers, a.Payer)-slices.Index(Payers, b.Payer), cmp.Compare(a.Currency, b.Currency),
		)
	})
	return list, costs
}

func (v Visit) periodicEvent() PeriodicEvent {
	a := v.Activity
	e := PeriodicEvent{
		City: v.City.Name, Title: a.Title, On: a.StartOn, Kind: a.Kind, Nature: a.Nature, Reported: !a.Result.Empty(),
		Priced: v.proven.Priced(), Sourced: v.Counts,
	}
	if sum, ok := a.Participants.All(); ok {
		e.People = &sum
	}
	return e
}

// unprovenCosts are the amounts of payers of whom no verifiable source says what they bore.
func unprovenCosts(said, proven []Cost) []Cost {
	return keep(said, func(c Cost) bool {
		return !slices.ContainsFunc(proven, func(p Cost) bool { return p.Amount != nil && p.Payer == c.Payer && p.Currency == c.Currency })
	})
}

// addCosts adds what is known of the costs of one activity to the sums.
func addCosts(sums []PeriodicCost, costs []Cost, unsourced bool) []PeriodicCost {
	seen := map[string]bool{}
	for _, c := range costs {
		if c.Amount == nil {
			continue
		}
		i := slices.IndexFunc(sums, func(s PeriodicCost) bool {
			return s.Payer == c.Payer && s.Currency == c.Currency && s.Unsourced == unsourced
		})
		if i < 0 {
			i, sums = len(sums), append(sums, PeriodicCost{Payer: c.Payer, Currency: c.Currency, Unsourced: unsourced})
		}
		sums[i].Amount += *c.Amount
		if name := c.Payer + c.Currency; !seen[name] {
			seen[name] = true
			sums[i].Activities++
		}
	}
	return sums
}
