package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// opportunitiesCSV sends all opportunities, past ones too.
func (s Site) opportunitiesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	parts, err := s.Store.OpportunityParts(r.Context())
	if err != nil {
		return err
	}
	sh.learn(parts.Cited, parts.Rulings)
	return answerCSV(w, sh.fileOf(view.Opportunities), sh.opportunityColumns(parts), slices.Values(parts.Opportunities))
}

func (sh *sheet) opportunityColumns(parts store.OpportunityParts) []csvColumn[portal.Opportunity] {
	label := func(field string) string { return sh.label(portal.KindOpportunity, field) }
	return []csvColumn[portal.Opportunity]{
		{label("title"), func(o portal.Opportunity) string { return o.Title.In(sh.lang) }},
		{label("city_id"), func(o portal.Opportunity) string { return parts.Cities[o.CityID].Name.In(sh.lang) }},
		{label("program_id"), func(o portal.Opportunity) string { return parts.Programs[o.ProgramID].Title.In(sh.lang) }},
		{label("kind"), func(o portal.Opportunity) string { return sh.choice("opportunity.kind", o.Kind) }},
		{label("opens_on"), func(o portal.Opportunity) string { return string(o.OpensOn) }},
		{label("deadline_on"), func(o portal.Opportunity) string { return string(o.DeadlineOn) }},
		{label("who"), func(o portal.Opportunity) string { return o.Who.In(sh.lang) }},
		{label("cost"), func(o portal.Opportunity) string { return o.Cost.In(sh.lang) }},
		{label("selection"), func(o portal.Opportunity) string { return o.Selection.In(sh.lang) }},
		{label("outcome"), func(o portal.Opportunity) string { return o.Outcome.In(sh.lang) }},
		{label("url"), func(o portal.Opportunity) string { return o.URL }},
		{sh.t("sources.heading"), func(o portal.Opportunity) string {
			return sh.citedBy(store.Named{Kind: portal.KindOpportunity, ID: o.ID})
		}},
		{sh.t("activities.address"), func(o portal.Opportunity) string {
			return sh.base + view.Opportunities.In(sh.lang) + "#" + opportunityID(o.ID)
		}},
	}
}
