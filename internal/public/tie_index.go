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
	"kotakembar/web/view"
)

// tieIndex is what the directory needs of all ties to narrow, count and order them: some dozen bytes of each, so that very many are
// looked through in the time of one question to the database. It is made anew when any tie was written to, and when the day turns.
type tieIndex struct {
	mark     store.TieMark
	asked    store.TieMark // for which it was made
	at       time.Time     // when it was made
	day      string
	all      []*portal.Summary // of all places, the home city too, in the order of their numbers
	renewed  int               // summaries that came since all were read at once
	lines    []tieLine
	columns  columns                   // in the order of tieFacets
	cities   map[int64]*portal.Summary // of all places, the home city too, by number
	home     *portal.Summary           // nil where there is none
	places   map[string]int64          // their numbers by address
	silent   map[int64]bool            // programs that ended and of which no result is on record
	guard    sync.Mutex
	made     map[string]any // what is made once
	drawings map[string]view.Fragment
	orders   map[string][]int32 // of lines, by language and order
}

// tieLine is the summary of a tie with the words that it is found by.
type tieLine struct {
	*portal.Summary
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
	{"sources", func(s portal.Summary) []string { return differing(s.Differs) }},
}

// sourcesDiffer stands for ties on whose main facts sources differ.
const sourcesDiffer = "differ"

func differing(differs bool) []string {
	if !differs {
		return nil
	}
	return []string{sourcesDiffer}
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
	return s.tieIndexAt(ctx, mark, now)
}

// tieIndexAt returns the index for the register as its mark has it.
func (s Site) tieIndexAt(ctx context.Context, mark store.TieMark, now time.Time) (*tieIndex, error) {
	day := now.Format(time.DateOnly)
	return s.indexes.get(ctx, func(ix *tieIndex) bool {
		return (ix.mark == mark || ix.asked == mark) && ix.day == day
	}, func(ctx context.Context, last *tieIndex) (*tieIndex, error) {
		made, err := s.newTieIndex(ctx, mark, last, now)
		if err != nil {
			return nil, err
		}
		made.asked, made.at, made.day = mark, now, day
		return made, nil
	})
}

