package view

import "github.com/a-h/templ"

// Table is rows under named columns. Below 48rem each row becomes a block, its cells labelled by their columns.
type Table struct {
	Caption string // said to readers that hear, not shown
	Columns []Column
	Rows    []Row
	Select  string // name of the checkboxes at the start of the rows; empty for a table without
}

// Column is one column; the first one names the rows.
type Column struct {
	Label  string
	Short  string // the label in a block on phones, where it differs
	Number bool   // numbers stand at the end
	Sort   Sort
}

// Sort makes a column head a link. Without a URL it is plain text.
type Sort struct {
	URL   string
	Order Order
}

// Order is how a column is sorted, in the words of aria-sort.
type Order string

// The orders; the zero value is not sorted by this column.
const (
	Ascending  Order = "ascending"
	Descending Order = "descending"
)

// Row is one row of cells, as many as there are columns. Cells are components such as Text and Tag.
type Row struct {
	Cells       []templ.Component
	SelectValue string // what its checkbox sends
	SelectLabel string // what its checkbox is called
	Selected    bool
}

// short is the label of a column in a block.
func (c Column) short() string {
	if c.Short != "" {
		return c.Short
	}
	return c.Label
}

// PlanRow sets what was planned beside what is recorded.
type PlanRow struct {
	Name    string
	Plan    Cited
	Outcome Cited
}

// PlanTable is the table of plan and outcome; both columns always stand.
func PlanTable(caption, plan, outcome string, rows []PlanRow) Table {
	t := Table{Caption: caption, Columns: []Column{{}, {Label: plan}, {Label: outcome}}}
	for _, r := range rows {
		t.Rows = append(t.Rows, Row{Cells: []templ.Component{Text(Cited{Text: r.Name}), Text(r.Plan), Text(r.Outcome)}})
	}
	return t
}

// Pages is where a reader stands in a long list.
type Pages struct {
	Summary  string // 1 sampai 9 dari 11
	Previous string // address, empty on the first page
	Next     string // address, empty on the last page
}

// Crumb is one step to the page; the last one has no URL.
type Crumb = Link
