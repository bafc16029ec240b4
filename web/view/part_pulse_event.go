package view

import (
	"slices"
	"unicode/utf8"

	"kotakembar/internal/portal"
)

// callout is a named event over the large pulse: a hairline at the start edge of its brick, and words beside it.
type callout struct {
	name   string
	leader string
	x, y   string
	anchor string
	box    stretch // what the words take of their line
	line   int     // 0 the upper one
	at     float64
}

// stretch is a part of the drawing across.
type stretch struct{ from, to float64 }

func (s stretch) meets(o stretch) bool { return s.from < o.to && o.from < s.to }

const (
	maxCallouts = 4
	lateYear    = 2010 // events after it are rather written before their line
	calloutSign = 7.6  // width of a sign of the words, as far as they need to be kept apart
	calloutGap  = 6.0  // between a line and its words
)

// callouts places up to four events in their order on two lines. One whose words would run into others, across a hairline or out
// of the drawing is left out.
func (p Pulse) callouts() []callout {
	var all []callout
	for _, e := range p.Events {
		if len(all) == maxCallouts {
			break
		}
		if c, ok := p.callout(e, all); ok {
			all = append(all, c)
		}
	}
	portal.Sort(all, func(a, b callout) int { return int(a.at - b.at) })
	return all
}

// callout is the first place for an event that is free: on the upper line or the lower one by turns, after its hairline or before it.
func (p Pulse) callout(e Event, placed []callout) (callout, bool) {
	x := p.x(largeGrid, e.Year)
	length := calloutSign * float64(utf8.RuneCountInString(e.Name))
	for turn := range 2 {
		line := (len(placed) + turn) % 2
		sides := []callout{
			{anchor: "start", box: stretch{x + calloutGap, x + calloutGap + length}},
			{anchor: "end", box: stretch{x - calloutGap - length, x - calloutGap}},
		}
		if e.Year > lateYear {
			slices.Reverse(sides)
		}
		for _, c := range sides {
			c.name, c.line, c.at = e.Name, line, x
			if c.box.from < 0 || c.box.to > p.x(largeGrid, p.To)+largeGrid.width || slices.ContainsFunc(placed, c.disturbs) {
				continue
			}
			return p.drawn(c, e.Year), true
		}
	}
	return callout{}, false
}

// disturbs tells whether two events cannot stand as they are: words on one line that meet, or a hairline through words below
// its own.
func (c callout) disturbs(o callout) bool {
	across := func(leader, words callout) bool {
		return leader.line <= words.line && words.box.meets(stretch{leader.at - calloutGap/2, leader.at + calloutGap/2})
	}
	return c.at == o.at || c.line == o.line && c.box.meets(o.box) || across(c, o) || across(o, c)
}

func (p Pulse) drawn(c callout, year int) callout {
	y := 18.0 + 26*float64(c.line)
	x := c.box.from
	if c.anchor == "end" {
		x = c.box.to
	}
	var leader pathData
	leader.down(c.at+.5, y-12, p.top(year)-4)
	c.leader, c.x, c.y = string(leader), number(x), number(y)
	return c
}

// top is the upper edge of a year's bricks on the large pulse.
func (p Pulse) top(year int) float64 {
	n := 1
	for _, y := range p.Years {
		if y.Year == year {
			n = min(max(1, y.Solid+y.Unproven), maxBricks)
		}
	}
	return largeGrid.base - float64(n)*largeGrid.height - float64(n-1)*largeGrid.gap
}

// axisX is where the label of a year stands below the large pulse.
func (p Pulse) axisX(year int) string { return number(p.x(largeGrid, year)) }
