package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func sourceDesk(o Office) desk[portal.Source] {
	return desk[portal.Source]{
		office: o, records: o.Store.Sources, route: "sources",
		questions: sourceForm,
		fresh:     func(url.Values) portal.Source { return portal.Source{Quality: portal.Secondary, Language: "id"} },
		list: func(ctx context.Context, sources []portal.Source) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"title", "publisher", "published_on", "quality", "slug"}, plainTitle: true}
			for _, s := range sources {
				rows.add(s.Title, s.Publisher, s.PublishedOn.Short(l), l.T("choice.quality."+string(s.Quality)), s.Slug)
			}
			return rows, nil
		},
		beside: func(ctx context.Context, id int64, s portal.Source) view.Link {
			if l := i18n.From(ctx); s.URL != "" {
				return view.Link{Label: l.T("link.state"), URL: linkAt(l, id)}
			}
			return view.Link{}
		},
		public: func(ctx context.Context, s portal.Source) string { return view.Source.In(i18n.From(ctx), s.Slug) },
	}
}

// sourceForm asks for no evidence: a source is evidence itself.
func sourceForm(s *portal.Source, _ choices) form.Form {
	return form.Form{
		form.Text("title", &s.Title).With("hint.source.title").Own().Under("section.source"),
		form.Text("slug", &s.Slug).With("hint.source.slug").Own(),
		form.Text("publisher", &s.Publisher).Own(),
		form.Text("url", &s.URL).Own(),
		form.Text("archive_url", &s.ArchiveURL).Own(),
		form.Date("published_on", &s.PublishedOn).Own(),
		form.Text("language", &s.Language).Own(),
		form.Choice("quality", &s.Quality, portal.Qualities).Own(),
		form.Date("checked_on", &s.CheckedOn).Own(),
		form.BothLong("note", &s.Note).Own(),
	}
}
