package store

import (
	"context"
	"fmt"
	"slices"
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
	return one(ctx, r.pool, r.table.read, "select "+r.table.names("")+"\nfrom "+r.table.name+"\nwhere id = $1", id)
}

// All returns every public record in the table's own order.
func (r Records[R]) All(ctx context.Context) ([]R, error) {
	return r.table.where(ctx, r.pool, "true\norder by "+r.table.order)
}

// Meta returns the record's number and version.
func (r Records[R]) Meta(record R) portal.Meta { return *r.table.meta(&record) }

// Snapshot is the record and its evidence as a change carries them.
func (r Records[R]) Snapshot(record R, e portal.Evidence) (portal.Snapshot, error) {
	return r.table.snapshot(record, e)
}

// Record is the record that a change carries.
func (r Records[R]) Record(s portal.Snapshot) (R, error) { return r.table.record(s) }

// Check tells what is wrong with the record by its own rules.
func (r Records[R]) Check(record R) error { return r.table.check(record) }

// Page is what a list asks for.
type Page struct {
	Search string // words that the record must contain
	Sort   string // a column's name; another word means the table's own order
	Desc   bool
	Number int // from 1
	Size   int
}

// List returns one page of the public records and how many there are in all.
func (r Records[R]) List(ctx context.Context, p Page) (records []R, total int, err error) {
	t := r.table
	const found = "\nwhere $1 = '' or %s ilike '%%' || $1 || '%%'"
	where := fmt.Sprintf(found, t.search)
	words := likeLiteral.Replace(strings.TrimSpace(p.Search))
	err = r.pool.QueryRow(ctx, "select count(*)\nfrom "+t.name+where, words).Scan(&total)
	if err != nil {
		return nil, 0, err
	}
	records, err = all(ctx, r.pool, t.read,
		"select "+t.names("")+"\nfrom "+t.name+where+"\norder by "+t.sorted(p)+"\nlimit $2\noffset $3",
		words, p.Size, (p.Number-1)*p.Size)
	return records, total, err
}

// likeLiteral takes their meaning from the signs that ilike knows.
var likeLiteral = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// sorted is the order that the page asks for; only names of columns reach the SQL.
func (t table[R]) sorted(p Page) string {
	var r R
	if !slices.ContainsFunc(t.columns(&r), func(c column) bool { return c.name == p.Sort }) {
		return t.order
	}
	if p.Desc {
		return p.Sort + " desc nulls last, id"
	}
	return p.Sort + " nulls last, id"
}
