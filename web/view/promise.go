package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// PromisesPage is the list of what agreements promise.
type PromisesPage struct {
	Page    Page
	Head    PageHead
	Filters Filters
	Nothing NothingFound
	Rows    []PromiseRow
	Pages   Pages
	Sources []SourceItem
}

// Filters are the ways to narrow a list.
type Filters struct {
	List []Filter
	Odd  string // said of choices in the address that there are none of, may be empty
}

// Filter is one way to narrow a list: its name and its choices.
type Filter struct {
	Label  string
	Chips  []Chip
	Folded bool // too many choices to stand open
}

// inSight are the ways to narrow a list that stand open, and those that are folded.
func inSight(list []Filter) (open, folded []Filter) {
	for _, f := range list {
		if f.Folded {
			folded = append(folded, f)
		} else {
			open = append(open, f)
		}
	}
	return open, folded
}

// chosen is the choice that holds.
func (f Filter) chosen() string {
	for _, c := range f.Chips {
		if c.Current {
			return c.Label
		}
	}
	return ""
}

// PromiseRow is one promise in the list.
type PromiseRow struct {
	Words  Cited
	City   Link
	Paper  Link
	Target Cited
	Due    Cited
	Marks  []TagValue // its state, and whether it is overdue
}

func (p PromisesPage) table(ctx context.Context) Table {
	t := Table{Caption: p.Head.Title, Columns: []Column{
		{Label: i18n.T(ctx, "field.words")}, {Label: i18n.T(ctx, "field.agreement.city_id")}, {Label: i18n.T(ctx, "promises.paper")},
		{Label: i18n.T(ctx, "field.target")}, {Label: i18n.T(ctx, "field.due_on")}, {Label: i18n.T(ctx, "promises.state")},
	}}
	for _, r := range p.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(r.Words), Text(linkTo(r.City)), Text(linkTo(r.Paper)), Text(r.Target), Text(r.Due), tags(r.Marks),
		}})
	}
	return t
}
