package public

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) programs(w http.ResponseWriter, r *http.Request) error {
	sh, list, err := s.programList(r)
	if err != nil {
		return err
	}
	part := list.partOfList(r.URL.Query())
	lines, err := s.programmes(r.Context(), sh, list, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ProgramsView(sh.programsPage(list, part, lines)))
}

// programList narrows all programs by what a request asks for.
func (s Site) programList(r *http.Request) (*sheet, drawn, error) {
	sh, ix, lines, err := s.beginList(r, store.ProgramList)
	if err != nil {
		return nil, drawn{}, err
	}
	return sh, lines.draw(ix, sh.programFacets(lines, ix, r.URL.Query()), r.URL.Query()), nil
}

// programmes are some programs as lines of the list, of which the sheet learns the evidence.
func (s Site) programmes(ctx context.Context, sh *sheet, list drawn, ids []int64) ([]programme, error) {
	shown, err := s.Store.Programs.Shown(ctx, ids)
	sh.learnAround(shown.Around)
	lines := make([]programme, len(shown.Records))
	for i, p := range shown.Records {
		lines[i].program = p
		for _, id := range list.index.placesOf(p.ID) {
			if c := list.ties.cities[id]; c != nil {
				lines[i].cities = append(lines[i].cities, c)
			}
		}
		slices.SortFunc(lines[i].cities, func(a, b *portal.Summary) int { return strings.Compare(a.Name.In(sh.lang), b.Name.In(sh.lang)) })
	}
	return lines, err
}

// programme is one line of the list of programs before it is written.
type programme struct {
	program portal.Program
	cities  []*portal.Summary // its own and those of its agreements, as the list is narrowed by
}

func (sh *sheet) programsPage(list drawn, part paged[int64], lines []programme) view.ProgramsPage {
	title, here := sh.t("programs.title"), view.Programs.In(sh.lang)
	p := view.ProgramsPage{
		Page:    sh.page(view.Programs, view.Programs, title, sh.t("programs.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.programsLead(list)}},
		Filters: list.filters(sh, here),
		Nothing: list.nothing(sh, here, list.found),
		Propose: view.Link{Label: sh.t("letter.title.idea"), URL: view.Report.In(sh.lang) + letterQuery(portal.Idea, "", "")},
		Pages:   part.pages(sh, func(n int) string { return here + numbered(list.query(), n) }),
	}
	sh.nameOfPart(&p.Page, list.query(), part.number)
	p.Page.NoIndex = list.strange()
	p.Page.File = sh.csvLink(view.Programs, list.query())
	var links []view.Link
	reported := list.index.having("result", resultReported)
	for _, line := range lines {
		at, ok := list.index.at(line.program.ID)
		row := sh.programRow(line, ok && reported.set.has(at))
		p.Rows, links = append(p.Rows, row), append(links, row.Title)
	}
	p.Page.JSONLD = sh.listLD(p.Page, links)
	return p
}

// programFacets are the ways to narrow the list of programs.
func (sh *sheet) programFacets(lines *lineIndex, ix *tieIndex, q url.Values) []facet[store.Line] {
	return []facet[store.Line]{
		{name: "result", label: sh.t("field.result"), choices: append(sh.resultChoices(), facetChoice{resultOverdue, sh.t("program.result_overdue")})},
		{name: "status", label: sh.t("field.status"), choices: choicesOf(sh, "status", portal.ProgramStatuses)},
		{name: "partner", label: sh.t("field.city_id"), choices: sh.partnerChoices(lines, ix, q)},
		{name: "sector", label: sh.t("field.sectors"), choices: sh.sectorChoices(lines)},
		{name: "kind", label: sh.t("field.kind"), choices: choicesOf(sh, "program.kind", portal.ProgramKinds)},
	}
}

func (sh *sheet) resultChoices() []facetChoice {
	return []facetChoice{{resultReported, sh.t("program.result_known")}, {resultNone, sh.t("program.result_none")}}
}

// programsLead counts the programs, and those of which nobody wrote down what came of them.
func (sh *sheet) programsLead(list drawn) string {
	return sh.t("programs.lead", sh.number(list.all), sh.number(list.index.count("result", resultNone)))
}

// programStatus is where a program stands, as its sources say; of a plan whose time has passed it says how much more is known.
func (sh *sheet) programStatus(p portal.Program) string {
	if p.Lapsed(sh.now) {
		if !p.Result.Empty() {
			return sh.t("program.lapsed_partly")
		}
		return sh.t("program.lapsed")
	}
	return sh.choice("status", string(p.Status))
}

// hasResult tells whether it is told in words what came of a program. Of one that is still planned nothing has come, whatever took place
// beside it.
func hasResult(p portal.Program) bool { return p.Status != portal.ProgramPlanned && !p.Result.Empty() }

func (sh *sheet) programRow(line programme, reported bool) view.ProgramRow {
	p := line.program
	row := view.ProgramRow{
		Title:  view.Link{Label: p.Title.In(sh.lang), URL: view.Program.In(sh.lang, p.Slug)},
		Cities: []view.Link{{Label: sh.t("programs.no_city")}},
		Kind:   sh.choice("program.kind", p.Kind),
		Years:  sh.years(p),
		Status: sh.programStatus(p),
		Marks:  []view.TagValue{{Tone: view.ToneNeutral, Word: sh.t("program.result_none")}},
	}
	if len(line.cities) > 0 {
		row.Cities = nil
	}
	for _, c := range line.cities {
		row.Cities = append(row.Cities, sh.cityLink(cityOf(c)))
	}
	if reported {
		row.Marks[0] = view.TagValue{Tone: view.ToneOn, Word: sh.t("program.result_known")}
	}
	row.Marks = append(row.Marks, sh.cautions(programName(p), sh.ownOfProgram(p))...)
	row.Marks = append(row.Marks, sh.unsourcedTag(programName(p))...)
	return row
}

// cityLink leads to a city's page; the home city has none, nor one that is not known.
func (sh *sheet) cityLink(c portal.City) view.Link {
	l := view.Link{Label: c.Name.In(sh.lang)}
	if !c.IsHome && c.Slug != "" {
		l.URL = view.Partner.In(sh.lang, c.Slug)
	}
	return l
}
