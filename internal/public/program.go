package public

import (
	"net/http"
	"net/url"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func programName(p portal.Program) store.Named {
	return store.Named{Kind: portal.KindProgram, ID: p.ID}
}

func (s Site) programs(w http.ResponseWriter, r *http.Request) error {
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	list, cited, rulings, err := s.Store.ProgramsCited(r.Context())
	if err != nil {
		return err
	}
	cities, err := s.Store.Cities.All(r.Context())
	if err != nil {
		return err
	}
	sh.learn(cited, rulings)
	if err := s.nameSectors(r, sh); err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ProgramsView(sh.programsPage(programmesOf(list, cities), r.URL.Query())))
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
	p := view.ProgramsPage{
		Page:    sh.page(view.Programs, view.Programs, title, sh.t("programs.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.programsLead(lines)}},
		Filters: narrow.filters(sh, view.Programs.In(sh.lang)),
		Nothing: narrow.nothing(sh, view.Programs.In(sh.lang)),
		Propose: view.Link{Label: sh.t("letter.title.idea"), URL: view.Report.In(sh.lang) + letterQuery(portal.Idea, "", "")},
	}
	p.Page.Query = narrow.query()
	for _, line := range narrow.kept("") {
		p.Rows = append(p.Rows, sh.programRow(line.program, line.city))
	}
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

// hasResult tells whether anything is on record of what came of a program. Of one that is still planned nothing has come, whatever
// took place beside it.
func hasResult(p portal.Program) bool { return p.Status != portal.ProgramPlanned && !p.Result.Empty() }

func (sh *sheet) programRow(p portal.Program, city portal.City) view.ProgramRow {
	row := view.ProgramRow{
		Title:  view.Link{Label: p.Title.In(sh.lang), URL: view.Program.In(sh.lang, p.Slug)},
		City:   view.Link{Label: sh.t("programs.no_city")},
		Kind:   sh.choice("program.kind", p.Kind),
		Years:  sh.years(p),
		Status: sh.choice("status", string(p.Status)),
		Marks:  []view.TagValue{{Tone: view.ToneNeutral, Word: sh.t("program.result_none")}},
	}
	if city.ID != 0 {
		row.City = sh.cityLink(city)
	}
	if hasResult(p) {
		row.Marks[0] = view.TagValue{Tone: view.ToneOn, Word: sh.t("program.result_known")}
	}
	row.Marks = append(row.Marks, sh.differs(programName(p), sh.ownOfProgram(p))...)
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

func (s Site) program(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Store.Programs.BySlug(r.Context(), slug(r))
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	parts, err := s.Store.ProgramParts(r.Context(), p)
	if err != nil {
		return err
	}
	life, err := s.lifeAround(r, sh, p)
	if err != nil {
		return err
	}
	sh.learn(parts.Cited, parts.Rulings)
	if sh.files, err = s.Store.DocumentsOf(r.Context(), []store.Named{programName(p)}); err != nil {
		return err
	}
	if err := s.nameSectors(r, sh); err != nil {
		return err
	}
	page := sh.programPage(p, parts)
	page.Life = life
	return respond.Page(w, r, http.StatusOK, view.ProgramView(page))
}

// lifeAround is the partner of a program and how alive the tie with it is; empty where the program is with no single partner.
func (s Site) lifeAround(r *http.Request, sh *sheet, p portal.Program) (view.PartnerLife, error) {
	if p.CityID == 0 {
		return view.PartnerLife{}, nil
	}
	t, err := s.tieOf(r.Context(), sh, p.CityID)
	if err != nil || t.City.IsHome {
		return view.PartnerLife{}, err
	}
	return view.PartnerLife{Partner: sh.cityLink(t.City), Vitality: sh.vitality(t)}, nil
}

func (s Site) programCard(w http.ResponseWriter, r *http.Request) error {
	p, err := s.Store.Programs.BySlug(r.Context(), slug(r))
	if err != nil {
		return err
	}
	sh, err := s.begin(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.programCardOf(p))
}

func (sh *sheet) programPage(g portal.Program, parts store.ProgramParts) view.ProgramPage {
	of, title := programName(g), g.Title.In(sh.lang)
	p := view.ProgramPage{
		Correct: sh.writeAbout(programName(g), portal.Correction, portal.Idea),
		Page:    sh.page(view.Program, view.Programs, title, sh.programDescription(g), g.Slug),
		Head: view.PageHead{
			Crumbs: sh.crumbs(view.Programs, "nav.programs", title), Title: title, Lead: sh.text(g.Summary, sh.refs(of, "summary")),
		},
		Status:    view.TagValue{Tone: view.ToneNeutral, Word: sh.choice("status", string(g.Status))},
		Plan:      sh.planRows(g, parts),
		Documents: sh.documents(of),
	}
	p.House = sh.planHouse(g, parts)
	p.Units = sh.unitCharts(parts.Outcomes)
	cities := map[int64]portal.City{}
	for _, c := range parts.Cities {
		cities[c.ID] = c
	}
	for _, a := range newest(parts.Activities) {
		if c, ok := cities[a.CityID]; ok {
			p.Activities = append(p.Activities, sh.elsewhere(a, c))
		}
	}
	for _, v := range parts.Venues {
		entry := sh.venueEntry(v, cities[v.CityID])
		entry.URL = view.Venues.In(sh.lang) + "#" + view.VenueID(v.ID)
		p.Venues = append(p.Venues, entry)
	}
	p.Disputes = sh.programDisputes(g, parts)
	p.Unknown = sh.notKnown(g, parts)
	p.Facts = sh.programFacts(g, parts)
	p.Page.JSONLD = sh.programLD(g)
	p.Page.Card = sh.share(view.Program, sh.programCardOf(g), g.Slug)
	p.Page.History = sh.historyLink(of, "publication.link")
	p.Sources = sh.list()
	return p
}

func (sh *sheet) programDescription(g portal.Program) string {
	if !g.Summary.Empty() {
		return g.Summary.In(sh.lang)
	}
	return sh.t("program.description", g.Title.In(sh.lang))
}

func (sh *sheet) programDisputes(g portal.Program, parts store.ProgramParts) []view.NamedDispute {
	list := sh.disputes(programName(g), sh.ownOfProgram(g), "")
	for _, o := range parts.Outcomes {
		list = append(list, sh.disputes(store.Named{Kind: portal.KindOutcome, ID: o.ID}, sh.ownOfOutcome(o), o.Indicator.In(sh.lang))...)
	}
	for _, a := range parts.Activities {
		list = append(list, sh.disputes(activityName(a), sh.ownOfActivity(a), a.Title.In(sh.lang))...)
	}
	return withoutRepeats(list)
}
