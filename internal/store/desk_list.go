package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// StagesOf returns the stages of the legal path on record for some agreements, by agreement, the earliest first.
func (s *Store) StagesOf(ctx context.Context, agreements []int64) (map[int64][]portal.Stage, error) {
	rows, err := s.pool.Query(ctx,
		"select agreement_id, stage\nfrom steps\nwhere agreement_id = any($1)\norder by agreement_id, happened_on nulls first, array_position($2::text[], stage)",
		agreements, some(portal.Stages))
	if err != nil {
		return nil, err
	}
	of := map[int64][]portal.Stage{}
	var id int64
	var stage portal.Stage
	_, err = pgx.ForEachRow(rows, []any{&id, &stage}, func() error {
		of[id] = append(of[id], stage)
		return nil
	})
	return of, err
}

// SourceCounts counts the sources that each of some records cites.
func (s *Store) SourceCounts(ctx context.Context, kind portal.Kind, ids []int64) (map[int64]int, error) {
	rows, err := s.pool.Query(ctx,
		"select record_id, count(distinct source_id)\nfrom citations\nwhere kind = $1\n\tand record_id = any($2)\ngroup by record_id", kind, ids)
	if err != nil {
		return nil, err
	}
	counts := map[int64]int{}
	var id int64
	var n int
	_, err = pgx.ForEachRow(rows, []any{&id, &n}, func() error {
		counts[id] = n
		return nil
	})
	return counts, err
}

// Sourced and Reached are what lists can be narrowed by beside columns: whether a record cites a source, and the last of the seven steps
// that the path of an agreement has reached.
const (
	Sourced = "sourced"
	Reached = "reached"
)

// Narrows tells whether a list of the records can be narrowed by a name, which is a column's or one of those.
func (r Records[R]) Narrows(name string) bool {
	return r.Has(name) || name == Sourced || name == Reached && r.table.kind == portal.KindAgreement
}

// narrowedBeside is the condition of a page by what is no column.
func (t door) narrowedBeside(p Page) (where string, more []any) {
	if asked, narrows := p.Where[Sourced]; narrows {
		cites := "exists (select from citations c where c.kind = '" + string(t.kind) + "' and c.record_id = " + t.name + ".id)"
		if asked == "no" {
			cites = "not " + cites
		}
		where += "\n\tand " + cites
	}
	if asked, narrows := p.Where[Reached]; narrows && t.kind == portal.KindAgreement {
		stages := slices.DeleteFunc(slices.Clone(portal.Stages), func(s portal.Stage) bool { return string(s.Group()) != asked })
		where += `
			and (
				select s.stage
				from steps s
				where s.agreement_id = agreements.id
				order by s.happened_on desc nulls last, array_position($%d::text[], s.stage) desc
				limit 1
			) = any($%d)`
		more = []any{some(portal.Stages), some(stages)}
	}
	return where, more
}
