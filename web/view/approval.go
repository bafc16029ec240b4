package view

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// ApprovalsPage is the register of what the council decided, and what other bodies did.
type ApprovalsPage struct {
	Page    Page
	Head    PageHead
	Filters []Chip
	Rows    []ApprovalRow
	From    int // first year of the spans
	To      int // last year of the spans
	Others  []Record
	Sources []SourceItem
}

// ApprovalRow is one planned cooperation on its way through the council.
type ApprovalRow struct {
	Agreement Link
	Decided   Cited
	Result    TagValue
	Span      Span
	Elapsed   string // from intention to signature
	Document  string
}

func (p ApprovalsPage) table(ctx context.Context) Table {
	span := i18n.T(ctx, "approvals.span", strconv.Itoa(p.From), strconv.Itoa(p.To))
	t := Table{Caption: p.Head.Title, Columns: []Column{
		{Label: i18n.T(ctx, "approvals.plan")},
		{Label: i18n.T(ctx, "approvals.decided")},
		{Label: i18n.T(ctx, "approvals.result")},
		{Label: span, Short: i18n.T(ctx, "approvals.span_short")},
		{Label: i18n.T(ctx, "approvals.elapsed")},
		{Label: i18n.T(ctx, "approvals.document")},
	}}
	for _, r := range p.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(linkTo(r.Agreement)), Text(r.Decided), Tag(r.Result), SpanDrawing(r.Span), Text(Cited{Text: r.Elapsed}), Text(Cited{Text: r.Document}),
		}})
	}
	return t
}
