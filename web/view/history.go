package view

import (
	"context"
	"strconv"

	"kotakembar/internal/i18n"
)

// HistoryPage is what happened, year by year.
type HistoryPage struct {
	Page    Page
	Head    PageHead
	Filters Filters
	Nothing NothingFound
	Decades []Link // to the first year of each
	Years   []HistoryYear
	Sources []SourceItem
}

// HistoryYear is a year with its entries, or a stretch of years without any.
type HistoryYear struct {
	ID      string // to point to it, may be empty
	Year    string
	Turning bool // a partnership began or ended
	Entries []Record
	More    Link // to the entries that are left out
	Skyline SmallSkyline
	Empty   int    // years in the stretch, 0 for a year with entries
	Said    string // of the stretch
}

// SmallSkyline is the partnerships as they stood at the end of a year, as houses so small that a window is one light.
type SmallSkyline struct {
	Year   int
	Houses []Building // with their years up to Year
}

// Measures of a small house in units.
const (
	smallPitch   = 4.6
	smallWindow  = 3.0
	smallFloor   = 7.0
	smallPadding = 3.0
	smallWall    = 10*smallPitch - (smallPitch - smallWindow) + 2*smallPadding
	smallGap     = 5.0
	smallCorner  = 9.0
)

// smallDrawing is a skyline ready to be printed: all shapes of one colour joined.
type smallDrawing struct {
	width, height, box       string
	wall, lit, unlit, ground pathData
}

func (s SmallSkyline) draw() smallDrawing {
	tallest := 0
	for _, b := range s.Houses {
		tallest = max(tallest, len(b.floors()))
	}
	ground := float64(tallest)*smallFloor + smallPadding + 1
	width := float64(len(s.Houses))*(smallWall+smallGap) - smallGap + 2
	d := smallDrawing{width: number(width), height: number(ground + 2), box: "0 0 " + number(width) + " " + number(ground+2)}
	for i, b := range s.Houses {
		d.house(b, 1+float64(i)*(smallWall+smallGap), ground)
	}
	d.ground.line(0, ground+1, width)
	return d
}

func (d *smallDrawing) house(b Building, x, ground float64) {
	h := float64(len(b.floors()))*smallFloor + smallPadding
	r := min(smallCorner, h/2)
	d.wall.put("M", x, ground)
	d.wall.put("v", -h)
	d.wall.put("h", smallWall-r)
	d.wall.put("a", r, r, 0, 0, 1, r, r)
	d.wall.put("v", h-r)
	solid := b.solid()
	for i, decade := range b.floors() {
		y := ground - smallPadding - float64(i)*smallFloor - smallFloor/2 + 1
		from, to := max(decade, b.Start), min(decade+9, b.lastYear())
		at := func(year int) float64 { return x + smallPadding + float64(year-decade)*smallPitch }
		if to >= from {
			d.unlit.line(at(from), y, at(to)+smallWindow)
		}
		for year := from; year <= to; year++ {
			if solid[year] > 0 {
				d.lit.line(at(year), y, at(year)+smallWindow)
			}
		}
	}
}

// label is the skyline in one sentence.
func (s SmallSkyline) label(ctx context.Context) string {
	lit := 0
	for _, b := range s.Houses {
		for year, n := range b.solid() {
			if n > 0 && year >= b.Start && year <= b.lastYear() {
				lit++
			}
		}
	}
	return i18n.T(ctx, "history.skyline", strconv.Itoa(s.Year), len(s.Houses), lit)
}

// emptyBricks are the bricks of years without an entry, and the box around them; a longer stretch is the wider.
func emptyBricks(years int) (width, box, path string) {
	var d pathData
	for i := range years {
		d.rect(float64(i)*8, 0, 6.4, 12)
	}
	width = number(float64(years) * 8)
	return width, "0 0 " + width + " 12", string(d)
}
