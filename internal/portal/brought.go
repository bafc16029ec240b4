package portal

import (
	"cmp"
	"slices"
	"time"
)

// Brought is what one tie adds to the benefits of all, in so few words that it stands in its summary.
type Brought struct {
	Events     []BroughtEvent   `json:"events,omitempty"`
	Programs   []BroughtProgram `json:"programs,omitempty"`
	Undated    int              `json:"undated,omitempty"`
	Unverified int              `json:"unverified,omitempty"`
}

// BroughtEvent is a counted event as sums take it.
type BroughtEvent struct {
	Rows      []int64  `json:"rows"`
	On        Date     `json:"on"`
	Substance bool     `json:"substance,omitempty"`
	Reported  bool     `json:"reported,omitempty"`
	Sectors   []string `json:"sectors,omitempty"`
	Place     string   `json:"place,omitempty"`
	Initiator string   `json:"initiator,omitempty"`
	People    []*int64 `json:"people,omitempty"` // by group, in their order; none where none were counted
	Costs     []Cost   `json:"costs,omitempty"`
}

// BroughtProgram is a program as sums take it.
type BroughtProgram struct {
	ID       int64  `json:"id"`
	Cost     *int64 `json:"cost,omitempty"`
	Currency string `json:"currency,omitempty"`
	Ended    bool   `json:"ended,omitempty"` // more than six months ago
	Reported bool   `json:"reported,omitempty"`
	Measured bool   `json:"measured,omitempty"` // a measure says what was achieved
}

// brings tells whether ties of the standing enter the benefits.
func (c City) brings() bool {
	return !c.IsHome && slices.Contains([]Standing{Partner, Prospect, Ended}, c.Standing)
}

// Brought is what the tie adds on a day to the benefits of all.
func (t Tie) Brought(on time.Time) (b Brought) {
	if !t.City.brings() {
		return b
	}
	r := t.read(on)
	for _, e := range r.events {
		b.Events = append(b.Events, r.counted(e).brought())
	}
	for _, e := range r.hearsay(t.Activities) {
		b.Unverified += one(e.start() != "")
	}
	undated := keep(t.Activities, func(a Activity) bool { return a.StartOn == "" && r.evidence.supports(KindActivity, a.ID) })
	b.Undated = len(eventsOf(undated))
	for _, p := range r.programs {
		if cmp.Or(p.StartOn, p.EndOn).Year() <= on.Year() {
			b.Programs = append(b.Programs, r.broughtBy(p))
		}
	}
	return b
}

func (c Counted) brought() BroughtEvent {
	a := c.Activity
	e := BroughtEvent{
		Rows: c.Rows, On: a.StartOn, Substance: c.Substantive(), Reported: c.HasResult(), Sectors: a.Sectors, Place: a.Place,
		Initiator: a.Initiator, Costs: a.Costs,
	}
	if _, counted := a.Participants.All(); counted {
		e.People = each(Groups, a.Participants.Of)
	}
	return e
}

// Year is the year in which it began.
func (e *BroughtEvent) Year() int { return e.On.Year() }

// peopleOf is how many people of some groups took part, as far as they were counted; ok tells whether any were.
func (e *BroughtEvent) peopleOf(groups []Group) (people int64, ok bool) {
	for i, n := range e.People {
		if n != nil && slices.Contains(groups, Groups[i]) {
			people, ok = people+*n, true
		}
	}
	return people, ok
}

func (r reading) broughtBy(p Program) BroughtProgram {
	b := BroughtProgram{ID: p.ID, Currency: p.Currency, Ended: r.due(p)}
	if r.evidence.supports(KindProgram, p.ID, "cost") {
		b.Cost = p.Cost
	}
	b.Reported = b.Ended && len(r.resultsOf(p)) > 0
	b.Measured = slices.ContainsFunc(r.outcomes, func(o Outcome) bool {
		return o.ProgramID == p.ID && o.Reported() && r.evidence.supports(KindOutcome, o.ID, "achieved")
	})
	return b
}
