package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// sourcesCSV sends the list of sources, the best first as on the page.
func (s Site) sourcesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, uses, err := s.beginSources(r)
	if err != nil {
		return err
	}
	portal.Sort(list, func(a, b portal.Source) int {
		return slices.Index(portal.Qualities, a.Quality) - slices.Index(portal.Qualities, b.Quality)
	})
	label := func(field string) string { return sh.label(portal.KindSource, field) }
	columns := []csvColumn[portal.Source]{
		{label("title"), func(s portal.Source) string { return s.Title }},
		{label("publisher"), func(s portal.Source) string { return s.Publisher }},
		{label("published_on"), func(s portal.Source) string { return string(s.PublishedOn) }},
		{label("language"), func(s portal.Source) string { return s.Language }},
		{label("quality"), func(s portal.Source) string { return sh.choice("quality", string(s.Quality)) }},
		numberColumn(sh.t("sources.uses"), func(s portal.Source) int { return uses[s.ID] }),
		{label("url"), func(s portal.Source) string { return s.URL }},
		{label("archive_url"), func(s portal.Source) string { return s.ArchiveURL }},
		{sh.t("activities.address"), func(s portal.Source) string { return sh.base + view.Source.In(sh.lang, s.Slug) }},
	}
	return answerCSV(w, sh.fileOf(view.Sources), columns, slices.Values(list))
}
