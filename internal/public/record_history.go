package public

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// versionsShown is how many versions of a record stand on one page.
const versionsShown = 20

// recordHistory shows what was published of one record; of one that was taken out, who decided what, when and why, and not what it said.
func (s Site) recordHistory(w http.ResponseWriter, r *http.Request) error {
	id, err := strconv.ParseInt(chi.URLParam(r, "id"), 10, 64)
	of := store.Named{Kind: portal.Kind(chi.URLParam(r, "kind")), ID: id}
	if err != nil || id < 1 || !slices.Contains(portal.Kinds, of.Kind) {
		return portal.ErrNotFound
	}
	below, _ := strconv.ParseInt(r.URL.Query().Get("below"), 10, 64) // what is no number leaves out nothing
	list, err := s.Store.Publications(r.Context(), of.Kind, of.ID, max(0, below), versionsShown+1)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return portal.ErrNotFound
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	shown, err := s.Store.PagesOf(r.Context(), []store.Named{of})
	if err != nil {
		return err
	}
	versions, err := s.publishedOf(r.Context(), list)
	if err != nil {
		return err
	}
	page := sh.recordHistoryPage(of, s.nameOf(r.Context(), sh, list[0]), versions, below)
	if url := sh.recordPath(shown[of]); url != "" {
		page.Record = view.Link{Label: sh.t("publication.record"), URL: url}
	}
	return respond.Page(w, r, http.StatusOK, view.RecordHistoryView(page))
}

func (sh *sheet) recordHistoryPage(of store.Named, name view.Cited, versions []published, below int64) view.RecordHistoryPage {
	called, latest, older := name.Text, versions[0], below > 0
	if latest.Gone {
		called = sh.choice("kind", string(of.Kind)) + " " + name.Text
	}
	title := sh.t("publication.title", called)
	p := view.RecordHistoryPage{
		Page: sh.page(view.RecordHistory, view.Path{}, title, sh.t("publication.description", called), string(of.Kind), strconv.FormatInt(of.ID, 10)),
		Head: view.PageHead{
			Crumbs: []view.Crumb{
				{Label: sh.t("recent.title"), URL: view.Recent.In(sh.lang)},
				{Label: sh.choice("kind", string(of.Kind)), URL: recentPath(sh.lang, of.Kind, store.Moment{})}, {Label: name.Text},
			},
			Title: title,
		},
	}
	if name.Lang != "" {
		p.Head.Title, p.Head.Name = strings.TrimSpace(sh.t("publication.title", "")), name
	}
	if latest.Gone {
		p.Gone, p.Page.NoIndex = sh.t("publication.gone"), true
	}
	switch {
	case older:
		p.Page.Part = belowQuery(below)
		p.Page.Query = p.Page.Part
	case !latest.Gone:
		p.Head.Lead.Text = sh.plural("publication.lead", int(latest.Version), portal.When(sh.lang, latest.At))
	}
	for i, v := range versions[:min(len(versions), versionsShown)] {
		p.Versions = append(p.Versions, sh.version(v, i == 0 && !older))
	}
	if len(versions) > versionsShown {
		last := versions[versionsShown-1].Version
		p.Older = view.Link{Label: sh.t("publication.older"), URL: belowQuery(last)}
	}
	return p
}

// belowQuery asks for the versions below one.
func belowQuery(version int64) string { return "?below=" + strconv.FormatInt(version, 10) }

// version is one state of a record; the one that is public now is marked.
func (sh *sheet) version(p published, current bool) view.Version {
	v := view.Version{
		ID: versionID(p.ID), Title: sh.t("publication.version", sh.lang.Number(p.Version), portal.When(sh.lang, p.At)),
		Tags: []view.TagValue{sh.act(p.Publication)}, Who: sh.whoPublished(p.Publication), Reason: sh.reason(p.Publication),
		Rows: p.rows, First: p.all,
	}
	if current && !p.Gone {
		v.Tags = append(v.Tags, view.TagValue{Tone: view.ToneOn, Word: sh.t("publication.current")})
	}
	switch {
	case p.Op == portal.OpRetire:
		v.Said, v.Rows = sh.t("publication.retired"), nil
	case p.Gone:
		v.Said = sh.t("publication.not_told")
	case len(v.First) > 0:
		v.Fold = sh.t("publication.first", sh.number(len(v.First)))
	case len(v.Rows) == 0:
		v.Said = sh.t("publication.arranged")
	}
	return v
}
