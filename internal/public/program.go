package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func programName(p portal.Program) store.Named {
	return store.Named{Kind: portal.KindProgram, ID: p.ID}
}

func outcomeName(u portal.Outcome) store.Named {
	return store.Named{Kind: portal.KindOutcome, ID: u.ID}
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
	if sh.files, err = s.Store.DocumentsOf(r.Context(), papersOf(p, parts)); err != nil {
		return err
	}
	if err := s.nameSectors(r.Context(), sh); err != nil {
		return err
	}
	page := sh.programPage(p, parts)
	page.Life = life
	if page.Answers, err = s.questionResults(r, sh, programName(p)); err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.ProgramView(page))
}

// papersOf are the records of which the page of a program shows the documents.
func papersOf(p portal.Program, parts store.ProgramParts) []store.Named {
	list := []store.Named{programName(p)}
	for _, u := range parts.Outcomes {
		list = append(list, outcomeName(u))
	}
	for _, v := range parts.Venues {
		list = append(list, venueName(v))
	}
	return list
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
		Status:    view.TagValue{Tone: view.ToneNeutral, Word: sh.programStatus(g)},
		Plan:      sh.planRows(g, parts),
		Documents: sh.documents(of),
	}
	p.House = sh.planHouse(g, parts)
	p.Units = sh.unitCharts(parts.Outcomes, p.House.Floors > 0)
	cities := map[int64]portal.City{}
	for _, c := range parts.Cities {
		cities[c.ID] = c
	}
	for _, u := range parts.Outcomes {
		p.Documents = append(p.Documents, sh.documents(outcomeName(u))...)
	}
	for _, a := range newest(parts.Activities) {
		if c, ok := cities[a.CityID]; ok {
			p.Activities = append(p.Activities, sh.elsewhere(a, c))
		}
	}
	for _, v := range parts.Venues {
		p.Venues = append(p.Venues, sh.venueOfProgram(v, cities[v.CityID], g, parts.Programs))
	}
	p.Disputes = sh.programDisputes(g, parts)
	p.Unknown = sh.notKnown(g, parts)
	p.Facts = sh.programFacts(g, parts)
	p.Page.JSONLD = sh.programLD(g)
	p.Page.Card = sh.share(view.Program, sh.programCardOf(g), g.Slug)
	sh.about(&p.Page, of)
	p.Sources = sh.list()
	return p
}

// venueOfProgram is a place as an entry on the page of a program; it leads to the program that it belongs to where that is another one,
// or else to the list of places.
func (sh *sheet) venueOfProgram(v portal.Venue, city portal.City, g portal.Program, programs []portal.Program) view.Record {
	entry := sh.venueEntry(v, city)
	entry.URL = view.Venues.In(sh.lang) + "#" + view.VenueID(v.ID)
	for _, of := range programs {
		if of.ID == v.ProgramID && of.ID != g.ID {
			entry.URL = view.Program.In(sh.lang, of.Slug)
		}
	}
	return entry
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
		list = append(list, sh.disputes(outcomeName(o), sh.ownOfOutcome(o), o.Indicator.In(sh.lang))...)
	}
	for _, a := range parts.Activities {
		list = append(list, sh.disputes(activityName(a), sh.ownOfActivity(a), a.Title.In(sh.lang))...)
	}
	return withoutRepeats(list)
}
