package portal

import (
	"cmp"
	"slices"
)

// Sort puts a list in order; what is equal keeps its place beside the other. It sorts numbers of places, whatever the list holds: records
// are large, so that they are better moved once, and the compiler copies all of slices.SortFunc for each type of what it moves.
func Sort[T any](list []T, compare func(a, b T) int) {
	if len(list) < 2 {
		return
	}
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(i, j int) int { return cmp.Or(compare(list[i], list[j]), i-j) })
	before := slices.Clone(list)
	for i, from := range places {
		list[i] = before[from]
	}
}
