package portal

import (
	"cmp"
	"iter"
	"slices"
)

// Sum is what is known in one currency, in its smallest unit. Currencies are never added.
type Sum struct {
	Currency string // ISO 4217
	Amount   int64
}

// VisitYear sums up the visits of a year. A visit both ways adds to each way, and once to the visits.
type VisitYear struct {
	Year     int
	Visits   int
	Out      int
	In       int
	People   int64 // who travelled, as a lower bound
	Counted  int   // visits that say how many
	Approved int   // visits out, of which an approval is on record
	Costs    []Sum // what is known, by currency
	Priced   int   // visits of which every payer's amount is known
	Due      int   // visits whose report is due by now, received or not
	Received int   // those among them whose report is on record
}

// VisitYears sums up the visits that count by the year in which they began, which comes with each, the newest first. Years without a visit
// are left out.
func VisitYears(visits iter.Seq2[int, *VisitLine]) []VisitYear {
	years := map[int]*VisitYear{}
	var list []int
	for year, v := range visits {
		if !v.Counts {
			continue
		}
		sum := years[year]
		if sum == nil {
			sum = &VisitYear{Year: year}
			years[year], list = sum, append(list, year)
		}
		sum.add(v)
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Compare(b, a) })
	sums := make([]VisitYear, len(list))
	for i, year := range list {
		sums[i] = *years[year]
	}
	return sums
}

func (y *VisitYear) add(v *VisitLine) {
	y.Visits++
	y.Out += one(v.Way.Out())
	y.In += one(v.Way.In())
	y.Approved += one(v.Way.Out() && v.Approved)
	if v.People != nil {
		y.People, y.Counted = y.People+*v.People, y.Counted+1
	}
	for _, c := range v.Costs {
		y.Costs = addCost(y.Costs, c)
	}
	y.Priced += one(allPriced(v.Costs))
	y.Due += one(v.Report == ReportOverdue || v.Report == ReportAbsent || v.Report == ReportLate || v.Report == ReportReceived)
	y.Received += one(v.Report == ReportLate || v.Report == ReportReceived)
}

// addCost adds an amount to the sum of its currency; one that is not known adds nothing.
func addCost(sums []Sum, c Cost) []Sum {
	if c.Amount == nil {
		return sums
	}
	at := slices.IndexFunc(sums, func(m Sum) bool { return m.Currency == c.Currency })
	if at < 0 {
		sums = append(sums, Sum{Currency: c.Currency})
		at = len(sums) - 1
	}
	sums[at].Amount += *c.Amount
	Sort(sums, func(a, b Sum) int { return cmp.Compare(a.Currency, b.Currency) })
	return sums
}
