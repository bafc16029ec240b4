package view

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// FindPage is the page of a search.
type FindPage struct {
	Page     Page
	Title    string
	Words    string // as the reader typed them
	Summary  string // how many hits there are and what else was looked for, empty before the first search
	Meant    Link   // likelier words, may be empty
	Filters  []Chip
	Odd      string // said of a kind in the address that is none, may be empty
	Alert    Link   // to the form by which news of the words come by mail; may be empty
	Hits     []FoundRecord
	Pages    Pages
	Nothing  string // what was not found, empty where something was
	WaysOut  []Link
	Examples []Cited // searches to begin with, shown where nothing was asked
}

// FoundRecord is one hit.
type FoundRecord struct {
	Kind  string
	Title []Marked
	Lang  string      // of the title where it is not the page's, BCP 47
	URL   string      // empty where it has no page
	Also  []FoundName // by which it was found as well
	Text  []Marked
	Tags  []TagValue
}

// FoundName is another name of a hit.
type FoundName struct {
	Text []Marked
	Lang string // BCP 47, where its script tells it
}

// Marked is a stretch of text; Hit where it is what the reader looked for.
type Marked struct {
	Text string
	Hit  bool
}

// findID is the field in which one types.
const findID = "q"

// marked shows a text with what was looked for. It is no template, because no space may come between the stretches.
func marked(pieces []Marked) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, markedText(pieces))
		return err
	})
}

// foundNames shows names with what was looked for, each in its language.
func foundNames(list []FoundName) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		shown := make([]string, len(list))
		for i, n := range list {
			shown[i] = markedText(n.Text)
			if n.Lang != "" {
				shown[i] = `<bdi lang="` + templ.EscapeString(n.Lang) + `">` + shown[i] + "</bdi>"
			}
		}
		_, err := io.WriteString(w, strings.Join(shown, ", "))
		return err
	})
}

func markedText(pieces []Marked) string {
	var shown strings.Builder
	for _, p := range pieces {
		text := templ.EscapeString(p.Text)
		if p.Hit {
			text = "<mark>" + text + "</mark>"
		}
		shown.WriteString(text)
	}
	return shown.String()
}

func (p FindPage) asked() bool { return p.Summary != "" || p.Nothing != "" }

// findLang is a language as an attribute.
func (f FoundRecord) findLang(l i18n.Lang) string {
	if f.Lang == string(l) {
		return ""
	}
	return f.Lang
}
