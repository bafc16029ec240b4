package card

import (
	"sort"
	"strings"
)

// textLimit is how many letters of a text are looked at; no card has room for more.
const textLimit = 400

// column is room for lines of one size.
type column struct {
	face        typeface
	size, width float64
}

// fit finds the largest size in which a title has room, and its lines; in the smallest one it is cut off.
func fit(title string, width, height float64) (size float64, lines []string) {
	for _, try := range titleSizes {
		c := column{display(), try.size, width}
		lines = c.wrap(title)
		high := float64(len(lines)) * try.size * titleLeading
		if len(lines) <= try.lines && high <= height && c.holds(lines...) {
			return try.size, c.balanced(title)
		}
	}
	last := titleSizes[len(titleSizes)-1]
	return last.size, column{display(), last.size, width}.paragraph(title, last.lines)
}

// balanced is a text in as few lines as there must be, as even in width as they can be.
func (c column) balanced(text string) []string {
	lines := c.wrap(text)
	for narrow := c; narrow.width > c.width/2; narrow.width *= .97 {
		again := narrow.wrap(text)
		if len(again) != len(lines) || !narrow.holds(again...) {
			break
		}
		lines = again
	}
	return lines
}

// paragraph is a text in lines that have room, the first ones of it where there are too many.
func (c column) paragraph(text string, most int) (lines []string) {
	for _, words := range c.wrap(text) {
		lines = append(lines, c.broken(words)...)
	}
	most = max(most, 0)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	if most > 0 {
		lines[most-1] = c.clipped(lines[most-1])
	}
	return lines
}

// wrap parts a text between words into lines that have room, but for a word that has none by itself.
func (c column) wrap(text string) (lines []string) {
	runes := []rune(text)
	now := ""
	for _, word := range strings.Fields(string(runes[:min(len(runes), textLimit)])) {
		longer := strings.TrimSpace(now + " " + word)
		if now != "" && !c.holds(longer) {
			lines, longer = append(lines, now), word
		}
		now = longer
	}
	if now == "" {
		return lines
	}
	return append(lines, now)
}

func (c column) holds(lines ...string) bool {
	for _, words := range lines {
		if c.face.measure(words, c.size) > c.width {
			return false
		}
	}
	return true
}

// broken parts a line that is too wide within its words.
func (c column) broken(words string) (lines []string) {
	for rest := []rune(words); len(rest) > 0; {
		n := max(1, sort.Search(len(rest), func(n int) bool { return !c.holds(string(rest[:n+1])) }))
		lines, rest = append(lines, string(rest[:n])), rest[n:]
	}
	return lines
}

// clipped says by the last sign of a line that there would be more.
func (c column) clipped(words string) string {
	runes := []rune(words)
	for len(runes) > 0 && !c.holds(string(runes)+"…") {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " .,;:–") + "…"
}
