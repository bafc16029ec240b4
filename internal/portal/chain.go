package portal

import (
	"cmp"
	"slices"
)

// Chain is a paper with all that it rests on and all that rests on any of them: the first, then each below the one that it extends
// or implements, the earliest first and those without a date last. A ring of parents is walked once.
func (t Tie) Chain(a Agreement) []Agreement {
	first, seen := a, map[int64]bool{a.ID: true}
	for {
		i := slices.IndexFunc(t.Agreements, func(p Agreement) bool { return p.ID == first.ParentID })
		if i < 0 || seen[t.Agreements[i].ID] {
			break
		}
		first = t.Agreements[i]
		seen[first.ID] = true
	}
	return t.below(first, map[int64]bool{})
}

// below is a paper and all that rests on it, but what was seen.
func (t Tie) below(a Agreement, seen map[int64]bool) []Agreement {
	seen[a.ID] = true
	chain := []Agreement{a}
	resting := keep(t.Agreements, func(o Agreement) bool { return o.ParentID == a.ID })
	Sort(resting, func(a, b Agreement) int {
		return cmp.Or(yesFirst(b.SignedOn != "", a.SignedOn != ""), a.SignedOn.Earliest().Compare(b.SignedOn.Earliest()), cmp.Compare(a.ID, b.ID))
	})
	for _, o := range resting {
		if !seen[o.ID] {
			chain = append(chain, t.below(o, seen)...)
		}
	}
	return chain
}
