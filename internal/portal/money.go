package portal

import "slices"

// PublicPayers are the payers whose money is the public's.
var PublicPayers = []string{"home_city", "partner_city", "home_state", "partner_state", "agency"}

// Money (V8) is how far it is in the open what the activities of the last 60 months cost the public, and whether trips were reported on in
// time. Here protocol counts as well: ceremony costs public money, and telling so is all that this looks for.
type Money struct {
	Public    int   // activities with public money, or of which nobody says who paid
	CostKnown int   // those among them of which every public amount is known
	TripsDue  int   // trips whose report is due
	InTime    int   // those among them whose report came in time
	Rows      []Row // those with public money and those with a report due
}

func (r reading) money() Money {
	var n Money
	for _, e := range r.events {
		if !r.lately(e, 60) {
			continue
		}
		public, known := e.publicCost()
		due, inTime := r.reported(e)
		n.Public += one(public)
		n.CostKnown += one(known)
		n.TripsDue += one(due)
		n.InTime += one(inTime)
		if public || due {
			n.Rows = append(n.Rows, e.row())
		}
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// publicCost tells whether public money was spent on the event, or may have been, and whether all of that is known.
func (e event) publicCost() (public, known bool) {
	payers := e.payers()
	if len(payers) == 0 {
		return true, false
	}
	known = true
	for payer, amount := range payers {
		if slices.Contains(PublicPayers, payer) {
			public, known = true, known && amount
		}
	}
	return public, public && known
}

// reported tells whether a report on the event is due, and whether it came in time.
func (r reading) reported(e event) (due, inTime bool) {
	a := e.told()
	if by, _ := a.ReportDue(); by == "" || !by.Latest().Before(r.on) {
		return false, false
	}
	return true, a.Report(r.on) == ReportReceived
}

func (n Money) figure() Figure {
	if n.Public+n.TripsDue == 0 {
		return silent(Reason{Key: "indicator.money.none"})
	}
	f := Figure{Rows: n.Rows}
	if n.Public > 0 {
		f.Said = append(f.Said, share("indicator.money.cost", n.CostKnown, n.Public))
	}
	if n.TripsDue > 0 {
		f.Said = append(f.Said, share("indicator.money.trips", n.InTime, n.TripsDue))
	}
	return f.rankedBy(Share{n.CostKnown, n.Public}, Share{n.InTime, n.TripsDue})
}

// CostState is how far it is known what a tie has cost.
type CostState string

// The states.
const (
	CostKnown   CostState = "known"
	CostPartly  CostState = "partly"
	CostUnknown CostState = "unknown"
)

// CostStates lists the states.
var CostStates = []CostState{CostKnown, CostPartly, CostUnknown}

// Costing tells of how many activities and programs of the tie, in all its years, the cost is known. There is no sum: amounts of
// programs hold those of their activities, and what is unknown would be left out of it. A program of several ties is none of one's own, though money set aside for all of them is
// known in part.
type Costing struct {
	State CostState
	Known int
	Of    int
	Rows  []Row // those of which it is known; the program of several ties where nothing else is
	Ties  int   // that share the money of that program; 0 where something of one's own is known, or nothing at all
}

func (r reading) costing() Costing {
	own := keep(r.programs, func(p Program) bool { return p.CityID == r.city.ID })
	c := Costing{Of: len(r.events) + len(own)}
	some := false
	for _, e := range r.events {
		known, all := 0, e.payers()
		for _, amount := range all {
			known += one(amount)
		}
		some = some || known > 0
		if known > 0 && known == len(all) {
			c.Rows = append(c.Rows, e.row())
		}
	}
	for _, p := range byID(own, func(p Program) int64 { return p.ID }) {
		if p.Cost != nil {
			c.Rows = append(c.Rows, Row{KindProgram, p.ID})
		}
	}
	c.Known = len(c.Rows)
	switch {
	case c.Known > 0 && c.Known == c.Of:
		c.State = CostKnown
	case c.Known > 0 || some:
		c.State = CostPartly
	default:
		c.State = CostUnknown
		if p, ok := r.sharedMoney(); ok {
			c.State, c.Rows, c.Ties = CostPartly, []Row{{KindProgram, p.ID}}, len(p.AgreementIDs)
		}
	}
	return c
}

// sharedMoney is the first program of several ties of which the money is known. It names one paper of each.
func (r reading) sharedMoney() (Program, bool) {
	shared := keep(r.programs, func(p Program) bool { return p.CityID == 0 && p.Cost != nil && len(p.AgreementIDs) > 1 })
	if len(shared) == 0 {
		return Program{}, false
	}
	return byID(shared, func(p Program) int64 { return p.ID })[0], true
}

// Said tells the state in a sentence.
func (c Costing) Said() Reason {
	switch {
	case c.State == CostUnknown:
		return Reason{Key: "indicator.cost.unknown"}
	case c.State == CostKnown:
		return Reason{Key: "indicator.cost.known", Args: []any{c.Of}}
	case c.Ties > 0:
		return Reason{Key: "indicator.cost.shared", Args: []any{c.Ties}}
	case c.Known == 0:
		return Reason{Key: "indicator.cost.part_of_one", Args: []any{c.Of}}
	}
	return Reason{Key: "indicator.cost.partly", Args: []any{c.Known, c.Of}}
}
