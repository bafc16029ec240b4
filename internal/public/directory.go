package public

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// listed is one city of the directory, with what it is narrowed and put in order by.
type listed struct {
	portal.Tie
	life    portal.Vitality // of a tie; a claim and a place have none
	legal   portal.LegalState
	start   portal.Date // of a partner, also of one that has ended
	sectors []string    // signed, or of programs and activities
}

// assessed tells whether the city is one of those whose ties are assessed: not a claim, and no mere place of a program.
func (l listed) assessed() bool {
	return l.City.Standing != portal.Unproven && l.City.Standing != portal.NoTie
}

// directory is the directory as a reader asked for it.
type directory struct {
	facets[listed]
	words string   // looked for in names, empty for all cities
	order string   // one of the orders
	table bool     // the indicators beside each other instead of the pulses
	ties  []listed // assessed, in the order asked for
	other []listed // claims and places, which never stand among them
	q     url.Values
	every []portal.Tie // of all cities, whatever the reader asked for
}

func (s Site) partners(w http.ResponseWriter, r *http.Request) error {
	sh, d, err := s.directory(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.PartnersView(sh.partnersPage(d)))
}

func (s Site) partnersCard(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.partnersCardOf(ties))
}

func (s Site) directory(r *http.Request) (*sheet, directory, error) {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return nil, directory{}, err
	}
	return sh, sh.directory(ties, r.URL.Query()), nil
}

// directory narrows all cities by what a query asks for, and puts them in order.
func (sh *sheet) directory(ties []portal.Tie, q url.Values) directory {
	all := sh.listedCities(ties)
	d := directory{words: wordsOf(q.Get("q")), q: q, every: ties}
	d.facets = narrowed(sh.cityFacets(all), slices.DeleteFunc(all, func(l listed) bool { return !sh.isCalled(l.City, d.words) }), q)
	d.keep("q", d.words)
	if d.order = orderOf(q.Get("sort")); d.order != orders[0] {
		d.keep("sort", d.order)
	}
	if d.table = q.Get("view") == viewTable; d.table {
		d.keep("view", viewTable)
	}
	for _, l := range d.kept("") {
		if l.assessed() {
			d.ties = append(d.ties, l)
		} else {
			d.other = append(d.other, l)
		}
	}
	slices.SortStableFunc(d.ties, sh.compare(d.order))
	return d
}

// viewTable is the directory with the indicators beside each other.
const viewTable = "table"

// listedCities are all cities but the home city and places that nothing names any more, by name.
func (sh *sheet) listedCities(ties []portal.Tie) []listed {
	var all []listed
	for _, t := range ties {
		if t.City.IsHome || t.City.Standing == portal.NoTie && len(t.Programs) == 0 {
			continue
		}
		l := listed{Tie: t, sectors: sectorsOf(t)}
		if l.assessed() {
			l.life, l.legal = t.Vitality(sh.now), t.LegalState(sh.now)
		}
		if t.City.Standing == portal.Partner || t.City.Standing == portal.Ended {
			l.start = t.Start(sh.now)
		}
		all = append(all, l)
	}
	slices.SortStableFunc(all, func(a, b listed) int { return cmp.Compare(a.City.Name.In(sh.lang), b.City.Name.In(sh.lang)) })
	return all
}

func sectorsOf(t portal.Tie) []string {
	var codes []string
	for _, a := range t.Agreements {
		codes = append(codes, a.Sectors...)
	}
	for _, p := range t.Programs {
		codes = append(codes, p.Sectors...)
	}
	for _, a := range t.Activities {
		codes = append(codes, a.Sectors...)
	}
	return distinct(codes)
}

// inSight are the facets that stand beside the field for words; the others are folded.
var inSight = []string{"vitality", "sector"}

// cityFacets are the ways to narrow the directory.
func (sh *sheet) cityFacets(all []listed) []facet[listed] {
	var sectors, countries, decades, continents []facetChoice
	for _, l := range all {
		countries = append(countries, facetChoice{l.City.Country, sh.lang.Country(l.City.Country)})
		decades = append(decades, sh.decade(l.start))
		for _, code := range l.sectors {
			sectors = append(sectors, facetChoice{code, sh.sectorNames([]string{code})})
		}
	}
	for _, c := range i18n.Continents {
		continents = append(continents, facetChoice{string(c), sh.lang.Continent(c)})
	}
	slices.SortFunc(decades, func(a, b facetChoice) int { return cmp.Compare(a.value, b.value) })
	return []facet[listed]{
		{"vitality", sh.t("partners.vitality"), keyed(sh, portal.Labels), func(l listed, v string) bool { return string(l.life.Label) == v }},
		{"sector", sh.t("field.sectors"), byWord(sectors), func(l listed, code string) bool { return slices.Contains(l.sectors, code) }},
		{"standing", sh.t("field.standing"), choicesOf(sh, "standing", portal.Standings), func(l listed, v string) bool { return string(l.City.Standing) == v }},
		{"legal", sh.t("agreements.state"), keyed(sh, portal.LegalMarks), func(l listed, v string) bool { return string(l.legal.Mark) == v }},
		{"continent", sh.t("partners.continent"), continents, func(l listed, v string) bool { return string(i18n.ContinentOf(l.City.Country)) == v }},
		{"country", sh.t("field.country"), byWord(countries), func(l listed, code string) bool { return l.City.Country == code }},
		{"since", sh.t("partners.since"), distinct(decades), func(l listed, v string) bool { return sh.decade(l.start).value == v }},
	}
}

// keyed are choices that know their own words.
func keyed[T interface {
	~string
	Key() string
}](sh *sheet, list []T) []facetChoice {
	var choices []facetChoice
	for _, v := range list {
		choices = append(choices, facetChoice{string(v), sh.t(v.Key())})
	}
	return choices
}

// decade is the ten years in which a tie began, as a choice; what has not begun comes last.
func (sh *sheet) decade(start portal.Date) facetChoice {
	if start == "" {
		return facetChoice{"unknown", sh.t("date.unknown")}
	}
	first := start.Year() / 10 * 10
	return facetChoice{strconv.Itoa(first), sh.t("building.decade", first)}
}
