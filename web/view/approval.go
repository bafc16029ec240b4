package view

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// ApprovalsPage is the register of what the council decided, and what other bodies did.
type ApprovalsPage struct {
	Page       Page
	Head       PageHead
	Filters    Filters
	Nothing    NothingFound
	Rows       []ApprovalRow
	From       int // first year of the spans
	To         int // last year of the spans
	Pages      Pages
	Others     []Record
	OthersLead string
	Sources    []SourceItem
}

// ApprovalRow is one planned cooperation on its way through the council.
type ApprovalRow struct {
	Agreement Link
	Decided   Cited
	Result    TagValue
	Span      Span
	Note      Cited  // on the decision, may be empty
	Elapsed   string // from intention to signature
	Number    string // of the decision; empty where it was not found
	Documents []DocumentLink
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
			Text(linkTo(r.Agreement)), approvalDecided(r), Tag(r.Result), SpanDrawing(r.Span), Text(Cited{Text: r.Elapsed}), approvalPapers(r),
		}})
	}
	return t
}
