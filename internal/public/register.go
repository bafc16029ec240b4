package public

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"

	"kotakembar/internal/store"
)

// register keeps a long list in memory as its lines: what it is narrowed, counted and put in order by. What a part of it shows is read
// for that part alone. The lines are read when the list is first asked for, and after a write those of the ties that it touched.
type register struct {
	list   store.List
	order  func(a, b *store.Line, ix *tieIndex) int // before their numbers
	facets []lineFacet
	kept   making[lineIndex]
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
	lines   *store.Lines
	columns columns
	byID    []int32 // lines in the order of their numbers
}

func newRegisters(within bool) map[store.List]*register {
	all := map[store.List]*register{}
	for _, g := range []*register{
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
		g.kept.within = within
		all[g.list] = g
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
	return g.kept.get(ctx, func(made *lineIndex) bool {
		return made.mark == ix.mark && made.day == ix.day
	}, func(ctx context.Context, last *lineIndex) (*lineIndex, error) {
		return g.renewed(ctx, s.Store, last, ix)
	})
}

// renewed reads all lines, or of many ties those that were written to since the last time; the others stay in their order.
func (g *register) renewed(ctx context.Context, st *store.Store, last *lineIndex, ix *tieIndex) (*lineIndex, error) {
	if last == nil || !last.mark.Many || !ix.mark.Many {
		read, err := st.Lines(ctx, g.list, nil)
		if err != nil {
			return nil, err
		}
		return g.index(read, ix), nil
	}
	touched, err := st.TiesSince(ctx, last.mark.Edition)
	if err != nil {
		return nil, err
	}
	read, err := st.Lines(ctx, g.list, touched)
	if err != nil {
		return nil, err
	}
	again := map[int64]bool{}
	for _, id := range touched {
		again[id] = true
	}
	var stay []int32
	for line := range last.lines.Len() {
		l := last.lines.At(line)
		if !again[l.CityID] && !slices.ContainsFunc(l.Also, func(id int64) bool { return again[id] }) {
			stay = append(stay, int32(line))
		}
	}
	lines := last.lines.Picked(stay)
	if last.day != ix.day {
		lines = g.ordered(lines, ix) // some orders turn with the day
	}
	return g.laid(g.merged(lines, g.ordered(read, ix), ix), ix), nil
}

// ordered puts lines in the order of the list.
func (g *register) ordered(lines *store.Lines, ix *tieIndex) *store.Lines {
	list, order := lines.All(), inSequence(lines.Len())
	slices.SortFunc(order, func(a, b int32) int { return g.compare(&list[a], &list[b], ix) })
	return lines.Picked(order)
}

// inSequence is the numbers of so many lines as they stand.
func inSequence(lines int) []int32 {
	order := make([]int32, lines)
	for i := range order {
		order[i] = int32(i)
	}
	return order
}

func (g *register) compare(a, b *store.Line, ix *tieIndex) int {
	return cmp.Or(g.order(a, b, ix), cmp.Compare(a.ID, b.ID))
}

// merged puts a few sorted lines among many: where each belongs is looked for by halves. It writes to many.
func (g *register) merged(many, few *store.Lines, ix *tieIndex) *store.Lines {
	order, rest := make([]int32, 0, many.Len()+few.Len()), inSequence(many.Len())
	for _, l := range few.All() {
		at, _ := slices.BinarySearchFunc(rest, &l, func(line int32, l *store.Line) int { return g.compare(new(many.At(int(line))), l, ix) })
		order, rest = append(append(order, rest[:at]...), int32(many.Len())), rest[at:]
		many.Add(l)
	}
	return many.Picked(append(order, rest...))
}

// index puts lines in their order and in columns.
func (g *register) index(lines *store.Lines, ix *tieIndex) *lineIndex {
	return g.laid(g.ordered(lines, ix), ix)
}

// laid is the index of lines that stand in their order.
func (g *register) laid(lines *store.Lines, ix *tieIndex) *lineIndex {
	made := &lineIndex{mark: ix.mark, day: ix.day, lines: lines, byID: inSequence(lines.Len())}
	slices.SortFunc(made.byID, func(a, b int32) int { return cmp.Compare(lines.ID(int(a)), lines.ID(int(b))) })
	for _, f := range g.facets {
		var l store.Line
		made.columns = append(made.columns, newColumn(f.name, lines.Len(), func(line int) []string {
			l = lines.At(line)
			return f.of(&l, ix)
		}))
	}
	return made
}

// at is the place of a record in the list; ok is false where the list does not have it.
func (ix *lineIndex) at(id int64) (line int, ok bool) {
	i, ok := slices.BinarySearchFunc(ix.byID, id, func(line int32, id int64) int { return cmp.Compare(ix.lines.ID(int(line)), id) })
	if !ok {
		return 0, false
	}
	return int(ix.byID[i]), true
}

// whole is all lines of the list.
func (ix *lineIndex) whole() keptLines { return keptLines{ix, wholeSet(ix.lines.Len())} }

// having are the lines that count under a value of a facet.
func (ix *lineIndex) having(facet, value string) keptLines {
	return keptLines{ix, ix.columns.of(facet).having(value)}
}

// placesOf are all places of a record: its own and those of what it stands under.
func (ix *lineIndex) placesOf(id int64) (places []int64) {
	line, ok := ix.at(id)
	if !ok {
		return nil
	}
	l := ix.lines.At(line)
	if l.CityID != 0 {
		places = append(places, l.CityID)
	}
	return append(places, l.Also...)
}

// count is how many lines count under a value of a facet.
func (ix *lineIndex) count(facet, value string) int { return ix.columns.of(facet).total(value) }

// values are the choices of a facet that any line has, in the order of the lines.
func (ix *lineIndex) values(facet string) []string { return ix.columns.of(facet).values }

// beginList starts a page of a long list that may rest on acts, too.
func (s Site) beginList(r *http.Request, list store.List, acts ...string) (*sheet, *tieIndex, *lineIndex, error) {
	sh, ix, err := s.beginWithIndex(r, acts...)
	if err != nil {
		return nil, nil, nil, err
	}
	lines, err := s.lines(r.Context(), list, ix)
	return sh, ix, lines, err
}
