package portal_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"kotakembar/internal/portal"
)

func TestSortedListKeepsTheOrderOfEquals(t *testing.T) {
	t.Parallel()
	type entry struct{ year, place int }
	byYear := func(a, b entry) int { return cmp.Compare(a.year, b.year) }
	for size := range 200 {
		list := make([]entry, size)
		for i := range list {
			list[i] = entry{rand.IntN(9), i}
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, byYear)
		if portal.Sort(list, byYear); !slices.Equal(list, want) {
			t.Fatalf("%v, want %v", list, want)
		}
	}
}
