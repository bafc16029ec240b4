package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var sources = table[portal.Source]{
	kind:   portal.KindSource,
	name:   "sources",
	label:  func(i18n.Lang) string { return "title || ', ' || publisher" },
	search: "(title || ' ' || publisher || ' ' || slug || ' ' || coalesce(url, ''))",
	order:  "publisher, published_on nulls last, id",
	meta:   func(s *portal.Source) *portal.Meta { return &s.Meta },
	check:  portal.Source.Check,
	found: func(s portal.Source) findable {
		return findable{Slug: s.Slug, Title: i18n.Text{ID: s.Title, EN: s.Title}, Lang: s.TitleLang(), Also: []string{s.Publisher},
			Body: s.Note, On: s.PublishedOn}
	},
	columns: func(s *portal.Source) []column {
		return columns(
			column{"slug", &s.Slug},
			column{"title", &s.Title},
			column{"publisher", &s.Publisher},
			known("url", &s.URL),
			known("archive_url", &s.ArchiveURL),
			on("published_on", &s.PublishedOn),
			column{"language", &s.Language},
			column{"quality", &s.Quality},
			on("checked_on", &s.CheckedOn),
			both("note", &s.Note),
		)
	},
}

// SourceFilter narrows a list of sources; what is empty narrows nothing.
type SourceFilter struct {
	Qualities []portal.Quality
	Languages []string
}

// SourcePart returns a part of the sources that fit, dated by their publication.
func (s *Store) SourcePart(ctx context.Context, p Part, f SourceFilter) (Listed[portal.Source], error) {
	return sources.part(ctx, s.pool, p, filter{
		dated: "published_on",
		where: `(cardinality(@qualities::text[]) = 0 or quality = any(@qualities))
			and (cardinality(@languages::text[]) = 0 or language = any(@languages))`,
		args: pgx.NamedArgs{"qualities": some(f.Qualities), "languages": some(f.Languages)},
	})
}
