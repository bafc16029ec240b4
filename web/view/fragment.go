package view

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// Fragment is a piece of a page that is written once and stands on many pages: a drawing, mostly.
type Fragment string

// Written writes a component as readers of a language see it. It may use nothing else of the surroundings of a page.
func Written(l i18n.Lang, c templ.Component) Fragment {
	var text strings.Builder
	if c.Render(i18n.With(context.Background(), l), &text) != nil { // a builder takes all that it is given
		return ""
	}
	return Fragment(text.String())
}

// Render writes the piece.
func (f Fragment) Render(_ context.Context, w io.Writer) error {
	_, err := io.WriteString(w, string(f))
	return err
}
