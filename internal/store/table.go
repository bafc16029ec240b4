package store

import (
	"context"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// column is a column's name and a pointer to the field that holds it. The pointer serves as scan target, as write argument and
// as the value that history remembers.
type column struct {
	name  string
	field any
}

// table says once how a record lies in the database.
type table[R any] struct {
	kind    portal.Kind
	name    string
	label   func(i18n.Lang) string // SQL that says how the record is called in lists of choices
	search  string                 // SQL of the text in which the desk searches
	order   string                 // SQL by which lists are ordered unless asked otherwise
	meta    func(*R) *portal.Meta
	columns func(*R) []column
	check   func(R) error
	found   func(R) findable // what readers find the record by; nil for a kind that is no answer to a reader
}

// The kinds of columns that are more than a plain pointer.

// known is a column that is null while its field has the zero value.
func known(name string, s *string) column { return column{name, (*zeronull.Text)(s)} }

// on is a date column, null while the date is unknown.
func on(name string, d *portal.Date) column { return column{name, (*zeronull.Text)(d)} }

// ref is a reference to another record, null while there is none.
func ref(name string, id *int64) column { return column{name, (*reference)(id)} }

// reference is a record's number, null in the database and in history while it is 0.
type reference int64

// ScanInt64 reads the number from the database.
func (r *reference) ScanInt64(v pgtype.Int8) error {
	*r = reference(v.Int64)
	return nil
}

// Int64Value writes the number to the database.
func (r reference) Int64Value() (pgtype.Int8, error) {
	return pgtype.Int8{Int64: int64(r), Valid: r != 0}, nil
}

// MarshalJSON writes the number to history.
func (r reference) MarshalJSON() ([]byte, error) {
	if r == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(r), 10), nil
}

// list is an array or JSON list column, empty and never null.
func list[T any](name string, items *[]T) column {
	if *items == nil {
		*items = []T{}
	}
	return column{name, items}
}

// both is the two columns of a text in both languages.
func both(name string, t *i18n.Text) []column {
	return []column{{name + "_id", &t.ID}, {name + "_en", &t.EN}}
}

// columns puts single columns and groups of them in one list.
func columns(parts ...any) []column {
	var flat []column
	for _, part := range parts {
		switch part := part.(type) {
		case column:
			flat = append(flat, part)
		case []column:
			flat = append(flat, part...)
		}
	}
	return flat
}

// names lists the columns of the table, number and version first, each behind the prefix.
func (t table[R]) names(prefix string) string { return t.door().names(prefix) }

// reading scans rows that were selected with names, one after the other: where their columns go is made once for all of them.
func (t table[R]) reading() pgx.RowToFunc[R] {
	into := new(R)
	targets := t.door().targets(into)
	empty := *into // lists are empty, not nil
	return func(row pgx.CollectableRow) (R, error) {
		*into = empty
		err := row.Scan(targets...)
		return *into, err
	}
}

// where selects records by a condition, in an order given as SQL.
func (t table[R]) where(ctx context.Context, q db, condition string, args ...any) ([]R, error) {
	return all(ctx, q, t.reading(), "select "+t.names("")+"\nfrom "+t.name+"\nwhere "+condition, args...)
}

// named returns the records of some numbers, by number; 0 names none.
func (t table[R]) named(ctx context.Context, q db, ids []int64) (map[int64]R, error) {
	list, err := t.where(ctx, q, "id = any($1)", ids)
	return t.byID(list), err
}

// byID finds records by their numbers.
func (t table[R]) byID(list []R) map[int64]R {
	byID := make(map[int64]R, len(list))
	for i := range list {
		byID[t.meta(&list[i]).ID] = list[i]
	}
	return byID
}
