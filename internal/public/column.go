package public

import (
	"cmp"
	"slices"

	"kotakembar/internal/portal"
)

// mostSets is up to how many values a column keeps the lines of each as a set. Of more, such as places, lines are counted one by one.
const mostSets = 64

// column is what each line of a list counts under in one facet, as numbers of values.
type column struct {
	facet   string
	values  []string // in the order in which lines first have them
	numbers map[string]uint32
	flat    []uint32  // numbers of values, line after line
	from    []uint32  // where those of a line begin in flat; one more than there are lines
	totals  []int     // lines by value
	sets    []lineSet // by value; nil where there are too many values
	lists   [][]int32 // lines by value where there are no sets
	popular []string  // values, the commonest first, where there are no sets
}

// newColumn reads what each of some lines counts under; an empty word is nothing.
func newColumn(facet string, lines int, of func(line int) []string) column {
	c := column{facet: facet, from: make([]uint32, 1, lines+1), numbers: map[string]uint32{}}
	for line := range lines {
		for _, value := range of(line) {
			if value == "" {
				continue
			}
			n, ok := c.numbers[value]
			if !ok {
				n = uint32(len(c.values))
				c.numbers[value], c.values, c.totals = n, append(c.values, value), append(c.totals, 0)
			}
			c.flat = append(c.flat, n)
			c.totals[n]++
		}
		c.from = append(c.from, uint32(len(c.flat)))
	}
	c.gather(lines)
	return c
}

// gather turns the column round: the lines of each value.
func (c *column) gather(lines int) {
	if len(c.values) <= mostSets {
		c.sets = make([]lineSet, len(c.values))
		for n := range c.sets {
			c.sets[n] = newLineSet(lines)
		}
	} else {
		c.lists = make([][]int32, len(c.values))
		room := make([]int32, 0, len(c.flat))
		for n, total := range c.totals {
			c.lists[n] = room[len(room) : len(room) : len(room)+total]
			room = room[:len(room)+total]
		}
		c.popular = slices.Clone(c.values)
		portal.Sort(c.popular, func(a, b string) int { return cmp.Compare(c.total(b), c.total(a)) })
	}
	for line := range lines {
		for _, n := range c.of(line) {
			if c.sets != nil {
				c.sets[n].add(line)
			} else {
				c.lists[n] = append(c.lists[n], int32(line))
			}
		}
	}
}

// of are the numbers of the values of a line.
func (c column) of(line int) []uint32 { return c.flat[c.from[line]:c.from[line+1]] }

// total is how many lines have a value.
func (c column) total(value string) int {
	if n, ok := c.numbers[value]; ok {
		return c.totals[n]
	}
	return 0
}

// having are the lines that have a value.
func (c column) having(value string) lineSet {
	n, ok := c.numbers[value]
	if ok && c.sets != nil {
		return c.sets[n]
	}
	s := newLineSet(len(c.from) - 1)
	if ok {
		for _, line := range c.lists[n] {
			s.add(int(line))
		}
	}
	return s
}

// count is how many lines of a set have the value of a number; nil stands for all lines.
func (c column) count(n uint32, set lineSet) (lines int) {
	switch {
	case set == nil:
		return c.totals[n]
	case c.sets != nil:
		return c.sets[n].countWith(set)
	}
	for _, line := range c.lists[n] {
		if set.has(int(line)) {
			lines++
		}
	}
	return lines
}

// columns are the facets of all lines of a list.
type columns []column

// of is the column of a facet, an empty one where there is none.
func (cs columns) of(facet string) column {
	for _, c := range cs {
		if c.facet == facet {
			return c
		}
	}
	return column{from: make([]uint32, 1)}
}

// picked is what choices leave of a list.
type picked struct {
	kept    lineSet
	columns columns
	left    []lineSet // by column: lines that the choices in all other columns leave; nil for all lines
	beside  []int     // how many these are
}

// pick narrows lines, called are those that are left of them before, nil for all. A value that no line has leaves nothing. What a facet
// counts are the lines that the choices in all other facets leave.
func (cs columns) pick(lines int, chosen map[string]string, called lineSet) picked {
	narrowings := make([]lineSet, len(cs))
	for i, c := range cs {
		if value, ok := chosen[c.facet]; ok {
			narrowings[i] = c.having(value)
		}
	}
	// left are the lines that all choices leave but that of one column; nil for all lines.
	left := func(without int) lineSet {
		left := called
		for i, n := range narrowings {
			switch {
			case i == without || n == nil:
			case left == nil:
				left = n
			default:
				left = left.with(n)
			}
		}
		return left
	}
	kept := left(-1)
	p := picked{kept: kept, columns: cs, left: make([]lineSet, len(cs)), beside: make([]int, len(cs))}
	if kept == nil {
		p.kept = wholeSet(lines)
	}
	for i := range cs {
		set, n := kept, lines
		if narrowings[i] != nil {
			set = left(i)
		}
		if set != nil {
			n = set.count()
		}
		p.left[i], p.beside[i] = set, n
	}
	return p
}

// count is how many lines a value of a facet would leave beside the other choices.
func (p picked) count(facet, value string) int {
	for i, c := range p.columns {
		if n, ok := c.numbers[value]; ok && c.facet == facet {
			return c.count(n, p.left[i])
		}
	}
	return 0
}

// besideOf is how many lines all choices leave but that of a facet.
func (p picked) besideOf(facet string) int {
	for i, c := range p.columns {
		if c.facet == facet {
			return p.beside[i]
		}
	}
	return 0
}
