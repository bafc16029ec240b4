package store

import (
	"context"

	"kotakembar/internal/portal"
)

// DocumentsOf returns the public documents of some records, by record, in one question.
func (s *Store) DocumentsOf(ctx context.Context, records []Named) (map[Named][]portal.Document, error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	found, err := documents.where(ctx, s.pool,
		"(about_kind, about_id) in (select kind, id from unnest($1::text[], $2::bigint[]) as asked (kind, id))\norder by "+documents.order,
		kinds, ids)
	of := map[Named][]portal.Document{}
	for _, d := range found {
		name := Named{d.AboutKind, d.AboutID}
		of[name] = append(of[name], d)
	}
	return of, err
}
