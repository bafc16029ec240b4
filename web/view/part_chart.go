package view

import (
	"slices"
	"strconv"
)

// YearStack is one year of a chart: bricks that are full and bricks that are empty.
type YearStack struct {
	Year   int
	Full   int
	Hollow int
	Before bool // of all the years before Year, and not of it
}

// YearChart stands bricks on each year. Phones see the last nine years, or those that stand together and, after a gap, the last seven.
type YearChart struct {
	Label string // the whole drawing in one sentence
	Years []YearStack
}

// Name is the year below a stack; that of all earlier years is marked.
func (y YearStack) Name() string {
	if y.Before {
		return "<" + strconv.Itoa(y.Year)
	}
	return strconv.Itoa(y.Year)
}

// total is the number above a stack.
func (y YearStack) total() int { return y.Full + y.Hollow }

// Measures of a stack in pixels. Where a year holds more than fits the tallest stack, all bricks are lower.
const (
	stackWidth  = 40.0
	stackBrick  = 36.0
	stackPitch  = 16.0
	stackTall   = 224.0
	brickOfPart = .75 // of the pitch; the rest is the gap
)

func (c YearChart) pitch() float64 {
	most := 0
	for _, y := range c.Years {
		most = max(most, y.total())
	}
	return min(stackPitch, stackTall/float64(max(most, 1)))
}

// thinnest is the pitch below which bricks run together: they are drawn as one wall.
const thinnest = 1.0

// stackShapes is one stack ready to be printed.
type stackShapes struct {
	viewBox, height string
	lit, hollow     pathData
}

func (y YearStack) draw(pitch float64) stackShapes {
	height := pitch * float64(y.total())
	out := stackShapes{viewBox: "0 0 " + number(stackWidth) + " " + number(height), height: number(height)}
	if pitch < thinnest {
		full := pitch * float64(y.Full)
		out.lit.rect((stackWidth-stackBrick)/2, height-full, stackBrick, full)
		out.hollow.rect((stackWidth-stackBrick)/2+.7, .7, stackBrick-1.4, max(height-full-1.4, 0))
		return out
	}
	for i := range y.total() {
		top := height - pitch*float64(i) - pitch*brickOfPart
		if i < y.Full {
			out.lit.rect((stackWidth-stackBrick)/2, top, stackBrick, pitch*brickOfPart)
		} else {
			out.hollow.rect((stackWidth-stackBrick)/2+.7, top+.7, stackBrick-1.4, pitch*brickOfPart-1.4)
		}
	}
	return out
}

// FieldChart is one of several small charts on the same scale: bricks by year, and a tick for a year without any.
type FieldChart struct {
	Name   string
	Total  string
	From   string // first and last year
	To     string
	Label  string
	Counts []int
	Most   int // bricks of the tallest stack of all the charts
	Note   string
}

// Measures of a small chart in units; its height is that of the tallest stack.
const (
	fieldPitch  = 8.0
	fieldBrick  = 6.6
	fieldHeight = 9.0
	fieldTall   = 54.0
	fieldTick   = 3.0
)

func (c FieldChart) draw() stackShapes {
	pitch := min(fieldHeight, fieldTall/float64(max(c.Most, 1)))
	height := max(pitch*float64(c.Most), fieldTick)
	out := stackShapes{viewBox: "0 0 " + number(fieldPitch*float64(len(c.Counts))) + " " + number(height), height: number(height)}
	for i, n := range c.Counts {
		x := fieldPitch * float64(i)
		if n == 0 {
			out.hollow.rect(x, height-fieldTick, fieldBrick, fieldTick)
		}
		if pitch < thinnest {
			out.lit.rect(x, height-pitch*float64(n), fieldBrick, pitch*float64(n))
			continue
		}
		for j := range n {
			out.lit.rect(x, height-pitch*float64(j)-pitch*brickOfPart, fieldBrick, pitch*brickOfPart)
		}
	}
	return out
}

// BrickRow is a count as bricks in a row, on the scale of the table that it stands in.
type BrickRow struct {
	Full   int
	Hollow int
	Most   int // bricks of the longest row
}

// Measures of a row in pixels.
const (
	rowPitch  = 14.0
	rowLong   = 420.0
	rowHeight = 12.0
)

func (b BrickRow) draw() (viewBox, width string, lit, hollow pathData) {
	long := min(rowPitch*float64(b.Most), rowLong)
	pitch := long / float64(max(b.Most, 1))
	if pitch < thinnest {
		full := pitch * float64(b.Full)
		lit.rect(0, 0, full, rowHeight)
		hollow.rect(full+.6, .6, max(pitch*float64(b.Hollow)-1.2, 0), rowHeight-1.2)
		return "0 0 " + number(long) + " " + number(rowHeight), number(long), lit, hollow
	}
	for i := range b.Full + b.Hollow {
		x := pitch * float64(i)
		if i < b.Full {
			lit.rect(x, 0, pitch*.8, rowHeight)
		} else {
			hollow.rect(x+.6, .6, pitch*.8-1.2, rowHeight-1.2)
		}
	}
	return "0 0 " + number(long) + " " + number(rowHeight), number(long), lit, hollow
}

// Figures is a table of figures: the twin of a drawing, or a drawing itself where its rows hold bricks.
type Figures struct {
	Caption string
	Columns []Column
	Rows    []FigureRow
}

// narrow tells whether the table fits a phone as it is: numbers alone beside the names of the rows.
func (f Figures) narrow() bool {
	for i, c := range f.Columns {
		if i > 0 && !c.Number {
			return false
		}
	}
	return len(f.Columns) <= 3 && !f.drawn()
}

// drawn tells whether the rows hold bricks.
func (f Figures) drawn() bool { return len(f.Rows) > 0 && f.Rows[0].Bricks.Most > 0 }

// FigureRow is one line of figures.
type FigureRow struct {
	Cells  []Cited
	Bricks BrickRow // drawn after the first cell where Most is not 0
}

func (f Figures) table(bricks string) Table {
	t := Table{Caption: f.Caption, Columns: slices.Clone(f.Columns)}
	if f.drawn() {
		t.Columns = slices.Insert(t.Columns, 1, Column{Label: bricks})
	}
	for _, r := range f.Rows {
		var row Row
		for i, c := range r.Cells {
			row.Cells = append(row.Cells, Text(c))
			if i == 0 && f.drawn() {
				row.Cells = append(row.Cells, brickRow(r.Bricks))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
