package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Table is a table of the public register as everybody may take it along: what it holds and how.
type Table struct {
	Name    string      // cities
	Kind    portal.Kind // of its records; empty for what belongs to records of all kinds
	Key     []string    // the columns that tell its rows apart
	Columns []Column
	rows    func(ctx context.Context, q db) iter.Seq2[[]json.RawMessage, error]
}

// Column is one column of a public table.
type Column struct {
	Name   string
	Type   ColumnType
	Needed bool   // it is empty in no row
	Unique bool   // no two rows have the same value
	Refers string // the table whose records the numbers name, empty where they name none
}

// ColumnType is what values of a column are.
type ColumnType string

// The types of columns. Objects are lists of small objects, such as the signatories of a step.
const (
	Integer  ColumnType = "integer"
	Decimal  ColumnType = "decimal"
	YesNo    ColumnType = "yes_no"
	Text     ColumnType = "text"
	Day      ColumnType = "date" // EDTF with the precision that is known
	Texts    ColumnType = "texts"
	Integers ColumnType = "integers"
	Objects  ColumnType = "objects"
)

// columnTypes are the types by their names in the database.
var columnTypes = map[string]ColumnType{
	"bigint": Integer, "integer": Integer, "double precision": Decimal, "boolean": YesNo, "text": Text, "edtf": Day,
	"text[]": Texts, "bigint[]": Integers, "jsonb": Objects,
}

// Tables describes every public table, in the order in which staff see the kinds; the evidence stands last. It asks one question,
// since the database knows best what it guarantees.
func (s *Store) Tables(ctx context.Context) ([]Table, error) {
	tables := publicTables()
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Name
	}
	known, err := s.columns(ctx, names)
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		for i, c := range t.Columns {
			found, ok := known[t.Name+"."+c.Name]
			if !ok || found.Type == "" {
				return nil, fmt.Errorf("column %s.%s is of no type that is known here", t.Name, c.Name)
			}
			t.Columns[i] = found
		}
	}
	return tables, nil
}

// Rows are the rows of a table in the order of their key, each value as JSON in the order of the columns; null is unknown. They
// are read one by one as they are asked for. The last pair holds the error, if there was one.
func (s *Store) Rows(ctx context.Context, t Table) iter.Seq2[[]json.RawMessage, error] {
	return t.rows(ctx, s.pool)
}

func publicTables() []Table {
	var list []Table
	for _, kind := range portal.Kinds {
		list = append(list, doors[kind].public())
	}
	return append(list,
		evidenceTable("citations", []string{"kind", "record_id", "position"}, citationColumns),
		evidenceTable("rulings", []string{"kind", "record_id", "field"}, rulingColumns))
}

// public is the table as everybody may take it along; the types of its columns are not known yet.
func (t door) public() Table {
	fields := func() []column {
		r := t.empty()
		meta := t.meta(r)
		return append([]column{{"id", &meta.ID}, {"version", &meta.Version}}, t.columns(r)...)
	}
	return readable(t.name, t.kind, []string{"id"}, fields)
}

func evidenceTable(name string, key []string, fields func() []column) Table {
	return readable(name, "", key, fields)
}

func readable(name string, kind portal.Kind, key []string, fields func() []column) Table {
	t := Table{Name: name, Kind: kind, Key: key}
	for _, c := range fields() {
		t.Columns = append(t.Columns, Column{Name: c.name})
	}
	t.rows = func(ctx context.Context, q db) iter.Seq2[[]json.RawMessage, error] {
		return stream(ctx, q, "select "+strings.Join(t.columnNames(), ", ")+"\nfrom "+name+"\norder by "+strings.Join(key, ", "), fields)
	}
	return t
}

func (t Table) columnNames() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// stream runs a question and hands its rows over one by one.
func stream(ctx context.Context, q db, sql string, fields func() []column) iter.Seq2[[]json.RawMessage, error] {
	return func(yield func([]json.RawMessage, error) bool) {
		rows, err := q.Query(ctx, sql)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			if values, err := scanned(rows, fields()); !yield(values, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

func scanned(rows pgx.Rows, fields []column) ([]json.RawMessage, error) {
	targets := make([]any, len(fields))
	for i, c := range fields {
		targets[i] = c.field
	}
	if err := rows.Scan(targets...); err != nil {
		return nil, err
	}
	values := make([]json.RawMessage, len(fields))
	for i, field := range targets {
		var err error
		if values[i], err = written(field); err != nil {
			return nil, fmt.Errorf("write column %s: %w", fields[i].name, err)
		}
	}
	return values, nil
}

// written is a value as JSON. What is null in the database is null, though the vocabulary holds it as an empty text.
func written(field any) (json.RawMessage, error) {
	if text, ok := field.(*zeronull.Text); ok && *text == "" {
		return json.RawMessage("null"), nil
	}
	var out bytes.Buffer
	plain := json.NewEncoder(&out)
	plain.SetEscapeHTML(false)
	err := plain.Encode(field)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// columns asks the database for the columns of some tables, by table.column.
func (s *Store) columns(ctx context.Context, tables []string) (map[string]Column, error) {
	rows, err := s.pool.Query(ctx, `select c.relname || '.' || a.attname, a.attname, format_type(a.atttypid, null),
			a.attnotnull and (not a.atthasdef or format_type(a.atttypid, null) <> 'text') as needed,
			exists (
				select from pg_constraint u
				where u.conrelid = c.oid and u.contype in ('p', 'u') and u.conkey = array[a.attnum]),
			coalesce((
				select other.relname
				from pg_constraint f
				join pg_class other on other.oid = f.confrelid
				where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]), '')
		from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relname = any($1)
			and c.relkind in ('r', 'p')
			and pg_table_is_visible(c.oid)`, tables)
	if err != nil {
		return nil, err
	}
	known := map[string]Column{}
	var name, kind string
	var c Column
	_, err = pgx.ForEachRow(rows, []any{&name, &c.Name, &kind, &c.Needed, &c.Unique, &c.Refers}, func() error {
		c.Type = columnTypes[kind]
		known[name] = c
		return nil
	})
	return known, err
}

// Has tells whether the table has a column of the name.
func (t Table) Has(column string) bool { return slices.Contains(t.columnNames(), column) }

// TableState is how many rows a public table has and when it last changed.
type TableState struct {
	Rows      int
	UpdatedAt time.Time // of the evidence: when any record did; the zero time for never
}

// TableStates returns the state of every public table by its name.
func (s *Store) TableStates(ctx context.Context) (map[string]TableState, error) {
	var parts []string
	for _, t := range publicTables() {
		parts = append(parts, "select '"+t.Name+"', count(*), (\n\tselect max(decided_at) from changes\n\twhere state = 'applied'\n\t\tand (kind = '"+
			string(t.Kind)+"' or '"+string(t.Kind)+"' = ''))\nfrom "+t.Name)
	}
	rows, err := s.pool.Query(ctx, strings.Join(parts, "\nunion all\n"))
	if err != nil {
		return nil, err
	}
	states := map[string]TableState{}
	var name string
	var state TableState
	var at *time.Time
	_, err = pgx.ForEachRow(rows, []any{&name, &state.Rows, &at}, func() error {
		if state.UpdatedAt = (time.Time{}); at != nil {
			state.UpdatedAt = at.UTC()
		}
		states[name] = state
		return nil
	})
	return states, err
}
