package form

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Table is a form as the columns of a table: a line of cells holds the answers that one record gives. It is read and checked as a
// post is, so that what a form refuses no file brings.
type Table struct {
	Columns []*Column
	form    Form
}

// Column is one control of a form, or a question that one cell can answer.
type Column struct {
	Name    string // the control's, by which programs know the column
	Field   *Field
	input   int               // the control of the question, -1 for the whole of it
	choices map[string]string // what may be written for a choice, in small letters, and the choice
}

// ambiguous marks words that stand for more than one choice.
const ambiguous = "\x00"

// Tabular is the form as a table. Files and passwords have no column.
func (f Form) Tabular() *Table {
	t := &Table{form: f}
	for _, q := range f {
		switch q.Look {
		case File, Password:
		case Line, Area:
			for i := range q.Inputs {
				t.Columns = append(t.Columns, &Column{Name: q.Inputs[i].Name, Field: q, input: i})
			}
		default:
			t.Columns = append(t.Columns, &Column{Name: q.Name, Field: q, input: -1, choices: choicesOf(q.Options)})
		}
	}
	return t
}

// choicesOf is what may be written for each option: its value, its short name, and its words in either language.
func choicesOf(options []Option) map[string]string {
	known := make(map[string]string, 4*len(options))
	for _, o := range options {
		for _, words := range []string{o.Words(i18n.ID), o.Words(i18n.EN)} {
			key := strings.ToLower(strings.TrimSpace(words))
			if was, taken := known[key]; taken && was != o.Value {
				known[key] = ambiguous
			} else {
				known[key] = o.Value
			}
		}
	}
	for _, o := range options { // a value or a short name says one thing whatever the words say
		known[strings.ToLower(o.Value)] = o.Value
		if o.Slug != "" {
			known[strings.ToLower(o.Slug)] = o.Value
		}
	}
	return known
}

// Label is the heading of the column: the question, and which part of it where it has parts.
func (c *Column) Label(l i18n.Lang) string {
	label := l.T(c.Field.Label)
	if c.input >= 0 && c.Field.Inputs[c.input].Label != "" {
		label += " (" + l.T(c.Field.Inputs[c.input].Label) + ")"
	}
	return label
}

// Numeric tells whether the cells are numbers.
func (c *Column) Numeric() bool { return c.input >= 0 && c.Field.Inputs[c.input].Numeric }

// Options are the choices that a cell may hold, as it holds them, each with its words; none where anything may be written.
func (c *Column) Options(l i18n.Lang) (words [][2]string) {
	for _, o := range c.Field.Options {
		if o.Value != "" {
			words = append(words, [2]string{o.short(), o.Words(l)})
		}
	}
	return words
}

// short is how a file names the option.
func (o Option) short() string { return cmp.Or(o.Slug, o.Value) }

// Cells are the answers of the record that the form is about now, a cell for each column.
func (t *Table) Cells(l i18n.Lang) []string {
	t.form.Fill()
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = c.cell(l)
	}
	return cells
}

func (c *Column) cell(l i18n.Lang) string {
	switch f := c.Field; f.Look {
	case Parts:
		return f.whole()
	case Select, Boxes:
		var chosen []string
		for _, o := range f.Options {
			if o.Chosen && o.Value != "" {
				chosen = append(chosen, o.short())
			}
		}
		return strings.Join(chosen, "; ")
	case Box:
		if f.Inputs[0].Checked {
			return l.T("word.yes")
		}
		return l.T("word.no")
	case Rows:
		return f.lines(l)
	}
	return c.Field.Inputs[c.input].Value
}

// Read takes the answers of one record from cells by the names of their columns. Questions without a cell keep the answer that the
// record has. What cannot be understood is told in the error, a *portal.Invalid, under the names of columns.
func (t *Table) Read(cells map[string]string) error {
	t.form.Fill()
	var wrong portal.Problems
	posts := map[*Field]url.Values{}
	for _, c := range t.Columns {
		cell, given := cells[c.Name]
		if !given {
			continue
		}
		post := posts[c.Field]
		if post == nil {
			post = c.Field.asPosted()
			posts[c.Field] = post
		}
		if key, args := c.put(post, strings.TrimSpace(cell)); key != "" {
			wrong = append(wrong, portal.Problem{Field: c.Name, Key: key, Args: args})
			delete(posts, c.Field)
		}
	}
	for _, q := range t.form {
		if post := posts[q]; post != nil {
			q.Problems = nil
			q.read(q, post)
			wrong = append(wrong, q.Problems...)
		}
	}
	return wrong.Err()
}

// asPosted is what a browser would send of the question as it was shown.
func (f *Field) asPosted() url.Values {
	post := url.Values{}
	for _, in := range f.Inputs {
		post.Set(in.Name, in.Value)
	}
	return post
}

// put writes a cell into a post; a key of the catalog tells why it cannot be understood.
func (c *Column) put(post url.Values, cell string) (key string, args []any) {
	switch f := c.Field; f.Look {
	case Parts:
		return putDate(post, f.Name, cell)
	case Select:
		value, known := c.choices[strings.ToLower(cell)]
		switch {
		case cell == "":
			post.Set(f.Name, "")
		case value == ambiguous:
			return "problem.cell_ambiguous", []any{cell}
		case !known:
			return "problem.cell_choice", []any{cell}
		default:
			post.Set(f.Name, value)
		}
	case Boxes:
		return c.putMany(post, cell)
	case Box:
		return putYes(post, f.Name, cell)
	case Rows:
		return f.putLines(post, cell)
	default:
		post.Set(f.Inputs[c.input].Name, cell)
	}
	return "", nil
}

func (c *Column) putMany(post url.Values, cell string) (key string, args []any) {
	for part := range strings.SplitSeq(cell, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		value, known := c.choices[strings.ToLower(part)]
		if !known || value == ambiguous {
			return "problem.cell_choice", []any{part}
		}
		post.Add(c.Field.Name, value)
	}
	return "", nil
}

func putYes(post url.Values, name, cell string) (key string, args []any) {
	yes := []string{"1", "x", "true", "ya", "yes"}
	no := []string{"", "0", "false", "tidak", "no"}
	post.Del(name)
	switch word := strings.ToLower(cell); {
	case slices.Contains(yes, word):
		post.Set(name, "1")
	case !slices.Contains(no, word):
		return "problem.cell_yes", []any{cell}
	}
	return "", nil
}

// putDate takes a date as the register writes it, 2005, 2005-06, 2005-06-01 or 2005~, and the number of days by which spreadsheets
// keep a date. Others are refused: 1/6/2005 is one day in Jakarta and another in New York.
func putDate(post url.Values, name, cell string) (key string, args []any) {
	d := portal.Date(cell)
	if days, err := strconv.Atoi(cell); err == nil && len(cell) == 5 {
		d = portal.On(firstSheetDay.AddDate(0, 0, days))
	}
	if d != "" && !d.Valid() {
		return "problem.cell_date", []any{cell}
	}
	post.Set(name+wholeDate, string(d))
	return "", nil
}
