package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// missingCSV sends the list of what the register looks for.
func (s Site) missingCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	columns := []csvColumn[lack]{
		{sh.t("field.agreement.city_id"), func(l lack) string { return l.place.Name.In(sh.lang) }},
		{sh.t("missing.title"), func(l lack) string { return l.gap.Title().In(sh.lang) }},
		{sh.t("choice.kind.agreement"), func(l lack) string { return l.gap.Agreement.Title.In(sh.lang) }},
		{sh.t("missing.why"), func(l lack) string { return sh.t("missing.why." + string(l.gap.What)) }},
		{sh.t("activities.address"), func(l lack) string { return sh.base + view.Agreement.In(sh.lang, l.gap.Agreement.Slug) }},
	}
	return sendParts(w, sh.fileOf(view.Missing), columns, idsOf(ix.lacking(sh.lang)), func(ids []int64) ([]lack, error) {
		places := make([]*portal.Summary, len(ids))
		for i, id := range ids {
			places[i] = ix.cities[id]
		}
		return s.lacks(r.Context(), places)
	})
}
