package public

import "kotakembar/internal/portal"

// tieColumn is what each line of an index counts under in one facet, as numbers of values.
type tieColumn struct {
	values []string
	flat   []uint16 // numbers of values, line after line
	from   []uint32 // where those of a line begin in flat; one more than there are lines
}

func newTieColumn(lines []tieLine, of func(portal.Summary) []string) tieColumn {
	c := tieColumn{from: make([]uint32, 1, len(lines)+1)}
	numbers := map[string]uint16{}
	for _, l := range lines {
		for _, value := range of(l.Summary) {
			if value == "" {
				continue
			}
			n, ok := numbers[value]
			if !ok {
				n = uint16(len(c.values))
				numbers[value], c.values = n, append(c.values, value)
			}
			c.flat = append(c.flat, n)
		}
		c.from = append(c.from, uint32(len(c.flat)))
	}
	return c
}

// of are the numbers of the values of a line.
func (c tieColumn) of(line int) []uint16 { return c.flat[c.from[line]:c.from[line+1]] }

// number is that of a value; ok is false where no line has it.
func (c tieColumn) number(value string) (number uint16, ok bool) {
	for i, v := range c.values {
		if v == value {
			return uint16(i), true
		}
	}
	return 0, false
}

// picked is what choices leave of an index.
type picked struct {
	kept      []bool                    // by line
	counts    map[string]map[string]int // by facet and value: lines that the value would leave beside the other choices
	standings map[portal.Standing]int   // of the kept ones
}

// narrowing is a choice as an index reads it. A value that no line has leaves nothing.
type narrowing struct {
	facet int
	value uint16
	known bool
}

// pick looks once through all lines. A line that one choice alone shuts out still counts in the facet of that choice.
func (ix *tieIndex) pick(chosen map[string]string, called func(words string) bool) picked {
	var narrowings []narrowing
	tallies := make([][]int, len(tieFacets))
	for i, f := range tieFacets {
		tallies[i] = make([]int, len(ix.columns[i].values))
		if value, ok := chosen[f.name]; ok {
			n, known := ix.columns[i].number(value)
			narrowings = append(narrowings, narrowing{i, n, known})
		}
	}
	p := picked{kept: make([]bool, len(ix.lines)), counts: map[string]map[string]int{}, standings: map[portal.Standing]int{}}
	for line := range ix.lines {
		if !called(ix.lines[line].words) {
			continue
		}
		shut, by := ix.shut(line, narrowings)
		switch shut {
		case 0:
			p.kept[line] = true
			p.standings[ix.lines[line].Standing]++
			for facet := range tallies {
				ix.tally(tallies[facet], facet, line)
			}
		case 1:
			ix.tally(tallies[by], by, line)
		}
	}
	for i, f := range tieFacets {
		p.counts[f.name] = map[string]int{}
		for n, count := range tallies[i] {
			p.counts[f.name][ix.columns[i].values[n]] = count
		}
	}
	return p
}

// shut is how many choices shut a line out, and the facet of the last of them.
func (ix *tieIndex) shut(line int, narrowings []narrowing) (shut, by int) {
	for _, n := range narrowings {
		fits := false
		for _, value := range ix.columns[n.facet].of(line) {
			fits = fits || n.known && value == n.value
		}
		if !fits {
			shut, by = shut+1, n.facet
		}
	}
	return shut, by
}

func (ix *tieIndex) tally(tally []int, facet, line int) {
	for _, value := range ix.columns[facet].of(line) {
		tally[value]++
	}
}
