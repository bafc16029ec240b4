package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// SourcesPage is the list of sources by quality.
type SourcesPage struct {
	Page    Page
	Head    PageHead
	Groups  []SourceGroup
	Nothing NothingFound
}

// SourceGroup is the sources of one quality.
type SourceGroup struct {
	Head RailHead
	Rows []SourceRow
}

// SourceRow is one source in the list.
type SourceRow struct {
	Title     Cited
	Publisher Cited
	Date      string
	Language  string
	Uses      string
}

// SourcePage is one source and what rests on it.
type SourcePage struct {
	Page  Page
	Head  PageHead
	Tag   TagValue
	Note  Cited
	Facts []Fact
	Uses  []UseGroup

	Documents []DocumentLink // archived copies of it
}

// UseGroup is the records of one kind that rest on a source.
type UseGroup struct {
	Title   string
	Records []Record
	Dated   bool // cities have no date
}

func (g SourceGroup) table(ctx context.Context) Table {
	t := Table{Caption: g.Head.Title, Columns: []Column{
		{Label: i18n.T(ctx, "choice.kind.source")}, {Label: i18n.T(ctx, "field.publisher")}, {Label: i18n.T(ctx, "field.published_on")},
		{Label: i18n.T(ctx, "field.language")}, {Label: i18n.T(ctx, "sources.uses"), Number: true},
	}}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(r.Title), Text(r.Publisher), Text(Cited{Text: r.Date}), Text(Cited{Text: r.Language}), Text(Cited{Text: r.Uses}),
		}})
	}
	return t
}
