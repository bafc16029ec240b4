package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// documentWithSize scans a document and the size of the image that it is.
func documentWithSize(row pgx.CollectableRow) (d portal.Document, err error) {
	err = row.Scan(append(documents.door().targets(&d), &d.Width, &d.Height)...)
	return d, err
}

// DocumentsOf returns the public documents of some records, by record, in one question, images with their size.
func (s *Store) DocumentsOf(ctx context.Context, records []Named) (map[Named][]portal.Document, error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	found, err := all(ctx, s.pool, documentWithSize,
		"select "+documents.names("d.")+`, coalesce(f.width, 0), coalesce(f.height, 0)
		from documents d
		left join files f on f.hash = d.hash
		where (d.about_kind, d.about_id) in (select kind, id from unnest($1::text[], $2::bigint[]) as asked (kind, id))
		order by d.title_id, d.id`, kinds, ids)
	of := map[Named][]portal.Document{}
	for _, d := range found {
		name := Named{d.AboutKind, d.AboutID}
		of[name] = append(of[name], d)
	}
	return of, err
}
