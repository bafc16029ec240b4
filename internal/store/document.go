package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var documents = table[portal.Document]{
	kind:   portal.KindDocument,
	name:   "documents",
	label:  func(l i18n.Lang) string { return "title_" + string(l) },
	search: "(title_id || ' ' || title_en)",
	order:  "title_id, id",
	meta:   func(d *portal.Document) *portal.Meta { return &d.Meta },
	check:  portal.Document.Check,
	found: func(d portal.Document) findable {
		return findable{Slug: d.Hash, Above: Named{d.AboutKind, d.AboutID}, Title: d.Title, Body: d.AltText}
	},
	columns: func(d *portal.Document) []column {
		return columns(
			both("title", &d.Title),
			column{"hash", &d.Hash},
			column{"media_type", &d.MediaType},
			column{"size", &d.Size},
			column{"language", &d.Language},
			column{"about_kind", &d.AboutKind},
			column{"about_id", &d.AboutID},
			both("alt_text", &d.AltText),
		)
	},
}

// DocumentByHash returns the public document whose bytes have the hash.
func (s *Store) DocumentByHash(ctx context.Context, hash string) (portal.Document, error) {
	found, err := one(ctx, s.pool, documents.reading(), "select "+documents.names("")+"\nfrom documents\nwhere hash = $1\norder by id\nlimit 1", hash)
	return found, documents.door().goneOr(ctx, s.pool, err, "c.before -> 'fields' ->> 'hash' = $2", hash)
}

// DocumentFilter narrows a list of documents; what is empty narrows nothing.
type DocumentFilter struct {
	Kinds     []portal.Kind // of the records that they belong to
	Languages []string
}

// DocumentPart returns a part of the documents that fit.
func (s *Store) DocumentPart(ctx context.Context, p Part, f DocumentFilter) (Listed[portal.Document], error) {
	return documents.part(ctx, s.pool, p, filter{
		where: `(cardinality(@kinds::text[]) = 0 or about_kind = any(@kinds))
			and (cardinality(@languages::text[]) = 0 or language = any(@languages))`,
		args: pgx.NamedArgs{"kinds": some(f.Kinds), "languages": some(f.Languages)},
	})
}
