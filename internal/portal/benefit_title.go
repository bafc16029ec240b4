package portal

import (
	"cmp"
	"slices"
	"strconv"
)

// The title of each drawing says what it shows, by the first rule that holds; where none does, it only says what is drawn.

// titleRule is a title and whether it holds.
type titleRule struct {
	holds bool
	title Reason
}

func titled(neutral string, rules ...titleRule) Reason {
	for _, r := range rules {
		if r.holds {
			return r.title
		}
	}
	return Reason{Key: neutral}
}

// YearsTitle says how many of the events lack a written result.
func (b Benefits) YearsTitle() Reason {
	silent := Share{b.Results().Of - b.Results().Part, b.Results().Of}
	part := silent.Said()
	return titled("benefits.years",
		titleRule{silent.Of == 0, Reason{Key: "benefits.years.none", Args: []any{b.since()}}},
		titleRule{part == "", Reason{Key: "benefits.years"}},
		titleRule{part == PartAll, Reason{Key: "benefits.years.all_silent"}},
		titleRule{part == PartNone, Reason{Key: "benefits.years.all_reported"}},
		titleRule{true, Reason{Key: "benefits.years.part", Args: []any{part}}},
	)
}

// since is the first year of the figures, as sentences write it.
func (b Benefits) since() Date { return Date(strconv.Itoa(b.From)) }

// PeopleTitle says how many citizens took part, as far as they were counted.
func (b Benefits) PeopleTitle() Reason {
	sum := b.Citizens()
	return titled("benefits.people",
		titleRule{b.SubstanceResults().Of == 0, Reason{Key: "benefits.people.none"}},
		titleRule{sum.Counted == 0, Reason{Key: "benefits.people.uncounted"}},
		titleRule{sum.People > 0, Reason{Key: "benefits.people.least", Args: []any{int(sum.People)}}},
	)
}

// CostsTitle says of how many events the cost is known.
func (b Benefits) CostsTitle() Reason {
	sums := b.Costs()
	return titled("benefits.costs",
		titleRule{b.Events() == 0, Reason{Key: "benefits.costs"}},
		titleRule{len(sums.Totals()) == 0, Reason{Key: "benefits.costs.none"}},
		titleRule{sums.Known == b.Events(), Reason{Key: "benefits.costs.all"}},
		titleRule{sums.Known == 0, Reason{Key: "benefits.costs.parts"}},
		titleRule{true, counted("benefits.costs.some", sums.Known, b.Events())},
	)
}

// FieldsTitle names the field in which most happened, or two that share the place.
func FieldsTitle(fields []FieldCount) Reason {
	totals := each(fields, func(f FieldCount) int { return f.Total })
	return mostOf("benefits.fields", totals, func(i int) any { return fields[i].Sector.Name })
}

// GoalsTitle names the goal that was touched most by its number, or two that share the place.
func GoalsTitle(goals []GoalCount) Reason {
	most := slices.Clone(goals)
	Sort(most, func(a, b GoalCount) int { return cmp.Compare(b.Total, a.Total) })
	totals := each(most, func(g GoalCount) int { return g.Total })
	return mostOf("benefits.goals", totals, func(i int) any { return int(most[i].Goal) })
}

// mostOf names the first of some totals, from the largest down, or the first two where they are equal and the third is less.
func mostOf(key string, totals []int, name func(int) any) Reason {
	at := append(totals, 0, 0, 0)
	switch {
	case at[0] == 0:
		return Reason{Key: key + ".none"}
	case at[0] > 1 && at[0] > at[1]:
		return Reason{Key: key + ".most", Args: []any{name(0)}}
	case at[0] > 1 && at[1] > at[2]:
		return Reason{Key: key + ".two", Args: []any{name(0), name(1)}}
	}
	return Reason{Key: key}
}

// PlacesTitle says on which side more happened, where enough events have a place.
func (b Benefits) PlacesTitle() Reason {
	here, there, placed := 0, 0, 0
	for _, n := range b.Places() {
		switch n.Answer {
		case "here":
			here += n.Total()
		case "there":
			there += n.Total()
		case "both":
			here, there, placed = here+n.Total(), there+n.Total(), placed-n.Total()
		}
	}
	placed += here + there
	return titled("benefits.places",
		titleRule{b.Events() == 0 || placed < fewestPlaced, Reason{Key: "benefits.places"}},
		titleRule{here > there, Reason{Key: "benefits.places.here"}},
		titleRule{there > here, Reason{Key: "benefits.places.there"}},
		titleRule{true, Reason{Key: "benefits.places.equal"}},
	)
}

// InitiatorsTitle says who started more, where it is known of enough events.
func (b Benefits) InitiatorsTitle() Reason {
	by := map[string]int{}
	for _, n := range b.Initiators() {
		by[n.Answer] = n.Total()
	}
	known := b.Events() - by[""]
	return titled("benefits.initiators",
		titleRule{b.Events() > 0 && known == 0, Reason{Key: "benefits.initiators.unknown"}},
		titleRule{known < fewestPlaced, Reason{Key: "benefits.initiators"}},
		titleRule{by["home"] > by["partner"], Reason{Key: "benefits.initiators.home"}},
		titleRule{by["partner"] > by["home"], Reason{Key: "benefits.initiators.partner"}},
	)
}
