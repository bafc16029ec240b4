package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Source is where facts come from.
type Source struct {
	Slug        string    `json:"slug" example:"bsw-de"`
	Title       string    `json:"title"`
	Publisher   string    `json:"publisher"`
	URL         *string   `json:"url"`
	ArchiveURL  *string   `json:"archive_url"`
	PublishedOn *EDTF     `json:"published_on"`
	Language    string    `json:"language" example:"de"`
	Quality     string    `json:"quality"`
	CheckedOn   *EDTF     `json:"checked_on"`
	Note        opt[Text] `json:"note"`
	Common
}

type sourcesAsked struct {
	Paging
	Dated
	Quality  []string `query:"quality" example:"official"`
	Language []string `query:"language" example:"de,ko"`
}

func (f Face) mountSources(a huma.API) {
	mount(f, a, kind[portal.Source, Source]{
		name: "sources", one: "source", dated: "published_on", sorts: []string{"slug"}, records: f.Store.Sources,
		key:  func(s portal.Source) string { return s.Slug },
		find: f.Store.Sources.BySlug,
		tell: tellSource,
		page: func(t *teller, s portal.Source) opt[Text] { return t.page(view.Source, s.Slug) },
	}, func(ctx context.Context, in *sourcesAsked, p store.Part) (store.Listed[portal.Source], error) {
		return f.Store.SourcePart(ctx, p, store.SourceFilter{Qualities: codes[portal.Quality](in.Quality), Languages: in.Language})
	})
}

func tellSource(_ *teller, common Common, s portal.Source) Source {
	return Source{
		Slug: s.Slug, Title: s.Title, Publisher: s.Publisher, URL: known(s.URL), ArchiveURL: known(s.ArchiveURL),
		PublishedOn: date(s.PublishedOn), Language: s.Language, Quality: string(s.Quality), CheckedOn: date(s.CheckedOn),
		Note: maybeText(s.Note), Common: common,
	}
}
