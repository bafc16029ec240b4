package view

import "strconv"

// pathData is the d attribute of an SVG path under construction; coordinates are rounded to one decimal.
type pathData string

func (d *pathData) rect(x, y, w, h float64) {
	*d += pathData("M" + number(x) + " " + number(y) + "h" + number(w) + "v" + number(h) + "h" + number(-w) + "z")
}

// line draws a horizontal line from x to toX.
func (d *pathData) line(x, y, toX float64) {
	*d += pathData("M" + number(x) + " " + number(y) + "H" + number(toX))
}

// down draws a vertical line from y to toY.
func (d *pathData) down(x, y, toY float64) {
	*d += pathData("M" + number(x) + " " + number(y) + "V" + number(toY))
}

// number writes a coordinate with at most one decimal: 6.4, 12, -0.5.
func number(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	if s[len(s)-2:] == ".0" {
		s = s[:len(s)-2]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
