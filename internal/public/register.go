package public

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// register keeps a long list in memory as its lines: what it is narrowed, counted and put in order by. What a part of it shows is read
// for that part alone. The lines are read when the list is first asked for, and after a write those of the ties that it touched.
type register struct {
	list   store.List
	order  func(a, b *store.Line, ix *tieIndex) int // before their numbers
	facets []lineFacet
	turn   chan struct{} // of whom makes it
	now    *lineIndex
}

// lineFacet is a way to narrow a long list, and what a line counts under in it.
type lineFacet struct {
	name string
	of   func(l *store.Line, ix *tieIndex) []string
}

// lineIndex is the lines of a list in its order.
type lineIndex struct {
	mark    store.TieMark
	day     string // some facets turn with it
	lines   []store.Line
	columns columns
}

func newRegisters() map[store.List]*register {
	all := map[store.List]*register{}
	for _, g := range []register{
		{list: store.ProgramList, order: latestText, facets: []lineFacet{
			{"result", resultOfProgram}, {"status", says(1, nil)}, {"partner", partnersOf}, {"sector", sectorsOf}, {"kind", says(2, nil)},
		}},
		{list: store.ActivityList, order: newerLine, facets: []lineFacet{
			{"nature", says(1, nil)}, {"result", says(0, reportedWord)}, {"place", says(2, placeWord)}, {"partner", partnerOf}, {"sector", sectorsOf},
			{"kind", says(3, nil)}, {"year", yearOf},
		}},
		{list: store.AgreementList, order: olderPaper, facets: []lineFacet{{groupFacet, agreementGroupOf}}},
		{list: store.WayList, order: newerPaper, facets: []lineFacet{{"result", outcomeWord}}},
		{list: store.OtherApprovalList, order: newerLine},
		{list: store.PromiseList, order: dueFirst, facets: []lineFacet{
			{"partner", partnerOf}, {"sector", sectorsOf}, {"state", says(0, stateWord)}, {"due", overdueWord},
		}},
	} {
		g.turn = make(chan struct{}, 1)
		all[g.list] = &g
	}
	return all
}

// says is what a line says at a place, in the words of the query.
func says(at int, word func(string) string) func(*store.Line, *tieIndex) []string {
	return func(l *store.Line, _ *tieIndex) []string {
		if word == nil {
			return l.Says[at : at+1]
		}
		return []string{word(l.Says[at])}
	}
}

func reportedWord(reported string) string {
	if reported == "true" {
		return resultReported
	}
	return resultNone
}

// resultOfProgram is whether a result is on record; of what ended more than six months ago without one also that.
func resultOfProgram(l *store.Line, ix *tieIndex) []string {
	words := []string{reportedWord(l.Says[0])}
	if ix.silent[l.ID] {
		words = append(words, resultOverdue)
	}
	return words
}

func placeWord(place string) string { return cmp.Or(place, choiceUnknown) }

func partnerOf(l *store.Line, ix *tieIndex) []string {
	if c := ix.cities[l.CityID]; c != nil {
		return []string{c.Slug}
	}
	return nil
}

// partnersOf are all places of a program: its own and those of its agreements.
func partnersOf(l *store.Line, ix *tieIndex) []string {
	slugs := partnerOf(l, ix)
	for _, id := range l.Also {
		if c := ix.cities[id]; c != nil {
			slugs = append(slugs, c.Slug)
		}
	}
	return slugs
}

func sectorsOf(l *store.Line, _ *tieIndex) []string { return l.Sectors }

func yearOf(l *store.Line, _ *tieIndex) []string {
	if l.On == "" {
		return []string{choiceUnknown}
	}
	return []string{strconv.Itoa(l.On.Year())}
}

// latestText is the order of the table of programs: dates as text from the last one down, none at the end.
func latestText(a, b *store.Line, _ *tieIndex) int {
	if a.On == "" || b.On == "" {
		return byAge(a.On, b.On)
	}
	return cmp.Compare(b.On, a.On)
}

// newerLine puts what began later first, and what has no date last.
func newerLine(a, b *store.Line, _ *tieIndex) int {
	return cmp.Or(b.On.Earliest().Compare(a.On.Earliest()), cmp.Compare(b.ID, a.ID))
}

