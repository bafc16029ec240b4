package view

// callout is a named event over the large pulse: a hairline at the start edge of its brick, and words beside it.
type callout struct {
	name   string
	leader string
	x, y   string
	anchor string
}

const (
	maxCallouts = 4
	lateYear    = 2010 // events after it are written to the left of their line
)

// callouts places up to four events at two alternating heights, so that neighbours do not touch.
func (p Pulse) callouts() []callout {
	var all []callout
	for i, e := range p.Events[:min(len(p.Events), maxCallouts)] {
		y := 18.0 + 26*float64(i%2)
		x, textX, anchor := p.x(largeGrid, e.Year), 6.0, "start"
		if e.Year > lateYear {
			textX, anchor = -6, "end"
		}
		var leader pathData
		leader.down(x+.5, y-12, p.top(e.Year)-4)
		all = append(all, callout{e.Name, string(leader), number(x + textX), number(y), anchor})
	}
	return all
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
