package view

import (
	"context"

	"github.com/a-h/templ"
)

// GuidePage explains the API, or one list of it, to people who write programs.
type GuidePage struct {
	Page     Page
	Head     PageHead
	Examples RailHead
	Requests []GuideRequest
	Rules    RailHead
	Told     []StepText // what holds for every answer, each under its name
	Tables   []GuideTable
}

// StepText is one of several things that are told, under its name.
type StepText struct {
	Name string
	Text string
}

// GuideRequest is something to ask for, with what comes back.
type GuideRequest struct {
	Text string
	URL  string
}

// GuideTable is parameters, fields or lists, each with its type and its meaning.
type GuideTable struct {
	Head  RailHead
	Names [3]string // of the columns
	Rows  []GuideRow
}

// GuideRow is one line of a table.
type GuideRow struct {
	ID   string // to point to it, may be empty
	Name string
	URL  string // where the name leads, may be empty
	Type Cited
	Text string
}

func (g GuideTable) table(_ context.Context) Table {
	t := Table{Caption: g.Head.Title}
	for _, name := range g.Names {
		t.Columns = append(t.Columns, Column{Label: name})
	}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{guideName(r), Text(r.Type), Text(Cited{Text: r.Text})}})
	}
	return t
}
