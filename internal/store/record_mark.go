package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// RecordMark is what the two marks of a record rest on: whether the public sees it, and what is under way.
type RecordMark struct {
	Retired    bool // taken out
	Never      bool // it has a number, and has never been public
	Unreviewed bool // published by one person
	Open       []portal.State
}

// RecordMarks returns the marks of records, in one question: of changes under way only those that the viewer may see.
func (s *Store) RecordMarks(ctx context.Context, viewer int64, records []Named) (map[Named]RecordMark, error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	rows, err := s.pool.Query(ctx,
		`select c.kind, c.record_id, `+taken+` is true, `+taken+` is null, coalesce(c.unseen, false), c.open
		from (
			select kind, record_id, bool_or(`+unreviewed+`) as unseen,
				coalesce(array_agg(distinct state) filter (where state in ('draft', 'submitted', 'returned', 'scheduled') and `+visible+`), '{}') as open
			from changes
			where (kind, record_id) in (select * from unnest(@kinds::text[], @ids::bigint[]))
			group by kind, record_id
		) as c`, pgx.NamedArgs{"viewer": viewer, "kinds": kinds, "ids": ids})
	if err != nil {
		return nil, err
	}
	marks := map[Named]RecordMark{}
	var of Named
	var m RecordMark
	_, err = pgx.ForEachRow(rows, []any{&of.Kind, &of.ID, &m.Retired, &m.Never, &m.Unreviewed, &m.Open}, func() error {
		marks[of] = m
		m.Open = nil
		return nil
	})
	return marks, err
}
