package public

import (
	"cmp"
	"net/http"
	"net/url"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) visits(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.visitList(r)
	if err != nil {
		return err
	}
	part := list.part(r.URL.Query(), perPage)
	shown, err := s.visitsShown(r.Context(), sh, list, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.VisitsView(sh.visitsPage(list, part, shown)))
}

func overdue(v portal.Visit) bool { return v.Report == portal.ReportOverdue }

// rowsOf names the records that tell of a visit.
func rowsOf(v portal.Visit) []store.Named { return activitiesOf(v.Rows) }

func (sh *sheet) visitsPage(list drawnVisits, part paged[int64], shown []portal.Visit) view.VisitsPage {
	title, here := sh.t("visits.title"), view.Visits.In(sh.lang)
	p := view.VisitsPage{
		Page:     sh.page(view.Visits, view.Benefits, title, sh.t("visits.description")),
		Head:     view.PageHead{Title: title, Lead: view.Cited{Text: sh.visitsLead(list.index)}},
		Filters:  list.filters(sh, here),
		Nothing:  list.nothing(sh, here, list.found),
		Found:    sh.plural("visits.found", list.found),
		CSV:      view.Link{Label: sh.t("csv.list"), URL: view.VisitsCSV.In(sh.lang) + list.query()},
		Pages:    part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
		YearsCSV: view.Link{Label: sh.t("csv.table"), URL: view.VisitYearsCSV.In(sh.lang) + list.query()},
		Rules:    []string{sh.t("visits.rule_kinds"), sh.t("visits.rule_report", portal.ReportDays), sh.t("visits.rule_sums")},
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex = list.strange()
	for _, v := range shown {
		if overdue(v) {
			p.Overdue = append(p.Overdue, sh.visitRow(v))
		} else {
			p.Others = append(p.Others, sh.visitRow(v))
		}
	}
	for _, y := range list.years() {
		p.Years = append(p.Years, sh.visitYear(y))
	}
	p.Sources = sh.list()
	return p
}

// visitsLead counts the visits by who travelled, and those whose report is overdue: by a measure of our own, which
// is said before a reader meets the first red mark.
func (sh *sheet) visitsLead(lines *lineIndex) string {
	both := lines.count("way", string(portal.TripBoth))
	out, in := lines.count("way", string(portal.TripOut))+both, lines.count("way", string(portal.TripIn))+both
	late := lines.count("report", string(portal.ReportOverdue))
	lead := sh.t("visits.lead", sh.number(lines.lines.Len()), sh.number(out), sh.number(in), sh.number(late))
	if late == 0 {
		return lead
	}
	return sentence(" ", lead, sh.t("visits.own_measure", portal.ReportDays))
}

// The words by which the query names what is known of an approval.
const (
	approvalKnown    = "known"
	approvalNotFound = "not-found"
	approvalTheirs   = "theirs"
)

// visitFacets are the ways to narrow the register of visits.
func (sh *sheet) visitFacets(lines *lineIndex, ix *tieIndex, q url.Values) []facet[store.Line] {
	years := sh.yearChoices(lines)
	portal.Sort(years, func(a, b facetChoice) int { return cmp.Compare(b.value, a.value) })
	approvals := []facetChoice{
		{approvalKnown, sh.t("visits.approval.known")}, {approvalNotFound, sh.t("visits.approval.not_found")},
		{approvalTheirs, sh.t("visits.approval_theirs")}, {choiceUnknown, sh.t("unknown")},
	}
	return []facet[store.Line]{
		{name: "way", label: sh.t("visits.way"), choices: choicesOf(sh, "way", portal.Ways)},
		{name: "report", label: sh.t("visits.report"), choices: choicesOf(sh, "report", portal.ReportStates)},
		{name: "approval", label: sh.t("visits.approval"), choices: approvals},
		{name: "partner", label: sh.t("field.city_id"), choices: sh.partnerChoices(lines, ix, q)},
		{name: "year", label: sh.t("activities.year"), choices: years},
	}
}

// approvalOf sorts a trip as tripApproval writes it.
func approvalOf(v portal.VisitLine) string {
	switch {
	case v.Approved:
		return approvalKnown
	case v.Sought:
		return approvalNotFound
	case v.Way == portal.TripIn:
		return approvalTheirs
	}
	return choiceUnknown
}
