package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) visits(w http.ResponseWriter, r *http.Request) error {
	sh, narrow, err := s.beginVisits(r)
	if err != nil {
		return err
	}
	var named []store.Named
	for _, v := range narrow.lines {
		named = append(named, rowsOf(v)...)
	}
	if sh.files, err = s.Store.DocumentsOf(r.Context(), named); err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.VisitsView(sh.visitsPage(narrow, r.URL.Query())))
}

// beginVisits starts a page of the register of visits: the overdue ones first, narrowed as the query asks.
func (s Site) beginVisits(r *http.Request) (*sheet, facets[portal.Visit], error) {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return nil, facets[portal.Visit]{}, err
	}
	lines := portal.Visits(ties, sh.now)
	slices.SortStableFunc(lines, func(a, b portal.Visit) int { return cmp.Compare(last(overdue(a)), last(overdue(b))) })
	return sh, narrowed(sh.visitFacets(lines), lines, r.URL.Query()), nil
}

func overdue(v portal.Visit) bool { return v.Report == portal.ReportOverdue }

// last puts what does not hold behind what does.
func last(holds bool) int {
	if holds {
		return 0
	}
	return 1
}

// rowsOf names the records that tell of a visit.
func rowsOf(v portal.Visit) []store.Named { return activitiesOf(v.Rows) }

func (sh *sheet) visitsPage(narrow facets[portal.Visit], q url.Values) view.VisitsPage {
	title, here, kept := sh.t("visits.title"), view.Visits.In(sh.lang), narrow.kept("")
	part := pageOf(kept, q)
	p := view.VisitsPage{
		Page:     sh.page(view.Visits, view.Benefits, title, sh.t("visits.description")),
		Head:     view.PageHead{Title: title, Lead: view.Cited{Text: sh.visitsLead(narrow.lines)}},
		Filters:  narrow.filters(sh, here),
		Nothing:  narrow.nothing(sh, here, len(kept)),
		Found:    sh.plural("visits.found", len(kept)),
		CSV:      view.Link{Label: sh.t("csv.list"), URL: view.VisitsCSV.In(sh.lang) + narrow.query()},
		Pages:    part.pages(sh, func(n int) string { return here + numbered(narrow.query(), n) }),
		YearsCSV: view.Link{Label: sh.t("csv.table"), URL: view.VisitYearsCSV.In(sh.lang) + narrow.query()},
		Rules:    []string{sh.t("visits.rule_kinds"), sh.t("visits.rule_report", portal.ReportDays), sh.t("visits.rule_sums")},
	}
	p.Page.Query, p.Page.NoIndex = numbered(narrow.query(), part.number), len(narrow.odd) > 0
	p.Page.Title = sh.titleOfPart(p.Page.Title, part.number)
	if narrow.query() == "" {
		p.Page.Part = p.Page.Query
	}
	for _, v := range part.lines {
		if overdue(v) {
			p.Overdue = append(p.Overdue, sh.visitRow(v))
		} else {
			p.Others = append(p.Others, sh.visitRow(v))
		}
	}
	for _, y := range portal.VisitYears(kept) {
		p.Years = append(p.Years, sh.visitYear(y))
	}
	p.Sources = sh.list()
	return p
}

// visitsLead counts the visits by who travelled, and those whose report is overdue: by a measure of our own, which
// is said before a reader meets the first red mark.
func (sh *sheet) visitsLead(all []portal.Visit) string {
	out, in, late := 0, 0, 0
	for _, v := range all {
		out += 1 - last(v.Activity.Way().Out())
		in += 1 - last(v.Activity.Way().In())
		late += 1 - last(overdue(v))
	}
	lead := sh.t("visits.lead", sh.number(len(all)), sh.number(out), sh.number(in), sh.number(late))
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
func (sh *sheet) visitFacets(lines []portal.Visit) []facet[portal.Visit] {
	var partners, years []facetChoice
	for _, v := range lines {
		partners = append(partners, facetChoice{v.City.Slug, v.City.Name.In(sh.lang)})
		years = append(years, sh.yearChoice(v.Activity.StartOn))
	}
	slices.SortFunc(years, func(a, b facetChoice) int { return cmp.Compare(b.value, a.value) })
	approvals := []facetChoice{
		{approvalKnown, sh.t("visits.approval.known")}, {approvalNotFound, sh.t("visits.approval.not_found")},
		{approvalTheirs, sh.t("visits.approval_theirs")}, {choiceUnknown, sh.t("unknown")},
	}
	return []facet[portal.Visit]{
		{"way", sh.t("visits.way"), choicesOf(sh, "way", portal.Ways), func(v portal.Visit, w string) bool { return cmp.Or(string(v.Activity.Way()), choiceUnknown) == w }},
		{"report", sh.t("visits.report"), choicesOf(sh, "report", portal.ReportStates), func(v portal.Visit, s string) bool { return string(v.Report) == s }},
		{"approval", sh.t("visits.approval"), approvals, func(v portal.Visit, a string) bool { return approvalOf(v.Activity) == a }},
		{"partner", sh.t("field.city_id"), byWord(partners), func(v portal.Visit, slug string) bool { return v.City.Slug == slug }},
		{"year", sh.t("activities.year"), distinct(years), func(v portal.Visit, y string) bool { return sh.yearChoice(v.Activity.StartOn).value == y }},
	}
}

// approvalOf sorts a trip as tripApproval writes it.
func approvalOf(a portal.Activity) string {
	switch {
	case !a.ApprovedBy.Empty():
		return approvalKnown
	case a.ApprovalSoughtOn != "":
		return approvalNotFound
	case a.Way() == portal.TripIn:
		return approvalTheirs
	}
	return choiceUnknown
}
