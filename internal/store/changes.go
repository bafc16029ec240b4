package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// ChangeFilter narrows a list of changes; zero values narrow nothing.
type ChangeFilter struct {
	Kind     portal.Kind
	RecordID int64
	AuthorID int64
	BatchID  int64
	States   []portal.State
	NotBy    int64 // leaves out this author's
	Single   bool  // leaves out what belongs to a batch
	Oldest   bool  // that was handed in comes first, not the newest
	Number   int   // of the page, from 1
	Size     int
}

// Changes returns one page of changes, newest first, and how many there are in all.
func (s *Store) Changes(ctx context.Context, f ChangeFilter) (changes []portal.Change, total int, err error) {
	const where = `
		where ($1 = '' or kind = $1)
			and ($2 = 0 or record_id = $2)
			and ($3 = 0 or author_id = $3)
			and (cardinality($4::text[]) = 0 or state = any($4))
			and ($5 = 0 or batch_id = $5)
			and ($6 = 0 or author_id is distinct from $6)
			and (not $7 or batch_id is null)`
	states := make([]string, len(f.States))
	for i, state := range f.States {
		states[i] = string(state)
	}
	args := []any{string(f.Kind), f.RecordID, f.AuthorID, states, f.BatchID, f.NotBy, f.Single}
	if err := s.pool.QueryRow(ctx, "select count(*)\nfrom changes"+where, args...).Scan(&total); err != nil {
		return nil, 0, err
	}
	order := "coalesce(decided_at, submitted_at, created_at) desc, id desc"
	if f.Oldest {
		order = "coalesce(submitted_at, created_at), id"
	}
	changes, err = all(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes"+where+"\norder by "+order+"\nlimit $8\noffset $9",
		append(args, f.Size, (f.Number-1)*f.Size)...)
	return changes, total, err
}

// History returns every change of a record that became public, oldest first.
func (s *Store) History(ctx context.Context, kind portal.Kind, id int64) ([]portal.Change, error) {
	return all(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes\nwhere kind = $1\n\tand record_id = $2\n\tand state = 'applied'\norder by decided_at, id", kind, id)
}

// Options returns every public record of a kind as a choice.
func (r Records[R]) Options(ctx context.Context, l i18n.Lang) ([]Option, error) {
	return all(ctx, r.pool, pgx.RowToStructByPos[Option],
		"select id, "+r.table.label(l)+"\nfrom "+r.table.name+"\norder by 2, id")
}

// Titles returns how records of a kind are called.
func (s *Store) Titles(ctx context.Context, l i18n.Lang, kind portal.Kind, ids []int64) (map[int64]string, error) {
	door, ok := doors[kind]
	if !ok {
		return nil, portal.ErrNotFound
	}
	options, err := door.titles(ctx, s.pool, l, ids)
	titles := make(map[int64]string, len(options))
	for _, o := range options {
		titles[o.ID] = o.Title
	}
	return titles, err
}

func (t table[R]) titles(ctx context.Context, q db, l i18n.Lang, ids []int64) ([]Option, error) {
	return all(ctx, q, pgx.RowToStructByPos[Option], "select id, "+t.label(l)+"\nfrom "+t.name+"\nwhere id = any($1)", ids)
}

// Counts returns how many public records each kind has, and how many changes wait for a decision.
func (s *Store) Counts(ctx context.Context) (records map[portal.Kind]int, waiting int, err error) {
	parts := make([]string, 0, len(doors))
	for kind, door := range doors {
		parts = append(parts, "select '"+string(kind)+"', count(*)\nfrom "+door.tableName())
	}
	rows, err := s.pool.Query(ctx, strings.Join(parts, "\nunion all\n"))
	if err != nil {
		return nil, 0, err
	}
	records = map[portal.Kind]int{}
	var kind portal.Kind
	var n int
	_, err = pgx.ForEachRow(rows, []any{&kind, &n}, func() error {
		records[kind] = n
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	err = s.pool.QueryRow(ctx, "select count(*)\nfrom changes\nwhere state = 'submitted'").Scan(&waiting)
	return records, waiting, err
}

func (t table[R]) tableName() string { return t.name }

func scanText(row pgx.CollectableRow) (text string, err error) {
	err = row.Scan(&text)
	return text, err
}

// Published returns a record as it was public in one of its versions.
func (s *Store) Published(ctx context.Context, kind portal.Kind, id, version int64) (portal.Snapshot, error) {
	return one(ctx, s.pool, func(row pgx.CollectableRow) (was portal.Snapshot, err error) {
		err = row.Scan(&was)
		return was, err
	}, `select after
		from changes
		where kind = $1
			and record_id = $2
			and state = 'applied'
		order by decided_at, id
		offset $3
		limit 1`, kind, id, version-1)
}