// Summaries are those of all places, in the order of their numbers, as the pages have them. Nobody may write to them.
func (s Site) Summaries(ctx context.Context) ([]*portal.Summary, error) {
	ix, err := s.tieIndex(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	return ix.all, nil
}

// Prime makes what the first page needs of all ties, which takes some seconds where there are very many.
func (s Site) Prime(ctx context.Context) error {
	ix, err := s.tieIndex(ctx, s.Now())
	if err == nil {
		_, err = s.lines(ctx, store.ActivityList, ix)
	}
	return err
}

// ReadLists reads the long lists of a register that holds very many ties and adds up what their summaries tell, so that no reader has to
// wait for that.
func (s Site) ReadLists(ctx context.Context) error {
	ix, err := s.tieIndex(ctx, s.Now())
	if err != nil || !ix.mark.Many {
		return err
	}
	for list := range s.registers {
		if _, err := s.lines(ctx, list, ix); err != nil {
			return err
		}
	}
	ix.benefits(s.Now())
	ix.visitIndex()
	ix.dues()
	return nil
}

// newTieIndex makes the index of few ties from the ties themselves, and that of many from their summaries: those that are new since
// the last index. Once half of them have come so all are read anew, since the memory of those that they took the place of is only free
// with all that was read beside them.
func (s Site) newTieIndex(ctx context.Context, mark store.TieMark, last *tieIndex, now time.Time) (*tieIndex, error) {
	if !mark.Many {
		return s.smallIndex(ctx, mark, now)
	}
	var after int64
	if last != nil && last.mark.Many && 2*last.renewed < len(last.all) {
		after = last.mark.Edition
	}
	found, err := s.Store.Summaries(ctx, after, now)
	if err != nil {
		return nil, err
	}
	mark = store.TieMark{Edition: found.Edition, Many: true}
	if after == 0 {
		return indexed(mark, found.Said, nil), nil
	}
	again := map[int64]bool{}
	for _, one := range found.Said {
		again[one.CityID] = true
	}
	for _, id := range found.Gone {
		again[id] = true
	}
	said := found.Said
	words := map[int64]string{}
	for id, one := range last.cities {
		if !again[id] {
			said = append(said, one)
		}
	}
	for _, l := range last.lines {
		if !again[l.CityID] {
			words[l.CityID] = l.words
		}
	}
	made := indexed(mark, said, words)
	made.renewed = last.renewed + len(found.Said)
	return made, nil
}

// once returns what has been made under a key, for as long as the index holds.
func (ix *tieIndex) once(key string, makeIt func() any) any {
	if made := ix.had(key); made != nil {
		return made
	}
	made := makeIt() // two that ask at once make it twice, which does no harm
	ix.guard.Lock()
	defer ix.guard.Unlock()
	ix.made[key] = made
	return made
}

// had is what has been made under a key; nil where nothing has.
func (ix *tieIndex) had(key string) any {
	ix.guard.Lock()
	defer ix.guard.Unlock()
	return ix.made[key]
}

// smallIndex is that of a register that holds few ties: of the summaries that are kept where nothing was written since, as after a start,
// or else of the ties themselves, so that nobody waits until summaries are made and kept.
func (s Site) smallIndex(ctx context.Context, mark store.TieMark, now time.Time) (*tieIndex, error) {
	if mark.Stale == 0 {
		if said, err := s.Store.KeptSummaries(ctx, now); err != nil || said != nil {
			return indexed(mark, said, nil), err
		}
	}
	cities, err := s.Store.Cities.All(ctx)
	if err != nil {
		return nil, err
	}
	ties, _, err := s.Store.Ties(ctx, cities)
	if err != nil {
		return nil, err
	}
	said := make([]*portal.Summary, len(ties))
	for i, t := range ties {
		said[i] = new(t.Summary(now))
	}
	return indexed(mark, said, nil), nil
}

// indexed is the index of some summaries, of some of which the words are known. The home city is none of the directory, nor are places that nothing names any more.
func indexed(mark store.TieMark, said []*portal.Summary, words map[int64]string) *tieIndex {
	ix := &tieIndex{mark: mark, all: said, orders: map[string][]int32{}, made: map[string]any{}, drawings: map[string]view.Fragment{}, cities: map[int64]*portal.Summary{}, places: map[string]int64{}, silent: map[int64]bool{}}
	slices.SortFunc(said, func(a, b *portal.Summary) int { return cmp.Compare(a.CityID, b.CityID) })
	var fresh []int // lines whose words are new
	for _, one := range said {
		ix.cities[one.CityID], ix.places[one.Slug] = one, one.CityID
		if one.Home {
			ix.home = one
		}
		for _, program := range one.Silent {
			ix.silent[program] = true
		}
		if !one.Home && (one.Standing != portal.NoTie || one.Named) {
			known, ok := words[one.CityID]
			if !ok {
				fresh = append(fresh, len(ix.lines))
				known = wordsOfTie(*one)
			}
			ix.lines = append(ix.lines, tieLine{one, known})
		}
	}
	ix.putTogether(fresh)
	for _, f := range tieFacets {
		ix.columns = append(ix.columns, newColumn(f.name, len(ix.lines), func(line int) []string { return f.of(*ix.lines[line].Summary) }))
	}
	return ix
}

// putTogether keeps the words of some lines as one text, since the collector of garbage goes from one small piece to the next.
func (ix *tieIndex) putTogether(lines []int) {
	var text strings.Builder
	size := 0
	for _, line := range lines {
		size += len(ix.lines[line].words)
	}
	text.Grow(size)
	for _, line := range lines {
		text.WriteString(ix.lines[line].words)
	}
	rest := text.String()
	for _, line := range lines {
		size := len(ix.lines[line].words)
		ix.lines[line].words, rest = rest[:size], rest[size:]
	}
}

// tiesOf are the ties with some cities, in the order of their numbers here.
func (s Site) tiesOf(ctx context.Context, ids []int64) ([]portal.Tie, store.Rulings, error) {
	if len(ids) == 0 {
		return nil, nil, nil
	}
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

// learnedTies is tiesOf for a page that learns their evidence.
func (s Site) learnedTies(ctx context.Context, sh *sheet, ids []int64) ([]portal.Tie, error) {
	ties, rulings, err := s.tiesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	sh.learnTies(ties, rulings)
	return ties, nil
}

// wordsOfTie are the names of the city, its country and its continent, in either language, as they are looked for.
func wordsOfTie(s portal.Summary) string {
	names := append([]string{s.Name.ID, s.Name.EN, s.Native, s.Region}, s.Aliases...)
	for _, l := range i18n.Langs {
		names = append(names, l.Country(s.Country), l.Continent(i18n.ContinentOf(s.Country)))
	}
	return folded(strings.Join(names, "\n"))
}
