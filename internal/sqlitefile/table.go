package sqlitefile

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Table says what a table holds.
type Table struct {
	Name    string
	Columns []Column
	Key     []string // the columns that tell its rows apart; none where nothing does
}

// Column is a column of a table.
type Column struct {
	Name   string
	Type   string // such as integer, real or text; empty for any
	Needed bool   // it is null in no row
	Unique bool   // no two rows have the same value; each may be found by it
	Refers string // the table whose id it names, if any
}

// Add writes a table with its rows, which have a value for each column: nil, bool, int64, float64 or string. A key that is one column of
// integers is the number of the row, and such rows come in its order. No value is turned into the type of its column.
func (f *File) Add(t Table, rows iter.Seq[[]any]) error {
	w := &writing{Table: t, rows: newTree(f, table), number: t.numbered()}
	for _, columns := range t.unique() {
		w.keys = append(w.keys, &keys{columns: columns})
	}
	for row := range rows {
		if err := w.add(row); err != nil {
			return fmt.Errorf("row %d of %s: %w", w.last, t.Name, err)
		}
	}
	return w.finish(f)
}

// writing is a table while it is written.
type writing struct {
	Table
	rows   tree
	number int   // the column that is the number of the row, -1 for none
	last   int64 // the number of the last row
	keys   []*keys
}

func (w *writing) add(row []any) error {
	if len(row) != len(w.Columns) {
		return fmt.Errorf("%d values", len(row))
	}
	for i, c := range w.Columns {
		if c.Needed && row[i] == nil {
			return fmt.Errorf("no %s", c.Name)
		}
	}
	number := w.last + 1
	if w.number >= 0 {
		said, ok := row[w.number].(int64)
		if !ok || w.rows.last != nil && said <= w.last {
			return fmt.Errorf("%v comes after it", row[w.number])
		}
		number, row = said, slices.Clone(row)
		row[w.number] = nil // it is said beside the record
	}
	w.last = number
	for _, k := range w.keys {
		if err := k.add(row, number); err != nil {
			return err
		}
	}
	said, err := record(row)
	if err != nil {
		return err
	}
	return w.rows.row(number, said)
}

// finish writes what is left of the rows, then the keys, and lists them in the schema.
func (w *writing) finish(f *File) error {
	root, err := w.rows.finish()
	if err != nil {
		return err
	}
	if err := f.list("table", w.Name, w.Name, root, w.sql()); err != nil {
		return err
	}
	for i, k := range w.keys {
		if root, err = k.write(f); err != nil {
			return fmt.Errorf("keys of %s: %w", w.Name, err)
		}
		// SQLite knows by the name which of the table's keys it is.
		if err := f.list("index", "sqlite_autoindex_"+w.Name+"_"+strconv.Itoa(i+1), w.Name, root, nil); err != nil {
			return err
		}
	}
	return nil
}

// list puts an entry into the schema.
func (f *File) list(kind, name, of string, root uint32, sql any) error {
	said, err := record([]any{kind, name, of, int64(root), sql})
	if err != nil {
		return err
	}
	f.listed++
	return f.schema.row(f.listed, said)
}

// sql is the statement that makes the table, with the first words as SQLite keeps them.
func (t Table) sql() string {
	lines := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		lines[i] = quoted(c.Name)
		if c.Type != "" {
			lines[i] += " " + c.Type
		}
		if c.Needed {
			lines[i] += " not null"
		}
		if t.findsBy(c) {
			lines[i] += " unique"
		}
		if c.Refers != "" {
			lines[i] += " references " + quoted(c.Refers) + " (id)"
		}
	}
	if len(t.Key) > 0 {
		names := make([]string, len(t.Key))
		for i, name := range t.Key {
			names[i] = quoted(name)
		}
		lines = append(lines, "primary key ("+strings.Join(names, ", ")+")")
	}
	return "CREATE TABLE " + quoted(t.Name) + " (\n\t" + strings.Join(lines, ",\n\t") + "\n)"
}

// findsBy tells whether the table has an index of a column alone; the key has its own.
func (t Table) findsBy(c Column) bool { return c.Unique && !slices.Equal(t.Key, []string{c.Name}) }

// numbered is the column that is the number of the row, -1 for none.
func (t Table) numbered() int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Type == "integer" && slices.Equal(t.Key, []string{c.Name}) })
}

// unique are the columns of each index that SQLite expects for the statement, in its order.
func (t Table) unique() (list [][]int) {
	for i, c := range t.Columns {
		if t.findsBy(c) {
			list = append(list, []int{i})
		}
	}
	if len(t.Key) == 0 || t.numbered() >= 0 {
		return list
	}
	key := make([]int, len(t.Key))
	for i, name := range t.Key {
		key[i] = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	}
	return append(list, key)
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
