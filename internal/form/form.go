// Package form says a form once. A form is a list of questions that point at the fields that they fill; the same list decodes a
// post, keeps what was typed, collects problems by field, is what the page shows, and gives differences their labels.
//
// What does not belong here: markup, HTTP handling, the store, and rules that concern more than one answer (those are the
// record's own Check).
package form

import (
	"net/url"
	"slices"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Form is a list of questions in the order in which they are asked.
type Form []*Field

// Subject is a state of a record, about which its form asks.
type Subject struct {
	Kind  portal.Kind
	State portal.Snapshot
}

// Look is how a question is shown.
type Look string

// The looks of a question.
const (
	Line     Look = "line"     // one or two short inputs of text
	Area     Look = "area"     // one or two inputs of several lines
	Parts    Look = "parts"    // a few narrow inputs side by side: a date
	Select   Look = "select"   // one choice of a list
	Boxes    Look = "boxes"    // any number of choices
	Box      Look = "box"      // yes or no
	Rows     Look = "rows"     // a list of groups of questions
	File     Look = "file"     // an upload
	Password Look = "password" // never shown again
)

// Field is one question.
type Field struct {
	Name     string   // the column's name; the inputs' names begin with it
	Also     []string // further columns that the answer fills
	Look     Look
	Label    string // key of the catalog
	Hint     string // key of the catalog, may be empty
	HintArgs []any  // what its words are filled with
	Mark     string // key of what there is to say of the present answer, may be empty
	Section  string // key of the heading that stands before the question, empty if none does
	Inputs   []Input
	Options  []Option
	Rows     []Form // of a list: one form per row, the last ones blank
	Evidence *Proof // what supports the answer, nil where none is asked for
	Exact    bool   // of a date: nobody asks whether it is only about right
	Ours     bool   // the register's own arrangement, such as an address, for which no source is asked
	Desk     bool   // of an upload: it comes from staff
	Problems []portal.Problem

	clock bool    // of parts: they end with a time of day
	kept  *string // of an upload: by what name the bytes are kept already
	fill  func(*Field)
	read  func(*Field, url.Values)
	show  func(i18n.Lang) []string
	whole func() string      // of a date: the answer as one text
	blank func(row int) Form // of a list: the questions of one more row
}

// Input is one control of a question.
type Input struct {
	Name    string
	Label   string // key of the catalog, empty where the question's label is enough
	Value   string
	Lang    i18n.Lang // of the text to be written, empty where it does not matter
	Numeric bool      // a keypad helps
	Size    int       // expected characters, 0 for the full width
	Checked bool
	List    string // id of the list of suggestions, may be empty
	Purpose string // what of the writer's own it asks for, as HTML's autocomplete names it; may be empty
	Invalid bool
}

// Option is one choice.
type Option struct {
	Value  string
	Key    string // of the catalog, or
	Text   string // the words themselves
	Slug   string // the short name by which files refer to a record, empty where it has none
	Chosen bool
}

// Words returns the option's words in a language.
func (o Option) Words(l i18n.Lang) string {
	if o.Key != "" {
		return l.T(o.Key)
	}
	return o.Text
}

// Fill puts the record's values into the inputs.
func (f Form) Fill() Form {
	for _, field := range f {
		field.fill(field)
		if field.Evidence != nil {
			field.Evidence.fill()
		}
	}
	return f
}

// Read puts a post into the inputs and, as far as it can be understood, into the record. What cannot be understood stays in its
// input and is told in the error, a *portal.Invalid.
func (f Form) Read(v url.Values) error {
	for _, field := range f {
		field.Problems = nil
		field.read(field, v)
		if field.Evidence != nil {
			field.Evidence.read(field, v)
		}
	}
	return f.Err()
}

// Err returns every problem of the form as one error, nil if there is none.
func (f Form) Err() error {
	var all portal.Problems
	for _, field := range f {
		all = append(all, field.Problems...)
	}
	return all.Err()
}

// Blame files the problems of an error under the questions they belong to and returns those that belong to none.
func (f Form) Blame(err error) (rest []portal.Problem) {
	invalid := portal.AsInvalid(err)
	if invalid == nil {
		return nil
	}
	for _, p := range invalid.Problems {
		field := f.owner(p.Field)
		if field == nil {
			rest = append(rest, p)
			continue
		}
		field.blame(p)
	}
	return rest
}

// owner is the question that an input or column belongs to.
func (f Form) owner(name string) *Field {
	for _, field := range f {
		if field.Owns(name) {
			return field
		}
	}
	return nil
}

// Owns tells whether a column or an input is this question's.
func (f *Field) Owns(name string) bool {
	if name == f.Name || slices.Contains(f.Also, name) {
		return true
	}
	for _, in := range f.Inputs {
		if in.Name == name {
			return true
		}
	}
	return false
}

func (f *Field) blame(p portal.Problem) {
	for _, known := range f.Problems {
		if known.Key == p.Key && known.Field == p.Field {
			return
		}
	}
	f.Problems = append(f.Problems, p)
	for i := range f.Inputs {
		f.Inputs[i].Invalid = f.Inputs[i].Invalid || p.Field == f.Name || p.Field == f.Inputs[i].Name
	}
}

func (f *Field) wrong(key string, args ...any) {
	f.blame(portal.Problem{Field: f.Name, Key: key, Args: args})
}

// ID is the id of the question's first control, to which an error links.
func (f *Field) ID() string {
	if len(f.Inputs) == 0 {
		return InputID(f.Name)
	}
	return InputID(f.Inputs[0].Name)
}

// InputID is the id of a control by its name.
func InputID(name string) string { return "f-" + strings.ReplaceAll(name, ".", "-") }

// Beside are the inputs of a question of Parts that stand side by side.
func (f *Field) Beside() []Input {
	if f.clock {
		return f.Inputs
	}
	return f.Inputs[:3]
}

// Bilingual tells whether the question asks for one text in each language; once filled, its inputs hold them.
func (f *Field) Bilingual() bool { return len(f.Inputs) == len(i18n.Langs) && f.Inputs[0].Lang != "" }

// Show writes the answer as people read it, a part per line; none where it is unknown.
func (f *Field) Show(l i18n.Lang) []string { return f.show(l) }

// Told gives the answer other words where people read it, such as the name of a country for its code.
func (f *Field) Told(as func(l i18n.Lang, said string) string) *Field {
	said := f.show
	f.show = func(l i18n.Lang) (told []string) {
		for _, line := range said(l) {
			told = append(told, as(l, line))
		}
		return told
	}
	return f
}

// As gives the question another label.
func (f *Field) As(key string) *Field {
	f.Label = key
	return f
}

// With gives the question a hint, whose words are filled with args.
func (f *Field) With(hint string, args ...any) *Field {
	f.Hint, f.HintArgs = hint, args
	return f
}

// For tells what of the writer's own the question asks for, in a word of HTML's autocomplete, so that browsers can help.
func (f *Field) For(purpose string) *Field {
	f.Inputs[0].Purpose = purpose
	return f
}

// Filling names further columns that the answer fills.
func (f *Field) Filling(columns ...string) *Field {
	f.Also = columns
	return f
}

// Own marks the answer as the register's own arrangement, which needs no source.
func (f *Field) Own() *Field {
	f.Ours = true
	return f
}

// Exactly leaves out of a date the question whether it is only about right, as where it narrows a list.
func (f *Field) Exactly() *Field {
	f.Exact = true
	return f
}

// Under puts a heading before the question.
func (f *Field) Under(section string) *Field {
	f.Section = section
	return f
}

// field makes a question with the label and, where the catalog has one, the hint of its name.
func field(name string, look Look) *Field {
	f := &Field{Name: name, Look: look, Label: "field." + name}
	if i18n.Has("hint." + name) {
		f.Hint = "hint." + name
	}
	return f
}

// clean is a posted value without space around it and with one kind of line end.
func clean(v url.Values, name string) string {
	return strings.TrimSpace(strings.ReplaceAll(v.Get(name), "\r\n", "\n"))
}
