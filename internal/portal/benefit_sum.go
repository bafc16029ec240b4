package portal

import (
	"cmp"
	"slices"
)

// GroupSum is how many people of a group took part in events of substance, as a lower bound.
type GroupSum struct {
	Group   Group // empty for all citizens together
	People  int64
	Counted int     // events that say how many
	Rows    []int64 // the activities that say so
}

// People sums the people of each group.
func (b Benefits) People() []GroupSum { return b.people[:len(Groups)] }

// Citizens sums the people who hold no office.
func (b Benefits) Citizens() GroupSum { return b.people[len(Groups)] }

func (b *Benefits) addPeople(e *BroughtEvent, rows []int64) {
	for i := range b.people {
		groups := CitizenGroups
		if i < len(Groups) {
			groups = Groups[i : i+1]
		}
		if people, ok := e.peopleOf(groups); ok {
			sum := &b.people[i]
			sum.People += people
			sum.Counted++
			sum.Rows = append(sum.Rows, rows...)
		}
	}
}

// PayerSum is what one payer bore in one currency, as far as it is known.
type PayerSum struct {
	Payer    string
	Currency string
	Amount   int64   // as far as it is known
	Events   int     // of which the amount is known
	Unknown  int     // of which it is only known that this payer bore something
	Rows     []int64 // the activities that say so
}

// Costs is what the events cost, as far as it is known. Protocol counts as well: ceremony costs money.
type Costs struct {
	Known   int // events of which every payer's amount is known
	Partly  int // events of which a payer or an amount is known, and not all
	Unknown int
	Payers  []PayerSum // in the order of the payers, then by currency; never added across currencies
}

// Costs sums the costs of the events by payer and currency.
func (b Benefits) Costs() Costs {
	sums := b.costs
	sums.Payers = slices.Clone(sums.Payers)
	Sort(sums.Payers, func(a, b PayerSum) int {
		return cmp.Or(slices.Index(Payers, a.Payer)-slices.Index(Payers, b.Payer), cmp.Compare(a.Currency, b.Currency))
	})
	return sums
}

func (s *Costs) addEvent(e *BroughtEvent, rows []int64) {
	switch {
	case allPriced(e.Costs):
		s.Known++
	case len(e.Costs) > 0:
		s.Partly++
	default:
		s.Unknown++
	}
	for _, cost := range e.Costs {
		s.add(cost, rows)
	}
}

func (s *Costs) add(c Cost, rows []int64) {
	at := slices.IndexFunc(s.Payers, func(p PayerSum) bool { return p.Payer == c.Payer && p.Currency == c.Currency })
	if at < 0 {
		s.Payers = append(s.Payers, PayerSum{Payer: c.Payer, Currency: c.Currency})
		at = len(s.Payers) - 1
	}
	p := &s.Payers[at]
	if p.Rows = append(p.Rows, rows...); c.Amount == nil {
		p.Unknown++
		return
	}
	p.Amount += *c.Amount
	p.Events++
}

// Totals adds up the amounts of all payers by currency.
func (s Costs) Totals() []Sum {
	var sums []Sum
	for _, p := range keep(s.Payers, func(p PayerSum) bool { return p.Events > 0 }) {
		sums = addCost(sums, Cost{Currency: p.Currency, Amount: &p.Amount})
	}
	return sums
}
