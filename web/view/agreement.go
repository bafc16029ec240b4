package view

import "github.com/a-h/templ"

// AgreementsPage is the list of agreements.
type AgreementsPage struct {
	Page    Page
	Head    PageHead
	Groups  []AgreementGroup
	Pages   Pages // of the one group that was asked for
	Nothing NothingFound
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
	Download   DocumentLink // the paper itself; empty where it is not held
	Steps      []StepGroup
	StepsNote  string
	Scope      Scope
	Summary    Cited
	Disputes   []NamedDispute
	Promises   []Record
	Facts      []Fact
	Documents  []DocumentLink // of the paper itself and of its approvals; those of steps stand with them
	Approvals  []Record
	Chain      Chain         // empty for a paper that stands alone
	Activities []RecordGroup // none where no activity belongs to the paper
	Sources    []SourceItem
}

// Scope sets what the council approved beside what was signed.
type Scope struct {
	Head     RailHead
	Approved string // heading of the side
	Signed   string
	Rows     []ScopeRow // none where nothing can be compared, which Note explains
	Note     Cited
}

// ScopeRow is one field on both sides.
type ScopeRow struct {
	Approved Cited
	Signed   Cited
	State    TagValue
}

func (g AgreementGroup) table(columns []string) Table {
	t := Table{Caption: g.Head.Title, Columns: labelled(columns)}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(linkTo(r.Title)), Text(linkTo(r.City)), Text(Cited{Text: r.Kind}), Text(Cited{Text: r.Signed}), tags(append([]TagValue{r.State}, r.Tags...)),
		}})
	}
	return t
}

// labelled are columns that are no more than their labels.
func labelled(labels []string) []Column {
	columns := make([]Column, len(labels))
	for i, label := range labels {
		columns[i] = Column{Label: label}
	}
	return columns
}

// Chain is a paper with all that it rests on and all that rests on it, each below the one that it extends or implements.
type Chain struct {
	Head  RailHead
	Links []ChainLink
}

// ChainLink is one paper of a chain.
type ChainLink struct {
	Title    string
	URL      string // empty for the page's own paper
	Relation Cited  // Memperpanjang ...
	Signed   Cited
	Until    Cited
	State    TagValue
	Left     string // what is left of its term, or why that cannot be said
}

func (c Chain) table(columns []string) Table {
	t := Table{Caption: c.Head.Title, Columns: labelled(columns)}
	for _, l := range c.Links {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{chainPaper(l), Text(l.Signed), Text(l.Until), chainState(l)}})
	}
	return t
}

func (s Scope) table(state string) Table {
	t := Table{Caption: s.Head.Title, Columns: []Column{{Label: s.Approved}, {Label: s.Signed}, {Label: state}}}
	for _, r := range s.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{Text(r.Approved), Text(r.Signed), Tag(r.State)}})
	}
	return t
}
