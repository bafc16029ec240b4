package public

import (
	"context"
	"errors"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// topic is what a letter is about: a record, a page of this site, or nothing that is known.
type topic struct {
	written string // as an address says it: agreement/7 or /mitra/suwon
	record  store.Named
	page    string // path of the page
	name    string // in words, empty where it has none
	url     string // where it is shown
}

// topic finds what an address says that a letter is about. What cannot be found is no topic, so that nobody is kept from writing.
func (s Site) topic(ctx context.Context, sh *sheet, written string) (t topic, err error) {
	if strings.HasPrefix(written, "/") {
		return s.topicOfPage(ctx, sh, written)
	}
	kind, number, _ := strings.Cut(written, "/")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return topic{}, nil
	}
	return s.topicOfRecord(ctx, sh, store.Named{Kind: portal.Kind(kind), ID: id}, "")
}

// topicOfRecord is a record that is public.
func (s Site) topicOfRecord(ctx context.Context, sh *sheet, of store.Named, page string) (topic, error) {
	pages, err := s.Store.PagesOf(ctx, []store.Named{of})
	shown, ok := pages[of]
	if err != nil || !ok {
		return topic{}, err
	}
	return topic{
		written: written(of), record: of, page: page,
		name: sh.recordName(shown), url: sh.recordPath(shown),
	}, nil
}

// recordName is how a record is called among those of all kinds.
func (sh *sheet) recordName(u store.ShownUse) string {
	name := sh.t("choice.kind."+string(u.Kind)) + ": " + u.Title.In(sh.lang)
	if u.Kind == portal.KindStep || u.Kind == portal.KindApproval {
		name = sentence(", ", name, u.On.In(sh.lang))
	}
	return name
}

// recordPath is where readers find a record; empty where it has no page.
func (sh *sheet) recordPath(u store.ShownUse) string {
	switch u.PageKind {
	case portal.KindSource:
		return view.Source.In(sh.lang, u.PageSlug)
	case portal.KindDocument:
		return view.Document.In(sh.lang, u.PageSlug)
	}
	return sh.usePath(u)
}

// pageForm is the form of paths of this site.
var pageForm = regexp.MustCompile(`^/[a-z0-9/-]{0,200}$`)

// topicOfPage is the record that a page shows, or else the page.
func (s Site) topicOfPage(ctx context.Context, sh *sheet, path string) (topic, error) {
	if !pageForm.MatchString(path) {
		return topic{}, nil
	}
	of, err := s.recordOn(ctx, path)
	if err != nil {
		return topic{}, err
	}
	if of.ID != 0 {
		if t, err := s.topicOfRecord(ctx, sh, of, path); err != nil || t.record.ID != 0 {
			return t, err
		}
	}
	return topic{written: path, page: path, name: sh.t("letter.page", path), url: path}, nil
}

// recordOn finds the record of which a path is the page; none where it is another page.
func (s Site) recordOn(ctx context.Context, path string) (of store.Named, err error) {
	for _, page := range []struct {
		path view.Path
		find func(slug string) (store.Named, error)
	}{
		{view.Partner, bySlug(ctx, s.Store.Cities)},
		{view.Agreement, bySlug(ctx, s.Store.Agreements)},
		{view.Program, bySlug(ctx, s.Store.Programs)},
		{view.Source, bySlug(ctx, s.Store.Sources)},
	} {
		for _, l := range i18n.Langs {
			slug, ok := strings.CutPrefix(path, page.path.In(l, ""))
			if ok && slug != "" && !strings.Contains(slug, "/") {
				return page.find(slug)
			}
		}
	}
	return of, nil
}

// bySlug finds a record of a kind by its address, also by one that it had once.
func bySlug[R any](ctx context.Context, records store.Records[R]) func(slug string) (store.Named, error) {
	return func(slug string) (store.Named, error) {
		found, err := records.BySlug(ctx, slug)
		if moved, ok := errors.AsType[*store.Moved](err); ok {
			found, err = records.BySlug(ctx, moved.Slug)
		}
		if errors.Is(err, portal.ErrNotFound) {
			return store.Named{}, nil
		}
		return store.Named{Kind: records.Kind(), ID: records.Meta(found).ID}, err
	}
}

// writeAbout offers forms to write about a record.
func (sh *sheet) writeAbout(of store.Named, kinds ...portal.LetterKind) (links []view.Link) {
	for _, kind := range kinds {
		links = append(links, view.Link{
			Label: sh.t("letter.title." + string(kind)), URL: view.Report.In(sh.lang) + letterQuery(kind, written(of), ""),
		})
	}
	return links
}

// written is a record as an address says that a letter is about it.
func written(of store.Named) string { return string(of.Kind) + "/" + strconv.FormatInt(of.ID, 10) }

// letterQuery is the query of the form of a kind about something; a correction is what the form is for unless it says otherwise.
func letterQuery(kind portal.LetterKind, about, field string) string {
	q := url.Values{}
	if kind != portal.Correction {
		q.Set("kind", string(kind))
	}
	if about != "" {
		q.Set("about", about)
	}
	if field != "" {
		q.Set("field", field)
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}
