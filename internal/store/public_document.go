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
	var j journey
	var found []portal.Document
	askDocuments(&j, &found, records)
	err := j.travel(ctx, s.pool)
	return byOwner(found), err
}

// askDocuments takes along the question for the documents of some records.
func askDocuments(j *journey, into *[]portal.Document, of []Named) {
	kinds, ids := apart(of)
	ask(j, into, documentWithSize,
		"select "+documents.names("d.")+`, coalesce(f.width, 0), coalesce(f.height, 0)
		from documents d
		left join files f on f.hash = d.hash
		where (d.about_kind, d.about_id) in (select kind, id from unnest($1::text[], $2::bigint[]) as asked (kind, id))
		order by d.title_id, d.id`, kinds, ids)
}

// byOwner puts documents under the records that they belong to.
func byOwner(list []portal.Document) map[Named][]portal.Document {
	of := map[Named][]portal.Document{}
	for _, d := range list {
		name := Named{d.AboutKind, d.AboutID}
		of[name] = append(of[name], d)
	}
	return of
}
