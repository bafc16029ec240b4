package public

import (
	"net/http"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// programsCSV sends the list of programs as it is narrowed.
func (s Site) programsCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.programList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return sendParts(w, sh.fileOf(view.Programs), sh.programColumns(), list.every(), func(ids []int64) ([]programme, error) {
		return s.programmes(r.Context(), sh, list, ids)
	})
}

func (sh *sheet) programColumns() []csvColumn[programme] {
	label := func(field string) string { return sh.label(portal.KindProgram, field) }
	return []csvColumn[programme]{
		{sh.t("programs.column"), func(p programme) string { return p.program.Title.In(sh.lang) }},
		{label("city_id"), func(p programme) string { return strings.Join(sh.names(p.cities), "; ") }},
		{label("kind"), func(p programme) string { return sh.choice("program.kind", p.program.Kind) }},
		{label("start_on"), func(p programme) string { return string(p.program.StartOn) }},
		{label("end_on"), func(p programme) string { return string(p.program.EndOn) }},
		{label("status"), func(p programme) string { return sh.programStatus(p.program) }},
		{label("sectors"), func(p programme) string { return sh.sectorNames(p.program.Sectors) }},
		{label("place"), func(p programme) string { return p.program.Place.In(sh.lang) }},
		{label("organisations"), func(p programme) string { return sh.organisationNames(p.program.Organisations) }},
		{label("plan"), func(p programme) string { return p.program.Plan.In(sh.lang) }},
		{label("result"), func(p programme) string { return p.program.Result.In(sh.lang) }},
		{label("cost"), func(p programme) string { return sh.money(p.program.Cost, p.program.Currency) }},
		{label("paid_by"), func(p programme) string { return p.program.PaidBy.In(sh.lang) }},
		{sh.t("sources.heading"), func(p programme) string { return sh.citedBy(programName(p.program)) }},
		{sh.t("activities.address"), func(p programme) string { return sh.base + view.Program.In(sh.lang, p.program.Slug) }},
	}
}
