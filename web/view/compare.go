package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// CompareCity is the name under which the query of the comparison holds each city, by the last part of its address.
const CompareCity = "kota"

// ComparePage sets two or three partners beside each other.
type ComparePage struct {
	Page       Page
	Head       PageHead
	Form       FilterForm
	Notes      []string // what could not be compared and what is missing
	Examples   []Cited  // comparisons to begin with, shown where there is none yet
	Names      []string
	Cities     []Link
	Pulses     []PulseRow
	Facts      []ComparedRow
	Indicators []ComparedRow
	Papers     []ComparedRow
	Sources    []SourceItem
}

// ComparedRow is one fact of each city, in the order of the cities.
type ComparedRow struct {
	Label string
	Facts []Fact
}

// compared is rows of facts as a table with a column for each city.
func (p ComparePage) compared(ctx context.Context, rows []ComparedRow) Table {
	t := Table{Caption: p.Head.Title, Columns: []Column{{Label: i18n.T(ctx, "compare.row")}}}
	for _, name := range p.Names {
		t.Columns = append(t.Columns, Column{Label: name})
	}
	for _, r := range rows {
		cells := []templ.Component{Text(Cited{Text: r.Label})}
		for _, f := range r.Facts {
			cells = append(cells, factCell(f))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}
