package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// lack is one thing that the register looks for, and the tie of which it is.
type lack struct {
	city portal.City
	gap  portal.Gap
}

// missingCSV sends the list of what the register looks for.
func (s Site) missingCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	columns := []csvColumn[lack]{
		{sh.t("field.agreement.city_id"), func(l lack) string { return l.city.Name.In(sh.lang) }},
		{sh.t("missing.title"), func(l lack) string { return l.gap.Title().In(sh.lang) }},
		{sh.t("choice.kind.agreement"), func(l lack) string { return l.gap.Agreement.Title.In(sh.lang) }},
		{sh.t("missing.why"), func(l lack) string { return sh.t("missing.why." + string(l.gap.What)) }},
		{sh.t("activities.address"), func(l lack) string { return sh.base + view.Agreement.In(sh.lang, l.gap.Agreement.Slug) }},
	}
	return sendParts(w, sh.fileOf(view.Missing), columns, idsOf(ix.lacking(sh.lang)), func(ids []int64) (lines []lack, err error) {
		ties, _, err := s.tiesOf(r.Context(), ids)
		for _, t := range ties {
			for _, g := range t.Gaps(sh.now) {
				lines = append(lines, lack{t.City, g})
			}
		}
		return lines, err
	})
}
