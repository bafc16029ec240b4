package view

import "github.com/a-h/templ"

// AgreementsPage is the list of agreements.
type AgreementsPage struct {
	Page   Page
	Head   PageHead
	Groups []AgreementGroup
}

// AgreementGroup is the agreements of one kind: in force or concluded, intents, explorations.
type AgreementGroup struct {
	Head RailHead
	Rows []AgreementRow
}

// AgreementRow is one agreement in the list.
type AgreementRow struct {
	Title  Link
	City   Link
	Kind   string
	Signed string
	State  TagValue
	Tags   []TagValue // Sumber berbeda
}

// AgreementPage is one agreement, its term first.
type AgreementPage struct {
	Page       Page
	Correct    []Link // to write about the page
	Head       PageHead
	State      TagValue
	Remaining  string
	Steps      []StepGroup
	StepsNote  string
	Scope      []ScopeRow
	ScopeHead  RailHead
	Summary    Cited
	Disputes   []NamedDispute
	Promises   []Record
	Facts      []Fact
	Documents  []DocumentLink // of the paper itself and of its approvals; those of steps stand with them
	Approvals  []Record
	Papers     []Record // that extend or implement this one, and the one that it extends
	Activities []Record
	Sources    []SourceItem
}

// ScopeRow sets a field that the council approved beside the one that was signed.
type ScopeRow struct {
	Approved Cited
	Signed   Cited
	State    TagValue
}

func (g AgreementGroup) table(columns []string) Table {
	t := Table{Caption: g.Head.Title}
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{Label: c})
	}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(linkTo(r.Title)), Text(linkTo(r.City)), Text(Cited{Text: r.Kind}), Text(Cited{Text: r.Signed}), tags(append([]TagValue{r.State}, r.Tags...)),
		}})
	}
	return t
}

func (p AgreementPage) scope(approved, signed, state string) Table {
	t := Table{Caption: p.ScopeHead.Title, Columns: []Column{{Label: approved}, {Label: signed}, {Label: state}}}
	for _, r := range p.Scope {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{Text(r.Approved), Text(r.Signed), Tag(r.State)}})
	}
	return t
}
