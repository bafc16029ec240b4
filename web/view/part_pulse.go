package view

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Year is what one calendar year of a partnership holds.
type Year struct {
	Year     int
	Solid    int // activities with a source that can be checked
	Unproven int // activities whose sources cannot be checked; they never count
}

// Term is a stretch of years under an agreement. Clear means in force; otherwise the term has run out or is not known.
type Term struct {
	From  int
	To    int
	Clear bool
}

// Event is an activity or step named above the large pulse.
type Event struct {
	Year int
	Name string
}

// Pulse ("denyut") is a partnership year by year. Pulses that are compared share From and To.
type Pulse struct {
	Name   string // the partner
	From   int    // first year of the axis, 1960 throughout the site
	To     int    // last year of the axis, the current one
	Count  int    // activities that count, each once: one that lasts lights a brick in each of its years
	Start  int    // first year of the partnership; 0 where nothing is signed
	End    int    // last year of the partnership; 0 while it goes on
	Years  []Year // years with activities, in any order
	Terms  []Term
	Events []Event // the most telling first; up to four that have room are shown, on the large pulse alone
}

// PulseRow is one line of the list of pulses: the whole line leads to URL.
type PulseRow struct {
	Name     string
	URL      string
	Where    string // country and year: Jerman, sejak 1960
	Pulse    Pulse
	Strip    Fragment // the pulse, where it was drawn before
	Nothing  string   // said instead of a pulse where nothing is signed
	Vitality VitalityLabel
}

// Decades are the labelled years of the axis, the first one being From.
func (p Pulse) Decades() []int {
	var all []int
	for y := p.From; y <= p.To; y += 10 {
		all = append(all, y)
	}
	return all
}

// Active is the number of years with an activity that counts.
func (p Pulse) Active() int {
	n := 0
	for _, y := range p.Years {
		if y.Solid > 0 {
			n++
		}
	}
	return n
}

// Span is the number of years that the partnership has lasted, the first and the last counted.
func (p Pulse) Span() int {
	if p.Start == 0 {
		return 0
	}
	return p.last() - p.Start + 1
}

// last is the last year of the partnership that the axis shows.
func (p Pulse) last() int {
	if p.End != 0 {
		return min(p.End, p.To)
	}
	return p.To
}

// label is the whole drawing in one sentence, for readers that hear it.
func (p Pulse) label(ctx context.Context) string {
	l := i18n.From(ctx)
	if p.Count == 0 {
		return l.T("pulse.label_none", p.Name)
	}
	return l.T("pulse.label", p.Name, p.first(), p.last(), l.Number(int64(p.Count)), p.Active())
}

// first is the first year in which the drawing shows anything.
func (p Pulse) first() int {
	first := p.Start
	for _, y := range p.Years {
		if first == 0 || y.Year < first {
			first = y.Year
		}
	}
	return first
}

// TableYears are the years with activities, the newest first.
func (p Pulse) TableYears() []Year {
	years := slices.Clone(p.Years)
	portal.Sort(years, func(a, b Year) int { return cmp.Compare(b.Year, a.Year) })
	return slices.DeleteFunc(years, func(y Year) bool { return y.Solid+y.Unproven == 0 })
}

// grid is the scale of a pulse: one column a year, bricks stacked up from the base, at most five in sight.
type grid struct {
	pitch, width, height, gap, base float64
}

var (
	stripGrid = grid{pitch: 8, width: 6.4, height: 5.2, gap: 1.5, base: 34}
	largeGrid = grid{pitch: 17.6, width: 14.4, height: 15, gap: 3, base: 150}
)

const (
	stripHeight = 41
	stripLine   = 39.5
	largeHeight = 196
	largeLine   = 158
	largeYears  = 184 // on which the decades are written
	maxBricks   = 5
	capHeight   = 2
)

// bricks are the paths of one drawing, all shapes of one colour joined.
type bricks struct {
	lit, unlit, hollow, clear, unclear pathData
}

// draw lays the bricks of the pulse on the grid and the lines of its agreements at height line.
func (p Pulse) draw(g grid, line float64) bricks {
	var b bricks
	held := map[int]bool{}
	for _, y := range p.Years {
		if y.Year < p.From || y.Year > p.To {
			continue
		}
		held[y.Year] = y.Solid+y.Unproven > 0
		b.stack(g, p.x(g, y.Year), y)
	}
	for y := max(p.Start, p.From); p.Start != 0 && y <= p.last(); y++ {
		if !held[y] {
			b.unlit.rect(p.x(g, y), g.base-g.height, g.width, g.height)
		}
	}
	for _, t := range p.Terms {
		to := &b.unclear
		if t.Clear {
			to = &b.clear
		}
		from := p.x(g, max(t.From, p.From))
		to.line(from, line, p.x(g, min(t.To, p.To))+g.width)
	}
	return b
}

// stack draws a year's bricks; what does not fit turns the top brick into a cap, and the label says the number.
func (b *bricks) stack(g grid, x float64, y Year) {
	total := y.Solid + y.Unproven
	for i := range min(total, maxBricks) {
		top := g.base - g.height - float64(i)*(g.height+g.gap)
		switch {
		case i == maxBricks-1 && total > maxBricks:
			b.lit.rect(x, top+g.height-capHeight, g.width, capHeight)
		case i < y.Solid:
			b.lit.rect(x, top, g.width, g.height)
		default:
			b.hollow.rect(x+.5, top+.5, g.width-1, g.height-1)
		}
	}
}

func (p Pulse) x(g grid, year int) float64 { return g.pitch * float64(year-p.From) }

// stripBox is the viewBox of the strip: 0 0 8N 41.
func (p Pulse) stripBox() string {
	return "0 0 " + number(stripGrid.pitch*float64(p.To-p.From+1)) + " " + strconv.Itoa(stripHeight)
}

// largeBox is the viewBox of the large pulse.
func (p Pulse) largeBox() string {
	return "0 0 " + number(p.x(largeGrid, p.To)+largeGrid.width+2) + " " + strconv.Itoa(largeHeight)
}
