package public

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/feed"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

const (
	feedShown = 50              // entries of a feed
	feedKept  = 5 * time.Minute // during which a reader of feeds need not ask again
)

// mountFeeds puts the feeds of what was published on the router: of all, of one partner, of one kind.
func (s Site) mountFeeds(r chi.Router, l i18n.Lang) {
	for _, path := range []view.Path{view.Recent, view.PartnerRecent, view.KindRecent} {
		page(r, l, path.Atom(), s.feed(feed.Feed.WriteAtom, feed.AtomType))
		page(r, l, path.JSONFeed(), s.feed(feed.Feed.WriteJSON, feed.JSONType))
	}
}

// feed answers with what was published lately in one of the forms.
func (s Site) feed(write func(feed.Feed) ([]byte, error), media string) respond.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		sh, err := s.begin(r)
		if err != nil {
			return err
		}
		f, err := s.news(r, sh)
		if err != nil {
			return err
		}
		body, err := write(f)
		if err != nil {
			return err
		}
		if !f.Updated.IsZero() {
			w.Header().Set("Last-Modified", f.Updated.UTC().Format(http.TimeFormat))
		}
		return respond.Share(w, r, respond.Shared{Type: media + "; charset=utf-8", Body: body, Keep: feedKept})
	}
}

// news is the feed that the address asks for.
func (s Site) news(r *http.Request, sh *sheet) (f feed.Feed, err error) {
	ctx, base := r.Context(), view.AmbientFrom(r.Context()).BaseURL
	kind, city := portal.Kind(chi.URLParam(r, "kind")), chi.URLParam(r, "slug")
	f = feed.Feed{
		Title: sh.t("feed.title", sh.t("site.name")), Lang: string(sh.lang), Author: sh.t("site.owner"), Licence: view.Licence,
		Updated: sh.updated,
	}
	path, args, home := view.Recent, []string(nil), view.Recent.In(sh.lang)
	var list []portal.Publication
	switch {
	case city != "":
		path, args = view.PartnerRecent, []string{city}
		var c portal.City
		if c, err = s.Store.Cities.BySlug(ctx, city); err != nil {
			return f, err
		}
		if c.IsHome {
			return f, portal.ErrNotFound
		}
		home, f.Title = view.Partner.In(sh.lang, city), f.Title+": "+c.Name.In(sh.lang)
		list, err = s.Store.RecentOf(ctx, c.ID, feedShown)
	case kind != "":
		if !slices.Contains(portal.Kinds, kind) {
			return f, portal.ErrNotFound
		}
		path, args = view.KindRecent, []string{string(kind)}
		home, f.Title = recentPath(sh.lang, kind, store.Moment{}), f.Title+": "+sh.t("kinds."+string(kind))
		list, err = s.Store.Recent(ctx, kind, store.Moment{At: endOfTime}, feedShown)
	default:
		list, err = s.Store.Recent(ctx, "", store.Moment{At: endOfTime}, feedShown)
	}
	if err != nil {
		return f, err
	}
	f.ID, f.Home = tagURI(base, path.In(i18n.ID, args...)+"/"+string(sh.lang)), base+home
	f.Atom, f.JSON = base+path.Atom().In(sh.lang, args...), base+path.JSONFeed().In(sh.lang, args...)
	if f.Entries, err = s.newsEntries(ctx, sh, base, list); err != nil {
		return f, err
	}
	if city == "" && len(list) < feedShown {
		first, err := s.firstData(ctx, sh, kind, base)
		if err != nil {
			return f, err
		}
		f.Entries = append(f.Entries, first...)
		portal.Sort(f.Entries, func(a, b feed.Entry) int { return b.At.Compare(a.At) })
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].At
	}
	return f, nil
}

// firstData are what the migrations brought, an entry for each day, so that whoever subscribes to a young register sees where it began.
func (s Site) firstData(ctx context.Context, sh *sheet, kind portal.Kind, base string) (entries []feed.Entry, err error) {
	seeds, err := s.Store.SeedDays(ctx, kind, endOfTime, seedsShown)
	for _, d := range sh.seedEntries(seeds) {
		day := string(portal.On(d.at.In(portal.WIB)))
		entries = append(entries, feed.Entry{
			ID: tagURI(base, "first/"+string(kind)+"/"+day), Title: d.entry.Name.Text, URL: base + recentPath(sh.lang, kind, store.Moment{}),
			At: d.at, Tag: string(kind), Text: sentences(d.entry.Said, d.entry.Who),
		})
	}
	return entries, err
}

func (s Site) newsEntries(ctx context.Context, sh *sheet, base string, list []portal.Publication) (entries []feed.Entry, err error) {
	read, err := s.publishedOf(ctx, list)
	for _, p := range read {
		shown := sh.publication(p, s.nameOf(ctx, sh, p.Publication), store.ShownUse{})
		reason := shown.Reason.Text
		if sh.lang != i18n.ID && reason != "" {
			reason = sh.t("publication.reason", reason)
		}
		entries = append(entries, feed.Entry{
			ID:    tagURI(base, "change/"+strconv.FormatInt(p.ID, 10)),
			Title: sentence(": ", shown.Act.Word, shown.Kind, shown.Name.Text), URL: base + shown.More.URL, At: p.At, Tag: string(p.Kind),
			Text: sentence(" ", shown.Said, reason, shown.Who),
		})
	}
	return entries, err
}

// tagURI is a name that never changes (RFC 4151), by the host of the site and the year from which the register gives such names.
func tagURI(base, name string) string {
	host := base
	if u, err := url.Parse(base); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return "tag:" + host + ",2026:" + strings.TrimPrefix(name, "/")
}

// feedsOf are the feeds that a page announces.
func (sh *sheet) feedsOf(path view.Path, args ...string) []view.FeedLink {
	title := sh.t("feed.title", sh.t("site.name"))
	return []view.FeedLink{
		{Type: feed.AtomType, Title: title + " (Atom)", URL: path.Atom().In(sh.lang, args...)},
		{Type: feed.JSONType, Title: title + " (JSON)", URL: path.JSONFeed().In(sh.lang, args...)},
	}
}
