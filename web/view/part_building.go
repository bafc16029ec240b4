package view

import (
	"cmp"
	"context"
	"strconv"

	"kotakembar/internal/i18n"
)

// Building ("gedung") is a partnership as a house: a floor for each decade, a window for each year, lit by activities.
type Building struct {
	Name   string
	URL    string   // where the skyline leads to, may be empty
	Since  string   // the year as written below the name, 1960 or ±2005; empty leaves out the name too
	Begun  string   // the first year in words: 1960, sekitar 2005
	Start  int      // first year of the partnership
	Now    int      // the current year; there are no windows after it
	End    int      // last year of the partnership; 0 while it goes on
	Years  []Year   // years with activities; only those with a source light a window
	Labels bool     // name the decades beside the floors
	Drawn  Fragment // the house, where it was drawn before
}

// Measures of a building in units: windows of three panes, ten to a floor.
const (
	windowWidth  = 9.0
	windowHeight = 13.0
	paneHeight   = 3.8
	panePitch    = 4.5
	windowGap    = 3.0
	floorGap     = 7.0
	padding      = 5.0
	floorPitch   = windowHeight + floorGap
	wallWidth    = 10*windowWidth + 9*windowGap + 2*padding
	gutter       = 42.0
	corner       = 26.0
	roof         = 9.0
)

// floors are the decades from the bottom to the top; a partnership without a first year has none.
func (b Building) floors() []int {
	var all []int
	if b.Start == 0 {
		return all
	}
	for d := b.Start / 10 * 10; d <= b.Now; d += 10 {
		all = append(all, d)
	}
	return all
}

func (b Building) height() float64 {
	n := float64(len(b.floors()))
	return n*windowHeight + (n-1)*floorGap + 2*padding
}

// house is a building ready to be printed.
type house struct {
	viewBox, wall, cornice string
	lit, unlit             pathData
	labels                 []floorLabel
}

type floorLabel struct{ y, text string }

func (b Building) draw(ctx context.Context) house {
	h, left := b.height(), 0.0
	if b.Labels {
		left = gutter
	}
	out := house{
		viewBox: number(-1-left) + " " + number(-roof) + " " + number(wallWidth+2+left) + " " + number(h+roof+1),
		wall:    wall(h),
		cornice: cornice(h),
	}
	solid := b.solid()
	for i, decade := range b.floors() {
		y := h - padding - windowHeight - float64(i)*floorPitch
		for year := max(decade, b.Start); year < decade+10 && year <= b.lastYear(); year++ {
			out.window(padding+float64(year-decade)*(windowWidth+windowGap), y, min(solid[year], 3))
		}
		if b.Labels {
			out.labels = append(out.labels, floorLabel{number(y + 9.5), i18n.T(ctx, "building.decade", decade)})
		}
	}
	return out
}

// window draws one year: three panes filled from the bottom.
func (o *house) window(x, y float64, lit int) {
	for i := range 3 {
		top := y + float64(2-i)*panePitch
		if i < lit {
			o.lit.rect(x, top, windowWidth, paneHeight)
		} else {
			o.unlit.rect(x, top, windowWidth, paneHeight)
		}
	}
}

func (b Building) solid() map[int]int {
	all := map[int]int{}
	for _, y := range b.Years {
		all[y.Year] += y.Solid
	}
	return all
}

func (b Building) lastYear() int {
	if b.End != 0 {
		return min(b.End, b.Now)
	}
	return b.Now
}

func radius(h float64) float64 { return min(corner, h/2) }

// wall is the outline: square at the start, round at the end corner.
func wall(h float64) string {
	r := number(radius(h))
	return "M0 " + number(h) + "V0H" + number(wallWidth-radius(h)) + "a" + r + " " + r + " 0 0 1 " + r + " " + r +
		"V" + number(h) + "z"
}

// cornice is the two stepped lines above the roof.
func cornice(h float64) string {
	var d pathData
	d.line(6, -3.5, wallWidth-radius(h)-6)
	d.line(14, -7, wallWidth-radius(h)-18)
	return string(d)
}

// label is the building in one sentence.
func (b Building) label(ctx context.Context) string {
	lit, l := 0, i18n.From(ctx)
	for year, n := range b.solid() {
		if n > 0 && year >= b.Start && year <= b.lastYear() {
			lit++
		}
	}
	return l.T("building.label", b.Name, cmp.Or(b.Begun, strconv.Itoa(b.Start)), lit, max(0, b.lastYear()-b.Start+1))
}
