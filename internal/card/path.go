package card

import (
	"math"
	"regexp"
	"strconv"
)

type point struct{ x, y float64 }

// line is a stretch of an outline, closed where its end is joined to its beginning.
type line struct {
	points []point
	closed bool
}

// outline is a path whose curves have become short straight lines.
type outline []line

// flat is how many straight lines a curve becomes.
const flat = 24

// reader follows the commands of a path.
type reader struct {
	words []string
	out   outline
	at    point
}

// pathWords are the commands and the numbers of path data; 3.5.5 is two numbers.
var pathWords = regexp.MustCompile(`[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)`)

// operands are how many numbers each command takes.
var operands = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'A': 7, 'Q': 4, 'Z': 0}

// readPath reads SVG path data: lines, quadratic curves and arcs of circles, absolute and relative. It ends at what it cannot read:
// paths come from our own drawings, and a test reads all of them to their end.
func readPath(data string) outline {
	r := reader{words: pathWords.FindAllString(data, -1)}
	r.read()
	return r.out
}

func (r *reader) read() {
	command := byte(0)
	for len(r.words) > 0 {
		if first := r.words[0][0]; first >= 'A' {
			command, r.words = first, r.words[1:]
		}
		if !r.follow(command) {
			break
		}
		switch command { // further pairs after a move are lines
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
}

// follow runs one command; it fails where numbers are missing.
func (r *reader) follow(command byte) bool {
	upper := command &^ 0x20
	count, known := operands[upper]
	n, ok := r.numbers(count)
	if !known || !ok || len(r.out) == 0 && upper != 'M' {
		return false
	}
	from := point{}
	if command != upper {
		from = r.at
	}
	switch upper {
	case 'M':
		r.at = point{from.x + n[0], from.y + n[1]}
		r.out = append(r.out, line{points: []point{r.at}})
	case 'L':
		r.to(point{from.x + n[0], from.y + n[1]})
	case 'H':
		r.to(point{from.x + n[0], r.at.y})
	case 'V':
		r.to(point{r.at.x, from.y + n[0]})
	case 'Q':
		r.bend(point{from.x + n[0], from.y + n[1]}, point{from.x + n[2], from.y + n[3]})
	case 'A':
		r.arc(n[0], n[3] != 0, n[4] != 0, point{from.x + n[5], from.y + n[6]})
	case 'Z':
		last := &r.out[len(r.out)-1]
		last.closed, r.at = true, last.points[0]
	}
	return true
}

func (r *reader) numbers(count int) ([]float64, bool) {
	if len(r.words) < count {
		return nil, false
	}
	n := make([]float64, count)
	for i := range n {
		f, err := strconv.ParseFloat(r.words[i], 64)
		if err != nil {
			return nil, false
		}
		n[i] = f
	}
	r.words = r.words[count:]
	return n, true
}

func (r *reader) to(p point) {
	last := &r.out[len(r.out)-1]
	last.points = append(last.points, p)
	r.at = p
}

// bend is a quadratic Bézier curve.
func (r *reader) bend(control, end point) {
	start := r.at
	for i := 1; i <= flat; i++ {
		t := float64(i) / flat
		a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
		r.to(point{a*start.x + b*control.x + c*end.x, a*start.y + b*control.y + c*end.y})
	}
}

// arc is part of a circle that goes through here and the end: the long way round or the short, clockwise or not.
func (r *reader) arc(radius float64, long, clockwise bool, end point) {
	start := r.at
	half := point{(end.x - start.x) / 2, (end.y - start.y) / 2}
	distance := math.Hypot(half.x, half.y)
	radius = max(radius, distance)
	if distance == 0 {
		return
	}
	height := math.Sqrt(radius*radius - distance*distance)
	if long == clockwise {
		height = -height
	}
	centre := point{start.x + half.x - half.y/distance*height, start.y + half.y + half.x/distance*height}
	angle := math.Atan2(start.y-centre.y, start.x-centre.x)
	turn := math.Atan2(end.y-centre.y, end.x-centre.x) - angle
	switch {
	case clockwise && turn < 0:
		turn += 2 * math.Pi
	case !clockwise && turn > 0:
		turn -= 2 * math.Pi
	}
	for i := 1; i < flat; i++ {
		a := angle + turn*float64(i)/flat
		r.to(point{centre.x + radius*math.Cos(a), centre.y + radius*math.Sin(a)})
	}
	r.to(end)
}
