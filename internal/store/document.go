package store

import (
	"context"

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
	return one(ctx, s.pool, documents.read, "select "+documents.names("")+"\nfrom documents\nwhere hash = $1\norder by id\nlimit 1", hash)
}
