package public

// column is what each line of a list counts under in one facet, as numbers of values.
type column struct {
	facet  string
	values []string // in the order in which lines first have them
	flat   []uint32 // numbers of values, line after line
	from   []uint32 // where those of a line begin in flat; one more than there are lines
}

// newColumn reads what each of some lines counts under; an empty word is nothing.
func newColumn(facet string, lines int, of func(line int) []string) column {
	c := column{facet: facet, from: make([]uint32, 1, lines+1)}
	numbers := map[string]uint32{}
	for line := range lines {
		for _, value := range of(line) {
			if value == "" {
				continue
			}
			n, ok := numbers[value]
			if !ok {
				n = uint32(len(c.values))
				numbers[value], c.values = n, append(c.values, value)
			}
			c.flat = append(c.flat, n)
		}
		c.from = append(c.from, uint32(len(c.flat)))
	}
	return c
}

// of are the numbers of the values of a line.
func (c column) of(line int) []uint32 { return c.flat[c.from[line]:c.from[line+1]] }

// number is that of a value; ok is false where no line has it.
func (c column) number(value string) (number uint32, ok bool) {
	for i, v := range c.values {
		if v == value {
			return uint32(i), true
		}
	}
	return 0, false
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
	return column{}
}

// picked is what choices leave of a list.
type picked struct {
	kept   []int32                   // lines
	counts map[string]map[string]int // by facet and value: lines that the value would leave beside the other choices
	beside map[string]int            // by facet: lines that the other choices leave
}

// narrowing is a choice as columns read it. A value that no line has leaves nothing.
type narrowing struct {
	column int
	value  uint32
	known  bool
}

// tally counts the lines that choices leave by the values of each column.
type tally struct {
	by     [][]int
	beside []int
}

// pick looks once through all lines. A line that one choice alone shuts out still counts in the facet of that choice.
func (cs columns) pick(lines int, chosen map[string]string, called func(line int) bool) picked {
	var narrowings []narrowing
	t := tally{by: make([][]int, len(cs)), beside: make([]int, len(cs))}
	for i, c := range cs {
		t.by[i] = make([]int, len(c.values))
		if value, ok := chosen[c.facet]; ok {
			n, known := c.number(value)
			narrowings = append(narrowings, narrowing{i, n, known})
		}
	}
	p := picked{counts: map[string]map[string]int{}, beside: map[string]int{}}
	for line := range lines {
		if !called(line) {
			continue
		}
		switch shut, by := cs.shut(line, narrowings); shut {
		case 0:
			p.kept = append(p.kept, int32(line))
			for i := range cs {
				t.count(cs, i, line)
			}
		case 1:
			t.count(cs, by, line)
		}
	}
	for i, c := range cs {
		p.counts[c.facet], p.beside[c.facet] = map[string]int{}, t.beside[i]
		for n, count := range t.by[i] {
			p.counts[c.facet][c.values[n]] = count
		}
	}
	return p
}

// shut is how many choices shut a line out, and the column of the last of them.
func (cs columns) shut(line int, narrowings []narrowing) (shut, by int) {
	for _, n := range narrowings {
		fits := false
		for _, value := range cs[n.column].of(line) {
			fits = fits || n.known && value == n.value
		}
		if !fits {
			shut, by = shut+1, n.column
		}
	}
	return shut, by
}

func (t tally) count(cs columns, column, line int) {
	t.beside[column]++
	for _, value := range cs[column].of(line) {
		t.by[column][value]++
	}
}
