package view

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// RailHead is the heading of a section with one sentence below it.
type RailHead struct {
	ID    string // to point to the section, may be empty
	Title string
	Text  string // may be empty
	More  Link   // may be empty
}

// Look is the kind of a button.
type Look string

// The looks. One primary button per form.
const (
	LookPrimary Look = ""
	LookGhost   Look = "button-ghost"
	LookDanger  Look = "button-danger"
	LookLamp    Look = "button-lamp" // the one button on a stage
	LookSmall   Look = "button-ghost button-small"
)

// PageHead is the title of a page, with what stands around it.
type PageHead struct {
	Crumbs []Crumb
	Title  string
	Lang   i18n.Lang       // of the title, where it differs from the page's
	Name   Cited           // ends a title in another language than it begins in; may be empty
	Lead   Cited           // one or two sentences, may be empty
	Aside  templ.Component // a drawing beside the words on a stage, may be nil
}

// Failure is what a page says about what went wrong.
type Failure struct {
	Number    string // 404
	Title     string
	Text      string
	RequestID string // for the reader to name; may be empty
	Search    bool   // what is missing may be found by a search
	Links     []Link // ways out
}

// Component is a piece of a page.
type Component = templ.Component

// WithBody puts a piece into a layout, as its content.
func WithBody(layout, body Component) Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return layout.Render(templ.WithChildren(ctx, body), w)
	})
}
