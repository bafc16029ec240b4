package public

import (
	"context"
	"net/http"
	"net/url"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// happening is one line of the list of activities before it is written.
type happening struct {
	city     portal.City
	activity portal.Activity
}

func (s Site) activities(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.activityList(r)
	if err != nil {
		return err
	}
	part := list.part(r.URL.Query(), perPage)
	lines, err := s.happenings(r.Context(), sh, list.ties, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ActivitiesView(sh.activitiesPage(list, part, lines)))
}

// activityList narrows all activities by what a request asks for: the newest first; those without a date come last.
func (s Site) activityList(r *http.Request) (*sheet, drawn, error) {
	sh, ix, lines, err := s.beginList(r, store.ActivityList)
	if err != nil {
		return nil, drawn{}, err
	}
	return sh, lines.draw(ix, sh.activityFacets(lines, ix, r.URL.Query()), r.URL.Query()), nil
}

// happenings are some activities as lines of the list, of which the sheet learns the evidence.
func (s Site) happenings(ctx context.Context, sh *sheet, ix *tieIndex, ids []int64) ([]happening, error) {
	shown, err := s.Store.Activities.Shown(ctx, ids)
	sh.learnAround(shown.Around)
	lines := make([]happening, len(shown.Records))
	for i, a := range shown.Records {
		lines[i] = happening{ix.city(a.CityID), a}
	}
	return lines, err
}

func (sh *sheet) activitiesPage(list drawn, part paged[int64], lines []happening) view.ActivitiesPage {
	title, here := sh.t("activities.title"), view.Activities.In(sh.lang)
	p := view.ActivitiesPage{
		Page:    sh.page(view.Activities, view.Benefits, title, sh.t("activities.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("activities.lead", sh.number(list.all), sh.number(list.index.count("result", resultReported)))}},
		Filters: list.filters(sh, here),
		Nothing: list.nothing(sh, here, list.found),
		Found:   sh.plural("activities.found", list.found),
		CSV:     view.Link{Label: sh.t("csv.list"), URL: view.ActivitiesCSV.In(sh.lang) + list.query()},
		Pages:   part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex = list.strange()
	for _, line := range lines {
		p.Records = append(p.Records, sh.elsewhere(line.activity, line.city))
	}
	p.Page.JSONLD = sh.recordsLD(p.Page, p.Records)
	p.Sources = sh.list()
	return p
}

// The words by which the query names what is not in the choices of a record.
const (
	choiceUnknown  = "unknown"
	resultReported = "reported"
	resultNone     = "none"
	resultOverdue  = "overdue" // of programs that ended more than six months ago
)

// activityFacets are the ways to narrow the list of activities.
func (sh *sheet) activityFacets(lines *lineIndex, ix *tieIndex, q url.Values) []facet[store.Line] {
	return []facet[store.Line]{
		{name: "nature", label: sh.t("field.nature"), choices: choicesOf(sh, "nature", portal.Natures)},
		{name: "result", label: sh.t("field.result"), choices: sh.resultChoices()},
		{name: "place", label: sh.t("field.activity.place"), choices: choicesOf(sh, "place", portal.Places)},
		{name: "partner", label: sh.t("field.city_id"), choices: sh.partnerChoices(lines, ix, q)},
		{name: "sector", label: sh.t("field.sectors"), choices: sh.sectorChoices(lines)},
		{name: "kind", label: sh.t("field.activity.kind"), choices: choicesOf(sh, "activity.kind", portal.ActivityKinds)},
		{name: "year", label: sh.t("activities.year"), choices: sh.yearChoices(lines)},
	}
}

// yearChoices are the years of the lines as choices, in the order of the list.
func (sh *sheet) yearChoices(lines *lineIndex) []facetChoice {
	var choices []facetChoice
	for _, year := range lines.values("year") {
		word := year
		if year == choiceUnknown {
			word = sh.t("date.unknown")
		}
		choices = append(choices, facetChoice{year, word})
	}
	return choices
}

// choicesOf are the choices of a record's field in their order; the unknown one comes last.
func choicesOf[T ~string](sh *sheet, field string, words []T) []facetChoice {
	var choices, last []facetChoice
	for _, w := range words {
		if w == "" {
			last = []facetChoice{{choiceUnknown, sh.t("choice.unknown")}}
			continue
		}
		choices = append(choices, facetChoice{string(w), sh.choice(field, string(w))})
	}
	return append(choices, last...)
}
