package view

import (
	"math"
	"strconv"
)

// pathData is the d attribute of an SVG path under construction; coordinates are rounded to one decimal.
type pathData []byte

// put adds a command and its coordinates.
func (d *pathData) put(command string, coordinates ...float64) {
	*d = append(*d, command...)
	for i, c := range coordinates {
		if i > 0 {
			*d = append(*d, ' ')
		}
		*d = appendNumber(*d, c)
	}
}

func (d *pathData) rect(x, y, w, h float64) {
	d.put("M", x, y)
	d.put("h", w)
	d.put("v", h)
	d.put("h", -w)
	d.put("z")
}

// line draws a horizontal line from x to toX.
func (d *pathData) line(x, y, toX float64) {
	d.put("M", x, y)
	d.put("H", toX)
}

// down draws a vertical line from y to toY.
func (d *pathData) down(x, y, toY float64) {
	d.put("M", x, y)
	d.put("V", toY)
}

// number writes a coordinate with at most one decimal: 6.4, 12, -0.5.
func number(f float64) string { return string(appendNumber(nil, f)) }

func appendNumber(to []byte, f float64) []byte { return appendTenths(to, tenths(f)) }

func tenths(f float64) int { return int(math.Round(10 * f)) }

// appendTenths writes a coordinate that is counted in tenths.
func appendTenths(to []byte, n int) []byte {
	if n < 0 {
		to, n = append(to, '-'), -n
	}
	to = strconv.AppendInt(to, int64(n/10), 10)
	if n%10 != 0 {
		to = append(to, '.', byte('0'+n%10))
	}
	return to
}
