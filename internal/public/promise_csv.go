package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// promisesCSV sends the list of promises as it is narrowed.
func (s Site) promisesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.promiseList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return sendParts(w, sh.fileOf(view.Promises), sh.promiseColumns(), list.every(), func(ids []int64) ([]promised, error) {
		return s.promised(r.Context(), sh, list.ties, ids)
	})
}

func (sh *sheet) promiseColumns() []csvColumn[promised] {
	label := func(field string) string { return sh.label(portal.KindPromise, field) }
	return []csvColumn[promised]{
		{label("words"), func(p promised) string { return p.promise.Words.In(sh.lang) }},
		{sh.t("field.agreement.city_id"), func(p promised) string { return p.city.Name.In(sh.lang) }},
		{sh.t("promises.paper"), func(p promised) string { return p.agreement.Title.In(sh.lang) }},
		{label("article"), func(p promised) string { return p.promise.Article }},
		{label("sectors"), func(p promised) string { return sh.sectorNames(p.promise.Sectors) }},
		{label("target"), func(p promised) string { return p.promise.Target.In(sh.lang) }},
		{label("due_on"), func(p promised) string { return string(p.promise.DueOn) }},
		{sh.t("promises.state"), func(p promised) string { return sh.promiseState(p.promise.State) }},
		{label("as_of"), func(p promised) string { return string(p.promise.AsOf) }},
		{sh.t("promises.overdue"), func(p promised) string { return sh.yes(p.promise.Overdue(sh.now)) }},
		{label("note"), func(p promised) string { return p.promise.Note.In(sh.lang) }},
		{sh.t("sources.heading"), func(p promised) string { return sh.citedBy(promiseName(p.promise)) }},
		{sh.t("activities.address"), func(p promised) string { return sh.base + view.Agreement.In(sh.lang, p.agreement.Slug) }},
	}
}
