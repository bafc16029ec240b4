package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// MethodPage tells how everything is counted.
type MethodPage struct {
	Page       Page
	Head       PageHead
	Labels     []VitalityLabel // in the order of the rules
	Marks      []MarkText
	Indicators []IndicatorRule
	Beside     []Fact
	Never      []string
	Dates      []string
	Coverage   []CoverageRow
	Changes    []Fact // versions of the rules, the newest first
}

// MarkText is a legal mark with what it means.
type MarkText struct {
	Tag  TagValue
	Text string
}

// IndicatorRule is how one indicator is counted, and when nothing is said.
type IndicatorRule struct {
	ID      string
	Name    string
	Formula string
	Silence string
}

// CoverageRow is how complete the records of a kind are; each cell is prepared as words.
type CoverageRow struct {
	Kind     string
	All      string
	Dated    string
	Sourced  string
	Costed   string
	Attended string
	Resulted string
}

// Parts of the page of the method that other pages point to.
const (
	MethodLabels   = "keadaan-hidup"
	MethodCoverage = "kelengkapan"
)

func (p MethodPage) coverage(ctx context.Context) Table {
	column := func(name string) Column {
		return Column{Label: i18n.T(ctx, "method.coverage."+name), Number: name != "kind"}
	}
	t := Table{Caption: i18n.T(ctx, "method.coverage"), Columns: []Column{
		column("kind"), column("all"), column("dated"), column("sourced"), column("costed"), column("attended"), column("resulted"),
	}}
	for _, r := range p.Coverage {
		row := Row{}
		for _, cell := range []string{r.Kind, r.All, r.Dated, r.Sourced, r.Costed, r.Attended, r.Resulted} {
			row.Cells = append(row.Cells, coverageCell(cell))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// coverageCell is a count, or the word that there is nothing to count.
func coverageCell(text string) templ.Component {
	if text == "" {
		return doesNotApply()
	}
	return Text(Cited{Text: text})
}
