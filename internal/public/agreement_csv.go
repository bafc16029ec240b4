package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// agreementsCSV sends the list of agreements, group by group as the page has them.
func (s Site) agreementsCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ix, lines, err := s.beginList(r, store.AgreementList)
	if err != nil {
		return err
	}
	var ids []int64
	for _, group := range agreementGroups {
		ids = append(ids, lines.having(groupFacet, group).every()...)
	}
	return sendParts(w, sh.fileOf(view.Agreements), sh.agreementColumns(), ids, func(some []int64) ([]paper, error) {
		return s.papers(r.Context(), sh, ix, some)
	})
}

func (sh *sheet) agreementColumns() []csvColumn[paper] {
	label := func(field string) string { return sh.label(portal.KindAgreement, field) }
	return []csvColumn[paper]{
		{label("title"), func(p paper) string { return p.agreement.Title.In(sh.lang) }},
		{label("city_id"), func(p paper) string { return p.city.Name.In(sh.lang) }},
		{label("instrument"), func(p paper) string { return sh.choice("instrument", string(p.agreement.Instrument)) }},
		{label("legal_type"), func(p paper) string { return sh.choice("legal_type", string(p.agreement.LegalType)) }},
		{label("signed_on"), func(p paper) string { return string(p.agreement.SignedOn) }},
		{label("in_force_from"), func(p paper) string { return string(p.agreement.InForceFrom) }},
		{label("in_force_until"), func(p paper) string { return string(p.agreement.InForceUntil) }},
		{sh.t("agreements.state"), func(p paper) string { return sh.agreementRow(p).State.Word }},
		{label("sectors"), func(p paper) string { return sh.sectorNames(p.agreement.Sectors) }},
		{sh.t("sources.heading"), func(p paper) string {
			return sh.citedBy(store.Named{Kind: portal.KindAgreement, ID: p.agreement.ID})
		}},
		{sh.t("activities.address"), func(p paper) string { return sh.base + view.Agreement.In(sh.lang, p.agreement.Slug) }},
	}
}
