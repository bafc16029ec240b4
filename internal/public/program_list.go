package public

import (
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

func (s Site) programs(w http.ResponseWriter, r *http.Request) error {
	sh, lines, err := s.beginPrograms(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ProgramsView(sh.programsPage(lines, r.URL.Query())))
}

// beginPrograms starts a page of all programs.
func (s Site) beginPrograms(r *http.Request) (*sheet, []programme, error) {
	sh, err := s.begin(r)
	if err != nil {
		return nil, nil, err
	}
	list, cited, rulings, err := s.Store.ProgramsCited(r.Context())
	if err != nil {
		return nil, nil, err
	}
	cities, err := s.Store.Cities.All(r.Context())
	if err != nil {
		return nil, nil, err
	}
	sh.learn(cited, rulings)
	return sh, programmesOf(list, cities), s.nameSectors(r, sh)
}

// programme is one line of the list of programs before it is written.
type programme struct {
	program portal.Program
	city    portal.City // its number is 0 where the program is with no single city
}

func programmesOf(list []portal.Program, cities []portal.City) []programme {
	named := map[int64]portal.City{}
	for _, c := range cities {
		named[c.ID] = c
	}
	lines := make([]programme, len(list))
	for i, p := range list {
		lines[i] = programme{p, named[p.CityID]}
	}
	return lines
}

func (sh *sheet) programsPage(lines []programme, q url.Values) view.ProgramsPage {
	title := sh.t("programs.title")
	narrow := narrowed(sh.programFacets(lines), lines, q)
	kept := narrow.kept("")
	p := view.ProgramsPage{
		Page:    sh.page(view.Programs, view.Programs, title, sh.t("programs.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.programsLead(lines)}},
		Filters: narrow.filters(sh, view.Programs.In(sh.lang)),
		Nothing: narrow.nothing(sh, view.Programs.In(sh.lang), kept),
		Propose: view.Link{Label: sh.t("letter.title.idea"), URL: view.Report.In(sh.lang) + letterQuery(portal.Idea, "", "")},
	}
	p.Page.Query, p.Page.File = narrow.query(), sh.csvLink(view.Programs, narrow.query())
	var links []view.Link
	for _, line := range kept {
		row := sh.programRow(line.program, line.city)
		p.Rows, links = append(p.Rows, row), append(links, row.Title)
	}
	p.Page.JSONLD = sh.listLD(p.Page, links)
	return p
}

// programFacets are the ways to narrow the list of programs.
func (sh *sheet) programFacets(lines []programme) []facet[programme] {
	var partners, sectors []facetChoice
	for _, line := range lines {
		if line.city.ID != 0 {
			partners = append(partners, facetChoice{line.city.Slug, line.city.Name.In(sh.lang)})
		}
		for _, code := range line.program.Sectors {
			sectors = append(sectors, facetChoice{code, sh.sectorNames([]string{code})})
		}
	}
	results := []facetChoice{{resultReported, sh.t("program.result_known")}, {resultNone, sh.t("program.result_none")}}
	return []facet[programme]{
		{"result", sh.t("field.result"), results, func(p programme, r string) bool { return (r == resultReported) == hasResult(p.program) }},
		{"status", sh.t("field.status"), choicesOf(sh, "status", portal.ProgramStatuses), func(p programme, s string) bool { return string(p.program.Status) == s }},
		{"partner", sh.t("field.city_id"), byWord(partners), func(p programme, slug string) bool { return p.city.Slug == slug }},
		{"sector", sh.t("field.sectors"), byWord(sectors), func(p programme, code string) bool { return slices.Contains(p.program.Sectors, code) }},
		{"kind", sh.t("field.kind"), choicesOf(sh, "program.kind", portal.ProgramKinds), func(p programme, k string) bool { return p.program.Kind == k }},
	}
}

// programsLead counts the programs, and those of which nobody wrote down what came of them.
func (sh *sheet) programsLead(lines []programme) string {
	without := 0
	for _, line := range lines {
		if !hasResult(line.program) {
			without++
		}
	}
	return sh.t("programs.lead", sh.number(len(lines)), sh.number(without))
}

// programStatus is where a program stands, as its sources say; of a plan whose time has passed it says that nothing more is known.
func (sh *sheet) programStatus(p portal.Program) string {
	if p.Lapsed(sh.now) {
		return sh.t("program.lapsed")
	}
	return sh.choice("status", string(p.Status))
}

// hasResult tells whether anything is on record of what came of a program. Of one that is still planned nothing has come, whatever
// took place beside it.
func hasResult(p portal.Program) bool { return p.Status != portal.ProgramPlanned && !p.Result.Empty() }

func (sh *sheet) programRow(p portal.Program, city portal.City) view.ProgramRow {
	row := view.ProgramRow{
		Title:  view.Link{Label: p.Title.In(sh.lang), URL: view.Program.In(sh.lang, p.Slug)},
		City:   view.Link{Label: sh.t("programs.no_city")},
		Kind:   sh.choice("program.kind", p.Kind),
		Years:  sh.years(p),
		Status: sh.programStatus(p),
		Marks:  []view.TagValue{{Tone: view.ToneNeutral, Word: sh.t("program.result_none")}},
	}
	if city.ID != 0 {
		row.City = sh.cityLink(city)
	}
	if hasResult(p) {
		row.Marks[0] = view.TagValue{Tone: view.ToneOn, Word: sh.t("program.result_known")}
	}
	row.Marks = append(row.Marks, sh.cautions(programName(p), sh.ownOfProgram(p))...)
	row.Marks = append(row.Marks, sh.unsourcedTag(programName(p))...)
	return row
}

// cityLink leads to a city's page; the home city has none.
func (sh *sheet) cityLink(c portal.City) view.Link {
	l := view.Link{Label: c.Name.In(sh.lang)}
	if !c.IsHome {
		l.URL = view.Partner.In(sh.lang, c.Slug)
	}
	return l
}
