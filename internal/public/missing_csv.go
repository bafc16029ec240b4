package public

import (
	"net/http"
	"slices"

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
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	var lines []lack
	for _, standing := range sought {
		for _, t := range sh.ofStanding(ties, standing) {
			for _, g := range t.Gaps(sh.now) {
				lines = append(lines, lack{t.City, g})
			}
		}
	}
	columns := []csvColumn[lack]{
		{sh.t("field.agreement.city_id"), func(l lack) string { return l.city.Name.In(sh.lang) }},
		{sh.t("missing.title"), func(l lack) string { return l.gap.Title().In(sh.lang) }},
		{sh.t("choice.kind.agreement"), func(l lack) string { return l.gap.Agreement.Title.In(sh.lang) }},
		{sh.t("missing.why"), func(l lack) string { return sh.t("missing.why." + string(l.gap.What)) }},
		{sh.t("activities.address"), func(l lack) string { return sh.base + view.Agreement.In(sh.lang, l.gap.Agreement.Slug) }},
	}
	return answerCSV(w, sh.fileOf(view.Missing), columns, slices.Values(lines))
}
