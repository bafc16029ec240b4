package view

import (
	"context"

	"github.com/a-h/templ"

	"kotakembar/internal/i18n"
)

// ProgramsPage is the list of programs.
type ProgramsPage struct {
	Page    Page
	Head    PageHead
	Filters Filters
	Nothing NothingFound
	Rows    []ProgramRow
	Pages   Pages
	Propose Link // to propose a program
}

// ProgramRow is one program in the list.
type ProgramRow struct {
	Title  Link
	Cities []Link
	Kind   string
	Years  string
	Status string
	Marks  []TagValue // result documented or not, sources that differ
}

// ProgramPage is one program, its plan beside its outcome.
type ProgramPage struct {
	Page       Page
	Correct    []Link // to write about the page
	Head       PageHead
	Status     TagValue
	Life       PartnerLife
	Plan       []PlanRow
	House      PlanHouse // on the stage
	Units      []UnitChart
	Venues     []Record
	Disputes   []NamedDispute
	Facts      []Fact
	Documents  []DocumentLink
	Activities []Record
	Answers    *QuestionResults // of those who took part, nil where nobody was asked
	Unknown    []string         // what the register cannot answer yet
	Sources    []SourceItem
}

// PartnerLife is a partner and how alive the tie with it is; empty where there is none.
type PartnerLife struct {
	Partner  Link
	Vitality VitalityLabel
}

func (p ProgramsPage) table(ctx context.Context) Table {
	t := Table{Caption: p.Head.Title, Columns: []Column{
		{Label: i18n.T(ctx, "programs.column")}, {Label: i18n.T(ctx, "field.city_id")}, {Label: i18n.T(ctx, "field.kind")},
		{Label: i18n.T(ctx, "programs.years")}, {Label: i18n.T(ctx, "field.status")}, {Label: i18n.T(ctx, "field.result")},
	}}
	for _, r := range p.Rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{
			Text(linkTo(r.Title)), linkLines(r.Cities), Text(Cited{Text: r.Kind}), Text(Cited{Text: r.Years}), Text(Cited{Text: r.Status}), tags(r.Marks),
		}})
	}
	return t
}
