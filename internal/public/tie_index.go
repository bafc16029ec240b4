package public

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// tieIndexes keeps the index of ties that fits the register as it is.
type tieIndexes struct {
	turn chan struct{} // of whom makes it
	now  *tieIndex
}

func newTieIndexes() *tieIndexes { return &tieIndexes{turn: make(chan struct{}, 1)} }

// tieIndex is what the directory needs of all ties to narrow, count and order them: some dozen bytes of each, so that very many are
// looked through in the time of one question to the database. It is made anew when any tie was written to, and when the day turns.
type tieIndex struct {
	mark    store.TieMark
	day     string
	lines   []tieLine
	columns columns                   // in the order of tieFacets
	cities  map[int64]*portal.Summary // of all places, the home city too, by number
	places  map[string]int64          // their numbers by address
	oldest  []portal.Tie              // for the share card
	guard   sync.Mutex
	orders  map[string][]int32 // of lines, by language and order
}

// tieLine is the summary of a tie with the words that it is found by.
type tieLine struct {
	portal.Summary
	words string
}

// tieFacets are the ways to narrow the directory, and what a tie counts under in each.
var tieFacets = []struct {
	name string
	of   func(portal.Summary) []string
}{
	{"vitality", func(s portal.Summary) []string { return []string{string(s.Label)} }},
	{"sector", func(s portal.Summary) []string { return s.Sectors }},
	{"standing", func(s portal.Summary) []string { return []string{string(s.Standing)} }},
	{"legal", func(s portal.Summary) []string { return []string{string(s.Mark)} }},
	{"continent", func(s portal.Summary) []string { return []string{string(i18n.ContinentOf(s.Country))} }},
	{"country", func(s portal.Summary) []string { return []string{s.Country} }},
	{"since", func(s portal.Summary) []string { return []string{decadeOf(s.Start)} }},
}

// unknownDecade stands for what has not begun, or nobody knows when.
const unknownDecade = "unknown"

// decadeOf is the first of the ten years in which a tie began.
func decadeOf(start portal.Date) string {
	if start == "" {
		return unknownDecade
	}
	return strconv.Itoa(start.Year() / 10 * 10)
}

// tieIndex returns the index for the register as it stands, in one question where nothing has changed.
func (s Site) tieIndex(ctx context.Context, now time.Time) (*tieIndex, error) {
	mark, err := s.Store.TieMark(ctx)
	if err != nil {
		return nil, err
	}
	k, day := s.indexes, now.Format(time.DateOnly)
	select { // one makes it, the others wait for it as long as their readers may wait
	case k.turn <- struct{}{}:
		defer func() { <-k.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if k.now != nil && k.now.mark == mark && k.now.day == day {
		return k.now, nil
	}
	made, err := s.newTieIndex(ctx, mark, k.now, now)
	if err != nil {
		return nil, err
	}
	made.day = day
	k.now = made
	return made, nil
}

// newTieIndex makes the index of few ties from the ties themselves, and that of many from their summaries: those that are new since
// the last index.
func (s Site) newTieIndex(ctx context.Context, mark store.TieMark, last *tieIndex, now time.Time) (*tieIndex, error) {
	if !mark.Many {
		said, err := s.summaries(ctx, now)
		if err != nil {
			return nil, err
		}
		return s.indexed(ctx, mark, said)
	}
	var after int64
	if last != nil && last.mark.Many {
		after = last.mark.Edition
	}
	found, err := s.Store.Summaries(ctx, after, now)
	if err != nil {
		return nil, err
	}
	mark = store.TieMark{Edition: found.Edition, Many: true}
	if after == 0 {
		return s.indexed(ctx, mark, found.Said)
	}
	again := map[int64]bool{}
	for _, one := range found.Said {
		again[one.CityID] = true
	}
	for _, id := range found.Gone {
		again[id] = true
	}
	said := found.Said
	for id, one := range last.cities {
		if !again[id] {
			said = append(said, *one)
		}
	}
	return s.indexed(ctx, mark, said)
}

// summaries are those of all ties of a register that holds few.
func (s Site) summaries(ctx context.Context, now time.Time) ([]portal.Summary, error) {
	cities, err := s.Store.Cities.All(ctx)
	if err != nil {
		return nil, err
	}
	ties, _, err := s.Store.Ties(ctx, cities)
	if err != nil {
		return nil, err
	}
	said := make([]portal.Summary, len(ties))
	for i, t := range ties {
		said[i] = t.Summary(now)
	}
	return said, nil
}

// indexed is the index of some summaries. The home city is none of the directory, nor are places that nothing names any more.
func (s Site) indexed(ctx context.Context, mark store.TieMark, said []portal.Summary) (*tieIndex, error) {
	ix := &tieIndex{mark: mark, orders: map[string][]int32{}, cities: map[int64]*portal.Summary{}, places: map[string]int64{}}
	slices.SortFunc(said, func(a, b portal.Summary) int { return cmp.Compare(a.CityID, b.CityID) })
	for i, one := range said {
		ix.cities[one.CityID], ix.places[one.Slug] = &said[i], one.CityID
		if !one.Home && (one.Standing != portal.NoTie || one.Named) {
			ix.lines = append(ix.lines, tieLine{one, wordsOfTie(one)})
		}
	}
	for _, f := range tieFacets {
		ix.columns = append(ix.columns, newColumn(f.name, len(ix.lines), func(line int) []string { return f.of(ix.lines[line].Summary) }))
	}
	var err error
	ix.oldest, err = s.oldest(ctx, ix)
	return ix, err
}

// skylineMost is how many buildings a share card has room for.
const skylineMost = 60

// oldest are the partners, and after them the ties that have ended, that began first: as many as a card shows.
func (s Site) oldest(ctx context.Context, ix *tieIndex) ([]portal.Tie, error) {
	var ids []int64
	for _, standing := range []portal.Standing{portal.Partner, portal.Ended} {
		for _, i := range ix.order(i18n.ID, orders[0]) {
			if l := ix.lines[i]; l.Standing == standing && len(ids) < skylineMost {
				ids = append(ids, l.CityID)
			}
		}
	}
	ties, _, err := s.tiesOf(ctx, ids)
	return ties, err
}

// tiesOf are the ties with some cities, in the order of their numbers here.
func (s Site) tiesOf(ctx context.Context, ids []int64) ([]portal.Tie, store.Rulings, error) {
	byID, err := s.Store.Cities.Named(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	var cities []portal.City
	for _, id := range ids {
		if c, ok := byID[id]; ok { // it may have been taken out since
			cities = append(cities, c)
		}
	}
	return s.Store.Ties(ctx, cities)
}

// wordsOfTie are the names of the city, its country and its continent, in either language, as they are looked for.
func wordsOfTie(s portal.Summary) string {
	names := append([]string{s.Name.ID, s.Name.EN, s.Native, s.Region}, s.Aliases...)
	for _, l := range i18n.Langs {
		names = append(names, l.Country(s.Country), l.Continent(i18n.ContinentOf(s.Country)))
	}
	return folded(strings.Join(names, "\n"))
}