// lines returns the lines of a list for the register as the index of ties has it.
func (s Site) lines(ctx context.Context, list store.List, ix *tieIndex) (*lineIndex, error) {
	g := s.registers[list]
	select {
	case g.turn <- struct{}{}:
		defer func() { <-g.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if g.now != nil && g.now.mark == ix.mark && g.now.day == ix.day {
		return g.now, nil
	}
	made, err := g.renewed(ctx, s.Store, ix)
	if err != nil {
		return nil, err
	}
	g.now = made
	return made, nil
}

// renewed reads all lines, or of many ties those that were written to since the last time.
func (g *register) renewed(ctx context.Context, st *store.Store, ix *tieIndex) (*lineIndex, error) {
	var touched []int64
	var list []store.Line
	if g.now != nil && g.now.mark.Many && ix.mark.Many {
		var err error
		if touched, err = st.TiesSince(ctx, g.now.mark.Edition); err != nil {
			return nil, err
		}
		again := map[int64]bool{}
		for _, id := range touched {
			again[id] = true
		}
		for _, l := range g.now.lines {
			if !again[l.CityID] && !slices.ContainsFunc(l.Also, func(id int64) bool { return again[id] }) {
				list = append(list, l)
			}
		}
	}
	read, err := st.Lines(ctx, g.list, touched)
	if err != nil {
		return nil, err
	}
	return g.index(append(list, read...), ix), nil
}

func (g *register) index(list []store.Line, ix *tieIndex) *lineIndex {
	list = g.ordered(list, ix)
	made := &lineIndex{mark: ix.mark, day: ix.day, lines: list}
	for _, f := range g.facets {
		made.columns = append(made.columns, newColumn(f.name, len(list), func(line int) []string { return f.of(&list[line], ix) }))
	}
	return made
}

func (g *register) ordered(list []store.Line, ix *tieIndex) []store.Line {
	places := make([]*store.Line, len(list))
	for i := range list {
		places[i] = &list[i]
	}
	slices.SortFunc(places, func(a, b *store.Line) int { return cmp.Or(g.order(a, b, ix), cmp.Compare(a.ID, b.ID)) })
	ordered := make([]store.Line, len(list))
	for i, line := range places {
		ordered[i] = *line
	}
	return ordered
}

// all are the records of the list in its order.
func (ix *lineIndex) all() []int64 {
	ids := make([]int64, len(ix.lines))
	for i, l := range ix.lines {
		ids[i] = l.ID
	}
	return ids
}

// having are the records that count under a value of a facet, in the order of the list.
func (ix *lineIndex) having(facet, value string) (ids []int64) {
	left := ix.columns.pick(len(ix.lines), map[string]string{facet: value}, func(int) bool { return true })
	for _, line := range left.kept {
		ids = append(ids, ix.lines[line].ID)
	}
	return ids
}

// placesOf are all places of some records: their own and those of what they stand under.
func (ix *lineIndex) placesOf(ids []int64) map[int64][]int64 {
	places := map[int64][]int64{}
	for _, id := range ids {
		places[id] = nil
	}
	for _, l := range ix.lines {
		if _, wanted := places[l.ID]; !wanted {
			continue
		}
		if l.CityID != 0 {
			places[l.ID] = append(places[l.ID], l.CityID)
		}
		places[l.ID] = append(places[l.ID], l.Also...)
	}
	return places
}

// citiesOf are the cities of some lines.
func (ix *lineIndex) citiesOf(ids []int64) (cities []int64) {
	wanted := map[int64]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	for _, l := range ix.lines {
		if wanted[l.ID] {
			cities = append(cities, l.CityID)
		}
	}
	return cities
}

// count is how many lines count under a value of a facet.
func (ix *lineIndex) count(facet, value string) (n int) {
	c := ix.columns.of(facet)
	number, ok := c.number(value)
	for _, v := range c.flat {
		if ok && v == number {
			n++
		}
	}
	return n
}

// values are the choices of a facet that any line has, in the order of the lines.
func (ix *lineIndex) values(facet string) []string { return ix.columns.of(facet).values }

// drawn is a long list as a reader asked for it.
type drawn struct {
	facets[store.Line]
	index *lineIndex
	kept  []int64 // records, in the order of the list
}

// draw narrows a list by what a query asks for.
func (ix *lineIndex) draw(list []facet[store.Line], q url.Values) drawn {
	d := drawn{facets: narrowed(list, nil, q), index: ix}
	left := ix.columns.pick(len(ix.lines), d.chosen, func(int) bool { return true })
	d.left, d.all = &left, len(ix.lines)
	for _, line := range left.kept {
		d.kept = append(d.kept, ix.lines[line].ID)
	}
	return d
}

// mostChoices is how many choices a facet offers of which there are as many as there are places: the commonest.
const mostChoices = 60

// partnerChoices are the places of the lines as choices; of very many only those with most lines, and the one that was asked for.
func (sh *sheet) partnerChoices(lines *lineIndex, ix *tieIndex, q url.Values) []facetChoice {
	values := lines.values("partner")
	if len(values) > store.FewTies {
		values = lines.commonest("partner", mostChoices)
		if asked := q.Get("partner"); ix.places[asked] != 0 && !slices.Contains(values, asked) {
			values = append(values, asked)
		}
	}
	var choices []facetChoice
	for _, slug := range values {
		choices = append(choices, facetChoice{slug, ix.cities[ix.places[slug]].Name.In(sh.lang)})
	}
	return byWord(choices)
}

// commonest are the values of a facet that most lines have.
func (ix *lineIndex) commonest(facet string, most int) (values []string) {
	c := ix.columns.of(facet)
	counts, numbers := make([]int, len(c.values)), make([]int, len(c.values))
	for i := range numbers {
		numbers[i] = i
	}
	for _, v := range c.flat {
		counts[v]++
	}
	portal.Sort(numbers, func(a, b int) int { return cmp.Compare(counts[b], counts[a]) })
	for _, n := range numbers[:min(len(numbers), most)] {
		values = append(values, c.values[n])
	}
	return values
}

// sectorChoices are the fields of the lines as choices.
func (sh *sheet) sectorChoices(lines *lineIndex) []facetChoice {
	var choices []facetChoice
	for _, code := range lines.values("sector") {
		choices = append(choices, facetChoice{code, sh.sectorNames([]string{code})})
	}
	return byWord(choices)
}

// beginList starts a page of a long list.
func (s Site) beginList(r *http.Request, list store.List) (*sheet, *tieIndex, *lineIndex, error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, nil, nil, err
	}
	lines, err := s.lines(r.Context(), list, ix)
	return sh, ix, lines, err
}
