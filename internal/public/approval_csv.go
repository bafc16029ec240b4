package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// approvalsCSV sends the register of approvals as it is narrowed.
func (s Site) approvalsCSV(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.approvalList(r)
	if err != nil {
		return err
	}
	if err := list.known(); err != nil {
		return err
	}
	return sendParts(w, sh.fileOf(view.Approvals), sh.approvalColumns(), list.every(), func(ids []int64) ([]registered, error) {
		lines, _, err := s.ways(r.Context(), sh, list.ties, ids, nil)
		return lines, err
	})
}

func (sh *sheet) approvalColumns() []csvColumn[registered] {
	label := func(field string) string { return sh.label(portal.KindApproval, field) }
	return []csvColumn[registered]{
		{sh.t("approvals.plan"), func(l registered) string { return l.city.Name.In(sh.lang) }},
		{label("agreement_id"), func(l registered) string { return l.agreement.Title.In(sh.lang) }},
		{label("decided_on"), func(l registered) string { return string(l.approval.DecidedOn) }},
		{sh.t("approvals.result"), func(l registered) string { return sh.outcomeTag(l.outcome).Word }},
		{label("number"), func(l registered) string { return l.approval.Number }},
		{label("sectors"), func(l registered) string { return sh.sectorNames(l.approval.Sectors) }},
		{sh.t("span.intent"), func(l registered) string { return string(firstOf(l.steps, portal.Intent)) }},
		{sh.t("span.signed"), func(l registered) string { return string(firstOf(l.steps, portal.Signed)) }},
		{sh.t("approvals.elapsed"), func(l registered) string { return sh.gap(l.steps) }},
		{label("note"), func(l registered) string { return l.approval.Note.In(sh.lang) }},
		{sh.t("sources.heading"), func(l registered) string {
			return sh.citedBy(store.Named{Kind: portal.KindApproval, ID: l.approval.ID})
		}},
		{sh.t("activities.address"), func(l registered) string { return sh.base + view.Agreement.In(sh.lang, l.agreement.Slug) }},
	}
}
