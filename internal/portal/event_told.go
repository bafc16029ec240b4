package portal

import (
	"maps"
	"slices"
)

// What the rows of an event say of it together. The order of the rows never matters.

// telling are the rows that may say what the event was. Rows of protocol say nothing, whatever stands in them: protocol raises
// nothing but the number of activities.
func (e event) telling() []Activity {
	return keep(e.rows, func(a Activity) bool { return a.Nature == Substantive })
}

// participants takes the most that a row says by group.
func (e event) participants() Participants {
	var p Participants
	for _, a := range e.telling() {
		p = p.most(a.Participants)
	}
	return p
}

func (c Participants) most(q Participants) Participants {
	return Participants{
		Elected:  larger(c.Elected, q.Elected),
		Official: larger(c.Official, q.Official),
		Student:  larger(c.Student, q.Student),
		Resident: larger(c.Resident, q.Resident),
		Artist:   larger(c.Artist, q.Artist),
		Business: larger(c.Business, q.Business),
	}
}

func larger(a, b *int64) *int64 {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}

// sectors are the codes of all fields that a row names, sorted.
func (e event) sectors() []string {
	var codes []string
	for _, a := range e.telling() {
		codes = append(codes, a.Sectors...)
	}
	return sorted(codes)
}

// place is where the event was: both where rows name both sides, else the one that a row names; empty = unknown.
func (e event) place() string {
	return oneSide(e.telling(), func(a Activity) string { return a.Place }, "here", "there", "online")
}

// initiator is who started the event, taken together like its place.
func (e event) initiator() string {
	return oneSide(e.telling(), func(a Activity) string { return a.Initiator }, "home", "partner", "other")
}

// oneSide is "both" where rows say so or name both sides, else the first of the answers that a row gives.
func oneSide(rows []Activity, of func(Activity) string, ours, theirs, neither string) string {
	said := map[string]bool{}
	for _, a := range rows {
		said[of(a)] = true
	}
	if said["both"] || said[ours] && said[theirs] {
		return "both"
	}
	for _, answer := range []string{ours, theirs, neither} {
		if said[answer] {
			return answer
		}
	}
	return ""
}

// locals are the organisations of the home side that a row names, each once, in the order of their names.
func (e event) locals() []Organisation {
	byName := map[string]Organisation{}
	for _, a := range e.telling() {
		for _, o := range a.Organisations {
			if known, ok := byName[o.key()]; o.Side == SideHome && (!ok || o.Name.ID < known.Name.ID) {
				byName[o.key()] = o
			}
		}
	}
	var list []Organisation
	for _, key := range slices.Sorted(maps.Keys(byName)) {
		list = append(list, byName[key])
	}
	return list
}

// payers tells for each that a row names whether what it bore is known. Rows of protocol speak here, too: ceremony costs money.
func (e event) payers() map[string]bool {
	payers := map[string]bool{}
	for _, a := range e.rows {
		known := map[string]bool{}
		for _, c := range a.Costs {
			before, named := known[c.Payer]
			known[c.Payer] = c.Amount != nil && (before || !named)
		}
		for payer, all := range known {
			payers[payer] = payers[payer] || all
		}
	}
	return payers
}

// sorted is the list in order, each entry once.
func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
