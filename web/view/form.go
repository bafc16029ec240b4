package view

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// FormPage is a form with what the post needs beside the answers.
type FormPage struct {
	Action   string // where it is sent
	Form     form.Form
	Rest     []portal.Problem // problems that belong to no question
	Hidden   []Hidden
	Sources  []form.BookEntry // suggestions for citations, nil where none are asked for
	Offers   []OfferAside     // of what the register does not have yet and is proposed beside the answers
	Upload   bool             // the form carries a file
	Second   bool             // it stands beside the main form of its page
	Lure     string           // name of an input that only machines fill, empty for none
	Submit   []Choice         // the buttons; the first is the primary one
	Enter    Choice           // the button that the Enter key presses, where it is not the primary one
	Preview  *Choice          // shows what is typed in a tab of its own, may be nil
	Cancel   Link
	Note     string // beside the buttons
	Conflict *Conflict
	Links    []Link // other pages of the record
	Files    []DeskFile
	Aside    *FormAside // what stands beside the form, may be nil
	Marks    Marks      // of the record
	Draft    Link       // to another draft that its author has of the record, may be empty
	Autosave bool       // what is typed is kept as a draft by itself where scripts run
	Sticky   bool       // the buttons stay at the foot of the screen, as long forms need it
	Unsaved  bool       // what the form holds has not been saved as it stands
}

// FormAside is what stands beside the form of a public record.
type FormAside struct {
	Complete []string
	House    Building // without a first year there is none
	Vitality VitalityLabel
	History  string // who changed it last, may be empty
	Full     Link
}

// OfferAside is a small form within another, for something that the register does not have yet: a source, a file.
type OfferAside struct {
	Title, Hint string
	Form        form.Form
	Said        string // what has become of the one before, may be empty
	Had         []Link // what was proposed by it already
	HadLead     string
	Open        bool
	Send        Choice
}

// entered is the button that the Enter key presses.
func (p FormPage) entered() Choice {
	if p.Enter.Name != "" {
		return p.Enter
	}
	return p.Submit[0]
}

// Hidden is a value that travels with the form.
type Hidden struct{ Name, Value string }

// Choice is a button of a form.
type Choice struct {
	Label string
	Name  string
	Value string
	Look  Look
}

// Conflict tells that somebody else published the record meanwhile, and what of it both sides changed.
type Conflict struct {
	Lead    string
	More    Link // the earlier change, may be empty
	Rows    []DiffRow
	Against string // what the other version is, for the form to carry
}

// TheirsPrefix begins the names of the choices between one's own answers and the other version of them.
const TheirsPrefix = "theirs."

// answersID is the id of a form that controls outside of it belong to.
const answersID = "answers"

// problems lists every problem of the form as a link to the control to mend.
func (p FormPage) problems(ctx context.Context) []Link {
	var links []Link
	for _, rest := range p.Rest {
		links = append(links, Link{Label: words(ctx, rest)})
	}
	asked := slices.Clone(p.Form)
	for _, aside := range p.Offers {
		asked = append(asked, aside.Form...)
	}
	for _, q := range asked {
		for _, problem := range q.Problems {
			links = append(links, Link{Label: i18n.T(ctx, q.Label) + ": " + words(ctx, problem), URL: "#" + target(q, problem)})
		}
	}
	return links
}

// target is the id of the control that a problem is about.
func target(q *form.Field, p portal.Problem) string {
	if strings.Contains(p.Field, ".") || p.Field != q.Name && q.Owns(p.Field) {
		return form.InputID(p.Field)
	}
	return q.ID()
}

// words are a problem in the reader's language.
func words(ctx context.Context, p portal.Problem) string { return i18n.T(ctx, p.Key, p.Args...) }

// failedHeading is the heading of the summary of problems.
func failedHeading(ctx context.Context, n int) string {
	if n == 1 {
		return i18n.T(ctx, "form.one_problem")
	}
	return i18n.T(ctx, "form.problems", n)
}

// describedBy are the ids of the hint and the error of a question.
func describedBy(q *form.Field) string {
	var ids []string
	if q.Hint != "" {
		ids = append(ids, q.ID()+"-hint")
	}
	if len(q.Problems) > 0 {
		ids = append(ids, q.ID()+"-error")
	}
	return strings.Join(ids, " ")
}

// inputWidth is the class of a control that expects so many characters.
func inputWidth(in form.Input) string {
	switch {
	case in.Size == 0:
		return ""
	case in.Size <= 2:
		return "input-day"
	case in.Size <= 5:
		return "input-year"
	}
	return "input-short"
}

// grouped tells whether the question is a group of controls and so stands in a fieldset.
func grouped(q *form.Field) bool {
	return q.Look == form.Parts || q.Look == form.Boxes || q.Look == form.Rows || len(q.Inputs) == 2
}

// proofSummary says how many sources an answer has.
func proofSummary(ctx context.Context, p *form.Proof) string {
	n := len(p.Citations())
	switch {
	case n == 0:
		return i18n.T(ctx, "cite.none")
	case len(p.Rulings()) > 0:
		return i18n.T(ctx, "cite.count_ruling", n)
	}
	return i18n.T(ctx, "cite.count", n)
}

// passwordUse tells a password manager what a secret is for.
func passwordUse(name string) string {
	if name == "password" || name == "current" {
		return "current-password"
	}
	return "new-password"
}

// sentAhead gives the script of a file's question its words, and the address to which a file goes ahead of a form that remembers it.
func sentAhead(ctx context.Context, q *form.Field) templ.Attributes {
	if !q.Desk {
		return nil
	}
	a := templ.Attributes{"data-drop": i18n.T(ctx, "upload.drop")}
	if q.Kept().Name == "" {
		return a
	}
	a["data-ahead"] = Admin(i18n.From(ctx), "files")
	for _, word := range []string{"sending", "kept", "failed", "large"} {
		a["data-"+word] = i18n.T(ctx, "upload."+word)
	}
	return a
}

// described are the attributes that tie a control to its question's hint and errors, and to its language.
func described(q *form.Field, in form.Input) templ.Attributes {
	a := templ.Attributes{}
	if ids := describedBy(q); ids != "" {
		a["aria-describedby"] = ids
	}
	if in.Invalid {
		a["aria-invalid"] = "true"
	}
	if in.Numeric {
		a["inputmode"] = "decimal"
	}
	if in.Numeric && q.Look == form.Parts {
		a["inputmode"] = "numeric"
	}
	if in.Lang != "" {
		a["lang"] = string(in.Lang)
	}
	if in.Purpose != "" {
		a["autocomplete"] = in.Purpose
	}
	if in.Purpose == "email" {
		a["inputmode"] = "email"
	}
	return a
}

// manyOptions is how many choices make a list so long that one rather types than looks through it.
const manyOptions = 10

// picked are the attributes by which a script makes a long list one to type in.
func picked(ctx context.Context, q *form.Field) templ.Attributes {
	if len(q.Options) <= manyOptions {
		return nil
	}
	return templ.Attributes{"data-pick": true, "data-count": i18n.T(ctx, "pick.count", "%d"), "data-none": i18n.T(ctx, "pick.none")}
}
