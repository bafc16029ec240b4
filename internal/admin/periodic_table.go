package admin

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// periodicTable is one table of a report, for the page and for the workbook. Cells are text, int64, or nil where nothing is known.
type periodicTable struct {
	title   string
	lead    string
	columns []string // keys of their words
	rows    [][]any
}

func (t periodicTable) heads(l i18n.Lang) []string {
	heads := make([]string, len(t.columns))
	for i, key := range t.columns {
		heads[i] = l.T(key)
	}
	return heads
}

// part is the table on a page.
func (t periodicTable) part(l i18n.Lang) view.SheetPart {
	p := view.SheetPart{Title: t.title, Lead: t.lead, Table: view.Table{Caption: t.title, Columns: columnsOf(l, t.columns...)}}
	for _, cells := range t.rows {
		row := make([]string, len(cells))
		for i, cell := range cells {
			switch cell := cell.(type) {
			case string:
				row[i] = cell
			case int64:
				row[i] = l.Number(cell)
			}
		}
		p.Table.Rows = append(p.Table.Rows, plainRow(row...))
	}
	if len(t.rows) == 0 {
		p.Lead = l.T("periodic.nothing")
	}
	return p
}

// periodicSheet is a report on a page.
func (o Office) periodicSheet(l i18n.Lang, r portal.Periodic) view.Sheet {
	sums := view.SheetPart{Title: l.T("periodic.sums"), Facts: []view.Fact{fact(l.T("periodic.as_of"), r.AsOf.In(l))}}
	for _, n := range r.Sums() {
		sums.Facts = append(sums.Facts, fact(l.T("periodic.sum."+n.Name), l.Number(int64(n.Count))))
	}
	s := view.Sheet{Printed: portal.On(o.Now()).In(l), Hint: l.T("dossier.print"), Parts: []view.SheetPart{sums}}
	for _, t := range periodicTables(l, r) {
		s.Parts = append(s.Parts, t.part(l))
	}
	return s
}

func periodicTables(l i18n.Lang, r portal.Periodic) []periodicTable {
	return []periodicTable{periodicSteps(l, r), periodicEvents(l, r), periodicCosts(l, r), periodicResults(l, r), periodicOverdue(l, r)}
}

func periodicSteps(l i18n.Lang, r portal.Periodic) periodicTable {
	t := periodicTable{title: l.T("periodic.steps"), columns: []string{"field.happened_on", "field.city_id", "field.agreement_id", "field.stage"}}
	for _, s := range r.Steps {
		t.rows = append(t.rows, []any{s.On.In(l), s.City.In(l), s.Agreement.In(l), l.T("choice.stage." + string(s.Stage))})
	}
	return t
}

func periodicEvents(l i18n.Lang, r portal.Periodic) periodicTable {
	t := periodicTable{title: l.T("periodic.activities"), columns: []string{
		"field.start_on", "field.city_id", "field.title", "field.kind", "field.nature", "periodic.people", "periodic.reported", "periodic.priced", "periodic.sourced",
	}}
	for _, e := range r.Activities {
		t.rows = append(t.rows, []any{
			e.On.In(l), e.City.In(l), e.Title.In(l), l.T("choice.activity.kind." + e.Kind), l.T("choice.nature." + string(e.Nature)), counted(e.People),
			yes(l, e.Reported), yes(l, e.Priced), yes(l, e.Sourced),
		})
	}
	return t
}

// counted is a number that may be unknown as a cell.
func counted(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

func periodicCosts(l i18n.Lang, r portal.Periodic) periodicTable {
	t := periodicTable{title: l.T("periodic.costs"), lead: l.T("periodic.costs.lead"), columns: []string{"periodic.payer", "periodic.amount", "periodic.priced_by"}}
	for _, c := range r.Costs {
		payer := l.T("choice.payer." + c.Payer)
		if c.Unsourced {
			payer = l.T("periodic.unsourced_payer", payer)
		}
		t.rows = append(t.rows, []any{payer, portal.Amount(l, c.Amount, c.Currency), int64(c.Activities)})
	}
	return t
}

func periodicResults(l i18n.Lang, r portal.Periodic) periodicTable {
	t := periodicTable{title: l.T("periodic.results"), lead: l.T("periodic.results.lead"), columns: []string{
		"field.as_of", "choice.kind.program", "field.indicator", "field.planned", "field.result",
	}}
	for _, o := range r.Results {
		what, planned, result := o.Indicator.In(l), withUnit(l, o.Planned, o.Unit), withUnit(l, o.Achieved, o.Unit)
		if o.Indicator.Empty() {
			what, planned, result = l.T("periodic.whole"), o.Plan.In(l), o.Words.In(l)
		}
		if !o.Reported() {
			result = l.T("periodic.unreported")
		}
		t.rows = append(t.rows, []any{o.On.In(l), o.Program.In(l), what, planned, result})
	}
	return t
}

// withUnit is a number of a measure, empty where it is not known.
func withUnit(l i18n.Lang, n *int64, unit i18n.Text) string {
	if n == nil {
		return ""
	}
	return l.Number(*n) + " " + unit.In(l)
}

func periodicOverdue(l i18n.Lang, r portal.Periodic) periodicTable {
	t := periodicTable{title: l.T("periodic.overdue"), lead: l.T("periodic.overdue.lead", r.AsOf.In(l)), columns: []string{
		"field.due_on", "periodic.what", "field.city_id", "field.title",
	}}
	for _, d := range r.Overdue {
		t.rows = append(t.rows, []any{d.DueOn.In(l), l.T("periodic.overdue." + string(d.What)), d.City.In(l), d.Title.In(l)})
	}
	return t
}
