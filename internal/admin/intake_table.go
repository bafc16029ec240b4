package admin

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// The columns of a file beside those of the form.
const (
	columnID        = "id"        // number of the record; empty for a new one
	columnCitations = "citations" // all that stands behind the record, a citation a line
	columnSource    = "source"    // short name of one source behind all that the line brings
	columnLocator   = "locator"   // where in that source
)

// fileColumn is one column that a file of records can have.
type fileColumn struct {
	name  string
	field *form.Column // nil for a column that is none of the form's
	cited bool         // it speaks of citations
}

// label is the heading of the column.
func (c fileColumn) label(l i18n.Lang) string {
	if c.field == nil {
		return l.T("intake.column." + c.name)
	}
	return c.field.Label(l)
}

// grid is a desk's form as the columns of files, over one record at a time.
type grid struct {
	desk    counter
	columns []fileColumn
	table   *form.Table
	record  any
	proofs  []string // questions for which sources are asked
	book    form.Book
	names   map[int64]string // of sources, by number
	numbers map[string]int64
}

func (d counter) grid(c choices) *grid {
	g := &grid{desk: d, record: d.empty(), book: c.book, names: map[int64]string{}, numbers: map[string]int64{}}
	f := d.questions(g.record, c)
	g.table = f.Tabular()
	g.columns = []fileColumn{{name: columnID}}
	for _, column := range g.table.Columns {
		g.columns = append(g.columns, fileColumn{name: column.Name, field: column})
	}
	for _, q := range f {
		if !q.Ours {
			g.proofs = append(g.proofs, q.Name)
		}
	}
	for _, e := range c.book.Entries {
		if !e.Offered { // a file is decided on as a whole and cannot wait for another decision
			g.names[e.ID], g.numbers[e.Slug] = e.Slug, e.ID
		}
	}
	if len(g.proofs) > 0 {
		for _, name := range []string{columnCitations, columnSource, columnLocator} {
			g.columns = append(g.columns, fileColumn{name: name, cited: true})
		}
	}
	return g
}

// headings are the names of the columns in the reader's language, each once.
func headings(l i18n.Lang, columns []fileColumn) []string {
	list := make([]string, len(columns))
	count := map[string]int{}
	for i, c := range columns {
		list[i] = c.label(l)
		count[list[i]]++
	}
	for i, c := range columns {
		if count[list[i]] > 1 {
			list[i] += " [" + c.name + "]"
		}
	}
	return list
}

// cells is one public record as a line of a file.
func (g *grid) cells(l i18n.Lang, id int64, live store.Live) ([]string, error) {
	record, err := g.desk.records.Record(live.Snapshot)
	if err != nil {
		return nil, err
	}
	g.desk.copy(g.record, record)
	cells := append([]string{strconv.FormatInt(id, 10)}, g.table.Cells(l)...)
	if len(g.proofs) > 0 {
		cells = append(cells, g.citations(live.Snapshot.Citations), "", "")
	}
	return cells, nil
}

// citations writes what stands behind a record, a citation a line: field | source | place | Indonesian | English.
func (g *grid) citations(list []portal.Citation) string {
	lines := make([]string, len(list))
	for i, c := range list {
		lines[i] = form.JoinParts(c.Field, cmp.Or(g.names[c.SourceID], strconv.FormatInt(c.SourceID, 10)), c.Locator, c.Says.ID, c.Says.EN)
	}
	return strings.Join(lines, "\n")
}

// guess matches the names of a file's columns with those that it can fill: by name, or by heading in either language.
func guess(columns []fileColumn, header []string) []string {
	known := map[string]string{}
	for _, l := range i18n.Langs {
		for i, heading := range headings(l, columns) {
			known[plainName(heading)] = columns[i].name
		}
	}
	for _, c := range columns {
		known[plainName(c.name)] = c.name
	}
	mapping := make([]string, len(header))
	for i, heading := range header {
		if name := known[plainName(heading)]; !slices.Contains(mapping[:i], name) {
			mapping[i] = name
		}
	}
	return mapping
}

// plainName is a heading without what people write differently.
func plainName(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n*:_-", r) }), " ")
}

// fileColumns are the columns that a file of the desk's records can have.
func (d counter) fileColumns() []fileColumn { return d.grid(choices{}).columns }

// exported are the records that a list shows, all its pages, as lines of a file.
func (d counter) exported(ctx context.Context, page store.Page, take func(cells []string) error) error {
	c, err := d.office.choices(ctx)
	if err != nil {
		return err
	}
	g, l := d.grid(c), i18n.From(ctx)
	page.Size = exportPart
	for page.Number = 1; ; page.Number++ {
		records, _, err := d.records.List(ctx, page)
		if err != nil {
			return err
		}
		ids := make([]int64, len(records))
		for i, r := range records {
			ids[i] = d.records.Meta(r).ID
		}
		lives, err := d.office.Store.Lives(ctx, d.kind(), ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			live, there := lives[id]
			if !there {
				continue // taken out meanwhile
			}
			cells, err := g.cells(l, id, live)
			if err != nil {
				return err
			}
			if err := take(cells); err != nil {
				return err
			}
		}
		if len(records) < exportPart {
			return nil
		}
	}
}

// exportPart is how many records are read at once for a file.
const exportPart = 500
