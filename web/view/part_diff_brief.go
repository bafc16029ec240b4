package view

import (
	"strings"

	"kotakembar/internal/portal"
)

// Of what a change leaves as it is, its short form shows so many characters on either side of the change; of what it changes, so many at
// most.
const (
	briefSame    = 24
	briefChanged = 200
)

// briefLines are the lines that stand on one side alone, or the sources where the answer is the same, shortened.
func (r DiffRow) briefLines() (was, is []diffLine) {
	was, is = brief(r.Now, r.New)
	if len(was)+len(is) > 0 {
		return was, is
	}
	return brief(plain(r.NowSources), plain(r.NewSources))
}

// plain are lines as texts alone, so that what stands behind a title is compared with it.
func plain(lines []Cited) []Cited {
	texts := make([]Cited, len(lines))
	for i, line := range lines {
		texts[i] = Cited{Text: line.Before + line.Text + line.After, URL: line.URL}
	}
	return texts
}

func brief(now, proposed []Cited) ([]diffLine, []diffLine) {
	was, is := beside(now, proposed)
	return shortLines(was, proposed), shortLines(is, now)
}

func shortLines(lines []diffLine, other []Cited) (short []diffLine) {
	for _, line := range lines {
		if stands(line.Cited, other) {
			continue
		}
		parts := make([]portal.Stretch, len(line.parts))
		for i, part := range line.parts {
			parts[i] = shortStretch(part, i > 0, i+1 < len(line.parts))
		}
		line.parts = parts
		short = append(short, line)
	}
	return short
}

// shortStretch shortens a stretch of a text; before and after tell whether others stand there, whose neighbourhood stays.
func shortStretch(part portal.Stretch, before, after bool) portal.Stretch {
	signs := []rune(strings.Join(strings.Fields(part.Text), " "))
	switch {
	case part.Differs && len(signs) > briefChanged:
		part.Text = string(signs[:briefChanged]) + "…"
	case part.Differs || len(signs) <= 2*briefSame:
	case before && after:
		part.Text = " " + string(signs[:briefSame]) + " … " + string(signs[len(signs)-briefSame:]) + " "
	case before:
		part.Text = " " + string(signs[:briefSame]) + "…"
	default:
		part.Text = "…" + string(signs[len(signs)-briefSame:]) + " "
	}
	return part
}
