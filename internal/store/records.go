package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"kotakembar/internal/portal"
)

// Records is the part of a record kind's table that desks and pages use.
type Records[R any] struct {
	pool  conn
	table table[R]
}

// Kind is the kind of the records.
func (r Records[R]) Kind() portal.Kind { return r.table.kind }

// ByID returns the public record of a number.
func (r Records[R]) ByID(ctx context.Context, id int64) (R, error) {
	return one(ctx, r.pool, r.table.reading(), "select "+r.table.names("")+"\nfrom "+r.table.name+"\nwhere id = $1", id)
}

// All returns every public record in the table's own order.
func (r Records[R]) All(ctx context.Context) ([]R, error) {
	return r.table.where(ctx, r.pool, "true\norder by "+r.table.order)
}

// Meta returns the record's number and version.
func (r Records[R]) Meta(record R) portal.Meta { return *r.table.meta(&record) }

// Snapshot is the record and its evidence as a change carries them.
func (r Records[R]) Snapshot(record R, e portal.Evidence) (portal.Snapshot, error) {
	return r.table.door().snapshot(&record, e)
}

// Record is the record that a change carries.
func (r Records[R]) Record(s portal.Snapshot) (record R, err error) {
	err = r.table.door().recall(s, &record)
	return record, err
}

// Check tells what is wrong with the record by its own rules.
func (r Records[R]) Check(record R) error { return r.table.check(record) }

// Page is what a list asks for.
type Page struct {
	Search string // words that the record must contain
	Sort   string // a column's name; another word means the table's own order
	Desc   bool
	Where  map[string]string // what columns must be, by their names; of a column that holds several, one of them; see Narrows
	Number int               // from 1
	Size   int
}

// Has tells whether the records have a column of their own by that name.
func (r Records[R]) Has(column string) bool { return r.table.door().has(column) }

// List returns one page of the public records and how many there are in all.
func (r Records[R]) List(ctx context.Context, p Page) (records []R, total int, err error) {
	t := r.table.door()
	where, args := t.narrowed(p)
	err = r.pool.QueryRow(ctx, "select count(*)\nfrom "+t.name+where, args...).Scan(&total)
	if err != nil {
		return nil, 0, err
	}
	n := len(args)
	records, err = all(ctx, r.pool, r.table.reading(),
		"select "+t.names("")+"\nfrom "+t.name+where+"\norder by "+t.sorted(p)+fmt.Sprintf("\nlimit $%d\noffset $%d", n+1, n+2),
		append(args, p.Size, (p.Number-1)*p.Size)...)
	return records, total, err
}

// narrowed is the condition of a page with its arguments; only names of columns reach the SQL. A column is compared as text, and one
// that holds several values by each of them: the text of a list of codes or numbers is these between commas in braces.
func (t door) narrowed(p Page) (where string, args []any) {
	args = []any{likeLiteral.Replace(strings.TrimSpace(p.Search))}
	where = fmt.Sprintf("\nwhere ($1 = '' or %s ilike '%%' || $1 || '%%')", t.search)
	for _, c := range t.columns(t.empty()) {
		if value, asked := p.Where[c.name]; asked {
			args = append(args, value)
			where += fmt.Sprintf("\n\tand $%d = any(string_to_array(btrim(%s::text, '{}'), ','))", len(args), c.name)
		}
	}
	beside, more := t.narrowedBeside(p)
	for _, arg := range more {
		args = append(args, arg)
		beside = strings.Replace(beside, "$%d", "$"+strconv.Itoa(len(args)), 1)
	}
	return where + beside, args
}

// likeLiteral takes their meaning from the signs that ilike knows.
var likeLiteral = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// sorted is the order that the page asks for; only names of columns reach the SQL.
func (t door) sorted(p Page) string {
	if !t.has(p.Sort) {
		return t.order
	}
	if p.Desc {
		return p.Sort + " desc nulls last, id"
	}
	return p.Sort + " nulls last, id"
}
