package store

import (
	"context"
	"maps"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Part asks for a part of the records of a kind in an order that stays: each part begins behind a mark that the one before left.
// What is empty narrows nothing.
type Part struct {
	Sort  string // a column's name; another word, or none, is the number of the record
	Desc  bool
	After *Mark // nil for the first part
	Size  int

	Words        string      // that the record holds
	Since, Until portal.Date // between which the first day lies that the record's date can mean
	Updated      time.Time   // published or changed at that instant or later
}

// Mark is where a part ended: what the last record was sorted by, and its number.
type Mark struct {
	Key string
	ID  int64
}

// Listed is a part of the records that fit a question.
type Listed[R any] struct {
	Records []R
	Total   int   // of all that fit, in whatever part
	Next    *Mark // nil where nothing follows
}

// filter is what a question narrows a kind of records by, beside what every Part may.
type filter struct {
	dated string // the column by which Since and Until are told
	where string // SQL over the table
	args  pgx.NamedArgs
}

// part answers a question for a part of the records, in two questions to the database.
func (t table[R]) part(ctx context.Context, q db, p Part, f filter) (found Listed[R], err error) {
	total, sql, args, err := t.door().counted(ctx, q, p, f)
	if err != nil {
		return found, err
	}
	found.Total = total
	rows, err := all(ctx, q, t.keyed, sql, args)
	if err != nil {
		return found, err
	}
	if len(rows) > p.Size {
		rows = rows[:p.Size]
		last := rows[p.Size-1]
		found.Next = &Mark{Key: last.key, ID: t.meta(&last.record).ID}
	}
	for _, row := range rows {
		found.Records = append(found.Records, row.record)
	}
	return found, nil
}

// counted counts the records that fit, and returns the question for the part of them, each behind what it is sorted by.
func (t door) counted(ctx context.Context, q db, p Part, f filter) (total int, sql string, args pgx.StrictNamedArgs, err error) {
	args = pgx.StrictNamedArgs{
		"kind": t.kind, "words": likeLiteral.Replace(strings.TrimSpace(p.Words)), "updated": nullTime(p.Updated),
		"since": dayOrNone(p.Since.Earliest()), "until": dayOrNone(p.Until.Latest()),
	}
	maps.Copy(args, f.args)
	from := "\nfrom " + t.name + "\nwhere " + strings.Join([]string{f.where, t.common(f.dated)}, "\n\tand ")
	if err := q.QueryRow(ctx, "select count(*)"+from, args).Scan(&total); err != nil {
		return 0, "", nil, err
	}
	sorted := t.keyset(p)
	args["size"] = p.Size + 1 // one more tells whether anything follows
	if p.After != nil {
		args["id"] = p.After.ID
		if sorted.byKey {
			args["key"] = p.After.Key
		}
		from += "\n\tand " + sorted.behind
	}
	return total, "select " + sorted.key + ", " + t.names("") + from + "\norder by " + sorted.order + "\nlimit @size", args, nil
}

// common are the conditions that every kind of records can be asked by. A record without a date lies in no stretch of time.
func (t door) common(dated string) string {
	day := "null::text"
	if dated != "" {
		day = firstDay(dated)
	}
	return strings.Join([]string{
		"(@words = '' or " + t.search + " ilike '%' || @words || '%')",
		"(@since::text is null or " + day + " >= @since)",
		"(@until::text is null or " + day + " <= @until)",
		`(@updated::timestamptz is null or exists (
			select from changes c
			where c.kind = @kind
				and c.record_id = ` + t.name + `.id
				and c.state = 'applied'
				and c.decided_at >= @updated))`,
	}, "\n\tand ")
}

// firstDay is SQL for the first day that a date can mean, as text that sorts by time whatever the order of the database.
func firstDay(column string) string {
	return "(rtrim(" + column + ", '~?') || substr('-01-01', length(rtrim(" + column + ", '~?')) - 3)) collate \"C\""
}

// keyset is SQL for what records are sorted by, as text, for those behind a mark, and for the order.
type keyset struct {
	key, behind, order string
	byKey              bool // and not by number alone
}

// keyset is the order that a part asks for; only names of columns reach the SQL. Unknown comes last.
func (t door) keyset(p Part) keyset {
	direction, than, last := "", ">", "'~~'" // behind every date, code and address
	if p.Desc {
		direction, than, last = " desc", "<", "''"
	}
	if !t.has(p.Sort) {
		return keyset{key: "''", behind: "id " + than + " @id", order: "id" + direction}
	}
	key := "coalesce(" + p.Sort + "::text, " + last + ") collate \"C\""
	return keyset{key: key, behind: "(" + key + ", id) " + than + " (@key, @id)", order: key + direction + ", id" + direction, byKey: true}
}

// keyedRecord is a record with what it was sorted by.
type keyedRecord[R any] struct {
	key    string
	record R
}

func (t table[R]) keyed(row pgx.CollectableRow) (k keyedRecord[R], err error) {
	err = row.Scan(append([]any{&k.key}, t.door().targets(&k.record)...)...)
	return k, err
}

func nullTime(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	return &at
}

func dayOrNone(day time.Time) *string {
	if day.IsZero() {
		return nil
	}
	written := day.Format(time.DateOnly)
	return &written
}

// some is a list of choices, which the database must not take for unknown.
func some[T ~string](choices []T) []string {
	list := make([]string, len(choices))
	for i, c := range choices {
		list[i] = string(c)
	}
	return list
}

// Updated is when a record was last published or changed in public, and whether one person did so whom nobody has reviewed yet.
type Updated struct {
	At         time.Time
	Unreviewed bool
}

// UpdatedAts returns when records of a kind were last published or changed in public; one that came with the first facts and was
// never published by a change is left out.
func (s *Store) UpdatedAts(ctx context.Context, kind portal.Kind, ids []int64) (map[int64]Updated, error) {
	rows, err := s.pool.Query(ctx,
		`select record_id, max(decided_at), bool_or(`+unreviewed+`)
		from changes
		where kind = $1
			and record_id = any($2)
			and state = 'applied'
		group by record_id`, kind, ids)
	if err != nil {
		return nil, err
	}
	ats := map[int64]Updated{}
	var id int64
	var at Updated
	_, err = pgx.ForEachRow(rows, []any{&id, &at.At, &at.Unreviewed}, func() error {
		ats[id] = at
		return nil
	})
	return ats, err
}

// Named returns public records by their numbers; 0 and what is not public are left out.
func (r Records[R]) Named(ctx context.Context, ids []int64) (map[int64]R, error) {
	return r.table.named(ctx, r.pool, ids)
}
