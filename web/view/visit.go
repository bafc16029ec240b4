package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// VisitsPage is the register of official trips: those whose report is overdue first.
type VisitsPage struct {
	Page     Page
	Head     PageHead
	Filters  Filters
	Nothing  NothingFound
	Found    string
	CSV      Link // the filtered register as a file
	Overdue  []VisitRow
	Others   []VisitRow
	Pages    Pages
	Years    []VisitYear
	YearsCSV Link
	Rules    []string // what counts as a trip, when a report is due, what enters a sum
	Sources  []SourceItem
}

// VisitRow is one trip.
type VisitRow struct {
	Name         Link
	About        string // when, with whom, and who travelled
	Refs         []int
	Marks        []TagValue // without a source, or without one that can be checked
	Purpose      Cited
	Approval     Cited
	ApprovalMark TagValue
	Delegation   Cited
	Cost         Cited
	Report       Cited
	ReportMark   TagValue
	Documents    []DocumentLink
	Result       Cited
}

// VisitYear is the sums of one year.
type VisitYear struct {
	Year, Visits, Out, In             string
	People, Costs, Approved, Reported string
}

func visitTable(ctx context.Context, caption string, rows []VisitRow) Table {
	t := Table{Caption: caption, Columns: []Column{
		{Label: i18n.T(ctx, "visits.column")}, {Label: i18n.T(ctx, "field.purpose")}, {Label: i18n.T(ctx, "visits.approval"), Short: i18n.T(ctx, "choice.kind.approval")},
		{Label: i18n.T(ctx, "visits.delegation")}, {Label: i18n.T(ctx, "field.cost")}, {Label: i18n.T(ctx, "visits.report")},
		{Label: i18n.T(ctx, "field.result")},
	}}
	for _, r := range rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			visitName(r), Text(r.Purpose), tagged(r.ApprovalMark, r.Approval), Text(r.Delegation), Text(r.Cost), visitReport(r), Text(r.Result),
		}})
	}
	return t
}

func (p VisitsPage) years(ctx context.Context) Table {
	t := Table{Caption: i18n.T(ctx, "visits.years"), Columns: []Column{
		{Label: i18n.T(ctx, "activities.year")}, {Label: i18n.T(ctx, "visits.column"), Number: true},
		{Label: i18n.T(ctx, "choice.way.out"), Number: true}, {Label: i18n.T(ctx, "choice.way.in"), Number: true},
		{Label: i18n.T(ctx, "visits.delegation")}, {Label: i18n.T(ctx, "field.cost")},
		{Label: i18n.T(ctx, "visits.approval_short")}, {Label: i18n.T(ctx, "visits.report_short")},
	}}
	for _, y := range p.Years {
		row := Row{}
		for _, text := range []string{y.Year, y.Visits, y.Out, y.In, y.People, y.Costs, y.Approved, y.Reported} {
			row.Cells = append(row.Cells, Text(Cited{Text: text}))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
