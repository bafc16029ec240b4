package store_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// TestLinesSayWhatWasAdded adds lines by chance, some of which say the same, picks some of them out and adds more to those.
func TestLinesSayWhatWasAdded(t *testing.T) {
	t.Parallel()
	chance := rand.New(rand.NewPCG(1, 2))
	words := func() (list []string) {
		for range chance.IntN(3) {
			list = append(list, []string{"", "a", "ab", "b"}[chance.IntN(4)])
		}
		return list
	}
	line := func(id int64) store.Line {
		l := store.Line{ID: id, CityID: chance.Int64N(5), Says: words(), Sectors: words()}
		if year := chance.IntN(20); year > 0 {
			l.On = portal.Date(strconv.Itoa(2000 + year))
		}
		for range chance.IntN(3) {
			l.Also = append(l.Also, chance.Int64N(300))
		}
		return l
	}
	kept, want := &store.Lines{}, []store.Line{}
	for id := range int64(500) {
		l := line(id)
		want = append(want, l)
		l.Says, l.Sectors, l.Also = slices.Clone(l.Says), slices.Clone(l.Sectors), slices.Clone(l.Also)
		kept.Add(l)
		for i := range l.Says { // the row that was read is written over by the next one
			l.Says[i] = "overwritten"
		}
	}
	mustSay(t, kept, want)
	var order []int32
	var some []store.Line
	for _, i := range chance.Perm(500)[:100] {
		order, some = append(order, int32(i)), append(some, want[i])
	}
	picked := kept.Picked(order)
	for id := range int64(100) {
		l := line(1000 + id)
		picked.Add(l)
		some = append(some, l)
	}
	mustSay(t, picked, some)
	mustSay(t, kept, want)
}

func mustSay(t *testing.T, kept *store.Lines, want []store.Line) {
	t.Helper()
	if kept.Len() != len(want) {
		t.Fatalf("%d lines, want %d", kept.Len(), len(want))
	}
	for i, said := range kept.All() {
		if kept.ID(i) != want[i].ID || !reflect.DeepEqual(emptied(said), emptied(want[i])) {
			t.Fatalf("line %d says %+v, want %+v", i, said, want[i])
		}
	}
}

// emptied writes lists of nothing in one way.
func emptied(l store.Line) store.Line {
	l.Says, l.Sectors, l.Also = append([]string{}, l.Says...), append([]string{}, l.Sectors...), append([]int64{}, l.Also...)
	return l
}
