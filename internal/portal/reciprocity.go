package portal

import "kotakembar/internal/i18n"

// fewestPlaced is below how many activities nothing is said of both ways.
const fewestPlaced = 4

// Reciprocity (V4) is whether the tie goes both ways: substantive activities of the last 60 months by place, and by who began them.
type Reciprocity struct {
	Here      int // at home; one at both places counts at each
	There     int // at the partner
	Placed    int // activities with a place here, there or at both
	Online    int
	Unplaced  int // nobody says where; unknown, not zero
	Initiated Initiated
	Rows      []Row // those with a place
}

// Initiated counts activities by who began them.
type Initiated struct {
	Home    int
	Partner int
	Both    int
	Other   int
	Unknown int
}

func (r reading) reciprocity() Reciprocity {
	var n Reciprocity
	for _, e := range r.recentSubstance() {
		n.Initiated.add(e.initiator())
		place := e.place()
		switch place {
		case "online":
			n.Online++
			continue
		case "":
			n.Unplaced++
			continue
		}
		n.Placed++
		n.Rows = append(n.Rows, e.row())
		if place != "there" {
			n.Here++
		}
		if place != "here" {
			n.There++
		}
	}
	return n
}

func (i *Initiated) add(by string) {
	switch by {
	case "home":
		i.Home++
	case "partner":
		i.Partner++
	case "both":
		i.Both++
	case "other":
		i.Other++
	default:
		i.Unknown++
	}
}

// Balance is the smaller number over the larger one: 1 is as many here as there, 0 all on one side.
func (n Reciprocity) Balance() float64 {
	return Share{min(n.Here, n.There), max(n.Here, n.There)}.Ratio()
}

func (n Reciprocity) figure() Figure {
	if n.Placed < fewestPlaced {
		return silent(Reason{Key: "indicator.reciprocity.few"})
	}
	f := Figure{Rows: n.Rows, Said: []Reason{
		{Key: "indicator.reciprocity.places", Args: []any{n.Here, n.There}},
		{Key: "indicator.reciprocity.balance", Args: []any{decimal(n.Balance())}},
	}}
	if known := n.Initiated; known != (Initiated{Unknown: known.Unknown}) {
		f.Said = append(f.Said, Reason{Key: "indicator.reciprocity.initiated", Args: []any{known.Home, known.Partner, known.Both, known.Other, known.Unknown}})
	} else {
		f.Said = append(f.Said, Reason{Key: "indicator.reciprocity.initiator_unknown"})
	}
	if n.Online+n.Unplaced > 0 {
		f.Said = append(f.Said, Reason{Key: "indicator.reciprocity.rest", Args: []any{n.Online, n.Unplaced}})
	}
	return f.ranked(n.Balance())
}

// decimal is a number that sentences write with the point or comma of their language.
type decimal float64

func (d decimal) In(l i18n.Lang) string { return l.Decimal(float64(d)) }
