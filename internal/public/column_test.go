package public

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWhatChoicesLeaveIsWhatIsLeftWhenEachLineIsLookedAt compares sets of bits with a walk over all lines, for columns of few and of many
// values, of lines with several values and with none.
func TestWhatChoicesLeaveIsWhatIsLeftWhenEachLineIsLookedAt(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for _, lines := range []int{0, 1, 63, 64, 65, 1000} {
		facets := map[string][][]string{}
		var cs columns
		for name, kinds := range map[string]int{"few": 5, "many": 3 * mostSets} {
			said := make([][]string, lines)
			for i := range said {
				for _, n := range dice.Perm(kinds)[:dice.IntN(3)] {
					said[i] = append(said[i], fmt.Sprint(n))
				}
			}
			facets[name] = said
			cs = append(cs, newColumn(name, lines, func(line int) []string { return said[line] }))
		}
		for range 30 {
			chosen := map[string]string{}
			for name := range facets {
				if dice.IntN(2) == 0 {
					chosen[name] = fmt.Sprint(dice.IntN(6)) // one that no line of few has among them
				}
			}
			var called lineSet
			if dice.IntN(2) == 0 {
				called = newLineSet(lines)
				for line := range lines {
					if dice.IntN(3) > 0 {
						called.add(line)
					}
				}
			}
			comparePicked(t, cs, facets, lines, chosen, called)
		}
	}
}

func comparePicked(t *testing.T, cs columns, facets map[string][][]string, lines int, chosen map[string]string, called lineSet) {
	t.Helper()
	fits := func(line int, without string) bool {
		if called != nil && !called.has(line) {
			return false
		}
		for name, value := range chosen {
			if name != without && !slices.Contains(facets[name][line], value) {
				return false
			}
		}
		return true
	}
	got := cs.pick(lines, chosen, called)
	var kept []int
	beside, counts := map[string]int{}, map[string]int{}
	for line := range lines {
		if fits(line, "") {
			kept = append(kept, line)
		}
		for name, said := range facets {
			if fits(line, name) {
				beside[name]++
				for _, value := range said[line] {
					counts[name+" "+value]++
				}
			}
		}
	}
	if list := slices.Collect(got.kept.from(0)); !slices.Equal(list, kept) || got.kept.count() != len(kept) {
		t.Errorf("%d lines, %v: kept %v, want %v", lines, chosen, list, kept)
	}
	for passed := range kept {
		if next := slices.Collect(got.kept.from(passed)); !slices.Equal(next, kept[passed:]) {
			t.Fatalf("after %d lines come %v, want %v", passed, next, kept[passed:])
		}
		if passed > 3 {
			break
		}
	}
	said := map[string]int{}
	for _, c := range cs {
		if n := got.besideOf(c.facet); n != beside[c.facet] {
			t.Errorf("%d lines, %v: %d beside %s, want %d", lines, chosen, n, c.facet, beside[c.facet])
		}
		for _, value := range c.values {
			if n := got.count(c.facet, value); n > 0 {
				said[c.facet+" "+value] = n
			}
		}
	}
	if !maps.Equal(said, counts) {
		t.Errorf("%d lines, %v: counted %v, want %v", lines, chosen, said, counts)
	}
}
