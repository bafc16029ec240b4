package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// happening is one line of the list of activities before it is written.
type happening struct {
	city     portal.City
	activity portal.Activity
}

func (s Site) activities(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ActivitiesView(sh.activitiesPage(ties, r.URL.Query())))
}

func (sh *sheet) activitiesPage(ties []portal.Tie, q url.Values) view.ActivitiesPage {
	title, here, lines := sh.t("activities.title"), view.Activities.In(sh.lang), happenings(ties)
	reported := 0
	for _, line := range lines {
		if !line.activity.Result.Empty() {
			reported++
		}
	}
	narrow := narrowed(sh.activityFacets(lines), lines, q)
	kept := narrow.kept("")
	part := pageOf(kept, q)
	p := view.ActivitiesPage{
		Page:    sh.page(view.Activities, view.Benefits, title, sh.t("activities.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("activities.lead", sh.number(len(lines)), sh.number(reported))}},
		Filters: narrow.filters(sh, here),
		Nothing: narrow.nothing(sh, here, kept),
		Found:   sh.plural("activities.found", len(kept)),
		CSV:     view.Link{Label: sh.t("csv.list"), URL: view.ActivitiesCSV.In(sh.lang) + narrow.query()},
		Pages:   part.pages(sh, func(n int) string { return here + numbered(narrow.query(), n) }),
	}
	p.Page.Query = numbered(narrow.query(), part.number)
	p.Page.Title = sh.titleOfPart(p.Page.Title, part.number)
	if narrow.query() == "" {
		p.Page.Part = p.Page.Query
	}
	for _, line := range part.lines {
		p.Records = append(p.Records, sh.elsewhere(line.activity, line.city))
	}
	p.Page.JSONLD = sh.recordsLD(p.Page, p.Records)
	p.Sources = sh.list()
	return p
}

// happenings lists the activities with all cities, the newest first; those without a date come last.
func happenings(ties []portal.Tie) []happening {
	var lines []happening
	for _, t := range ties {
		for _, a := range t.Activities {
			lines = append(lines, happening{t.City, a})
		}
	}
	slices.SortStableFunc(lines, func(a, b happening) int { return newer(a.activity, b.activity) })
	return lines
}

// The words by which the query names what is not in the choices of a record.
const (
	choiceUnknown  = "unknown"
	resultReported = "reported"
	resultNone     = "none"
)

// activityFacets are the ways to narrow the list of activities.
func (sh *sheet) activityFacets(lines []happening) []facet[happening] {
	var partners, sectors, years []facetChoice
	for _, line := range lines {
		partners = append(partners, facetChoice{line.city.Slug, line.city.Name.In(sh.lang)})
		years = append(years, sh.yearChoice(line.activity.StartOn))
		for _, code := range line.activity.Sectors {
			sectors = append(sectors, facetChoice{code, sh.sectorNames([]string{code})})
		}
	}
	results := []facetChoice{{resultReported, sh.t("program.result_known")}, {resultNone, sh.t("program.result_none")}}
	return []facet[happening]{
		{"nature", sh.t("field.nature"), choicesOf(sh, "nature", portal.Natures), func(h happening, n string) bool { return string(h.activity.Nature) == n }},
		{"result", sh.t("field.result"), results, func(h happening, r string) bool { return (r == resultNone) == h.activity.Result.Empty() }},
		{"place", sh.t("field.activity.place"), choicesOf(sh, "place", portal.Places), func(h happening, p string) bool { return cmp.Or(h.activity.Place, choiceUnknown) == p }},
		{"partner", sh.t("field.city_id"), byWord(partners), func(h happening, slug string) bool { return h.city.Slug == slug }},
		{"sector", sh.t("field.sectors"), byWord(sectors), func(h happening, code string) bool { return slices.Contains(h.activity.Sectors, code) }},
		{"kind", sh.t("field.activity.kind"), choicesOf(sh, "activity.kind", portal.ActivityKinds), func(h happening, k string) bool { return h.activity.Kind == k }},
		{"year", sh.t("activities.year"), distinct(years), func(h happening, y string) bool { return sh.yearChoice(h.activity.StartOn).value == y }},
	}
}

// yearChoice is the year of a date as a choice.
func (sh *sheet) yearChoice(d portal.Date) facetChoice {
	if d == "" {
		return facetChoice{choiceUnknown, sh.t("date.unknown")}
	}
	year := strconv.Itoa(d.Year())
	return facetChoice{year, year}
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
