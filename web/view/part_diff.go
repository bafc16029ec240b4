package view

import (
	"slices"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// DiffRow is one question answered twice: what stands beside what takes its place, and what supports either.
type DiffRow struct {
	Label      string
	Names      []string // the columns behind the label that differ
	Now        []Cited  // lines in one language carry it
	New        []Cited
	NowSources []Cited
	NewSources []Cited
	Once       bool // sources that support both sides are shown on the new one alone
	Cited      bool // the question asks for sources, so that none is worth saying
	Bare       bool // its new answer should have a source and has none
	Own        bool // the answer has a language of its own, which is not said before it
	Tags       []TagValue
}

// value is what a partial approval sends for the row.
func (r DiffRow) value() string { return strings.Join(r.Names, ",") }

// Differences sets two states of a record beside each other, in the order and with the labels of its form, filled with either: what
// differs, and what stays the same. Answers of no record are empty.
func Differences(l i18n.Lang, was, is form.Form, before, after portal.Snapshot) (changed, same []DiffRow) {
	differ := portal.Differences(before, after)
	for i, q := range is {
		row := DiffRow{Label: l.T(q.Label), Names: q.Names(differ), Cited: q.Evidence != nil && !after.Empty()}
		if !before.Empty() {
			row.Now = answer(l, was[i])
		}
		if !after.Empty() {
			row.New = answer(l, q)
		}
		if q.Evidence != nil {
			row.NowSources, row.NewSources = supports(l, was[i].Evidence), supports(l, q.Evidence)
		}
		if len(row.Names) > 0 {
			changed = append(changed, row)
		} else {
			same = append(same, row)
		}
	}
	return changed, same
}

// answer is what a filled question says, a part per line; a text in both languages has a line in each.
func answer(l i18n.Lang, q *form.Field) (lines []Cited) {
	if !q.Bilingual() {
		for _, line := range q.Show(l) {
			lines = append(lines, Cited{Text: line})
		}
		return lines
	}
	for _, side := range q.Inputs {
		if side.Value != "" {
			lines = append(lines, Cited{Text: side.Value, Lang: side.Lang})
		}
	}
	return lines
}

// supports are the lines that support an answer, each line with the way to our page about its source.
func supports(l i18n.Lang, p *form.Proof) (lines []Cited) {
	for _, line := range p.Show(l) {
		c := Cited{Before: line.Before, Text: line.Text, Lang: line.Lang, After: line.After}
		if line.Source != "" {
			c.URL = Source.In(l, line.Source)
		}
		lines = append(lines, c)
	}
	return lines
}

// past are the sources of the earlier side that are shown.
func (r DiffRow) past() []Cited {
	if !r.Once {
		return r.NowSources
	}
	return slices.DeleteFunc(slices.Clone(r.NowSources), func(c Cited) bool { return stands(c, r.NewSources) })
}

// stands tells whether a line is the same on the other side of a difference.
func stands(line Cited, other []Cited) bool {
	return slices.ContainsFunc(other, func(c Cited) bool { return c.Text == line.Text && c.Lang == line.Lang && c.After == line.After })
}

// tongue names the language of a line that has another one beside it.
func tongue(line Cited) string {
	if line.Lang == "" {
		return ""
	}
	return strings.ToUpper(string(line.Lang)) + ": "
}

// diffLine is a line of one side of a difference, cut where the other side says something else.
type diffLine struct {
	Cited
	parts []portal.Stretch
}

// beside sets lines that stand on one side alone beside the one of the other side that is most like them, so that only the words
// that differ are marked; one that is like none differs as a whole.
func beside(now, proposed []Cited) (was, is []diffLine) {
	was, is = uncut(now, proposed), uncut(proposed, now)
	for i := range was {
		if !was[i].parts[0].Differs {
			continue
		}
		for j := range is {
			if len(is[j].parts) != 1 || !is[j].parts[0].Differs || was[i].Lang != is[j].Lang {
				continue
			}
			old, new := portal.Beside(was[i].Text, is[j].Text)
			if portal.Alike(old, new) {
				was[i].parts, is[j].parts = old, new
				break
			}
		}
	}
	return was, is
}

// uncut are lines that are the same on the other side as a whole, or not at all.
func uncut(lines, other []Cited) []diffLine {
	cut := make([]diffLine, len(lines))
	for i, line := range lines {
		cut[i] = diffLine{line, []portal.Stretch{{Text: line.Text, Differs: !stands(line, other)}}}
	}
	return cut
}

// piece is a part of the line, in the line's language.
func (d diffLine) piece(part portal.Stretch) Cited {
	line := d.Cited
	line.Text = part.Text
	return line
}

// Wording is a text in a language of which a short form is shown, with what has changed in it since an earlier version.
func Wording(lang i18n.Lang, short, was, is string) Component { return wording(lang, short, was, is) }
