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
	life  portal.Vitality // of a tie; a claim and a place have none
	legal portal.LegalState
	start portal.Date // of a partner, also of one that has ended
}

// assessed tells whether the city is one of those whose ties are assessed: not a claim, and no mere place of a program.
func (l listed) assessed() bool { return l.City.Standing.Assessed() }

// directory is the directory as a reader asked for it.
type directory struct {
	facets[tieLine]
	words     string     // looked for in names, empty for all cities
	order     string     // one of the orders
	table     bool       // the indicators beside each other instead of the pulses
	ties      tiesInLine // those that are assessed, in the order asked for
	other     tiesInLine // claims, then places, which never stand among them
	standings map[portal.Standing]int
	q         url.Values
	index     *tieIndex
}

func (s Site) partners(w http.ResponseWriter, r *http.Request) error {
	sh, d, err := s.directory(r)
	if err != nil {
		return err
	}
	part := partOf(d)
	asked := part.other
	if d.table { // the indicators in words stand in no summary
		asked = slices.Concat(part.lines, part.other)
	}
	ties, err := s.learnedTies(r.Context(), sh, asked)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.PartnersView(sh.partnersPage(d, part, sh.listedCities(ties))))
}

func (s Site) partnersCard(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.partnersCardOf(ix))
}

// directory narrows all ties by what a request asks for, and puts them in order.
func (s Site) directory(r *http.Request) (*sheet, directory, error) {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return nil, directory{}, err
	}
	return sh, sh.directory(ix, r.URL.Query()), nil
}

// beginWithIndex starts a page that rests on the index of ties, and on some acts by their slugs.
func (s Site) beginWithIndex(r *http.Request, acts ...string) (*sheet, *tieIndex, error) {
	opening, err := s.Store.Opening(r.Context(), acts...)
	if err != nil {
		return nil, nil, err
	}
	sh := s.sheetOf(r, opening.Standing)
	sh.knows(opening.Sectors)
	sh.acts = opening.Acts
	ix, err := s.tieIndexAt(r.Context(), opening.Mark, sh.now)
	return sh, ix, err
}

func (sh *sheet) directory(ix *tieIndex, q url.Values) directory {
	d := directory{words: wordsOf(q.Get("q")), q: q, index: ix}
	d.facets = narrowed(sh.cityFacets(ix), nil, q)
	left := ix.columns.pick(len(ix.lines), d.chosen, ix.called(d.words))
	d.left = &left
	of := map[portal.Standing]lineSet{}
	d.standings = map[portal.Standing]int{}
	for _, standing := range portal.Standings {
		of[standing] = left.kept.with(ix.columns.of("standing").having(string(standing)))
		d.standings[standing] = of[standing].count()
	}
	d.keep("q", d.words)
	if asked := q.Get("sort"); orderOf(asked) != asked {
		d.odd = append(d.odd, oddChoice(sh.t("partners.sort"), asked)...)
	}
	d.more = append(d.more, moreThanOne(sh.t("partners.sort"), q["sort"], func(order string) string { return order })...)
	if d.order = orderOf(q.Get("sort")); d.order != orders[0] {
		d.keep("sort", d.order)
	}
	if d.table = q.Get("view") == viewTable; d.table {
		d.keep("view", viewTable)
	}
	claims, places := of[portal.Unproven], of[portal.NoTie]
	d.ties = ix.inLine(ordered{left.kept.without(claims).without(places), ix.order(sh.lang, d.order)})
	byName := ix.order(sh.lang, "name")
	d.other = ix.inLine(ordered{claims, byName}, ordered{places, byName})
	return d
}

// viewTable is the directory with the indicators beside each other.
const viewTable = "table"

// listedCities are ties as lists show them.
func (sh *sheet) listedCities(ties []portal.Tie) []listed {
	var all []listed
	for _, t := range ties {
		l := listed{Tie: t}
		if l.assessed() {
			l.life, l.legal = t.Vitality(sh.now), t.LegalState(sh.now)
		}
		if t.City.Standing == portal.Partner || t.City.Standing == portal.Ended {
			l.start = t.Start(sh.now)
		}
		all = append(all, l)
	}
	return all
}

// inSight are the facets that stand beside the field for words; the others are folded.
var inSight = []string{"vitality", "sector"}

// cityFacets are the ways to narrow the directory, in the order of tieFacets. The index counts their choices.
func (sh *sheet) cityFacets(ix *tieIndex) []facet[tieLine] {
	var sectors, countries, decades, continents []facetChoice
	for i, f := range tieFacets {
		for _, value := range ix.columns[i].values {
			switch f.name {
			case "sector":
				sectors = append(sectors, facetChoice{value, sh.sectorNames([]string{value})})
			case "country":
				countries = append(countries, facetChoice{value, sh.lang.Country(value)})
			case "since":
				decades = append(decades, sh.decade(value))
			}
		}
	}
	for _, c := range i18n.Continents {
		continents = append(continents, facetChoice{string(c), sh.lang.Continent(c)})
	}
	portal.Sort(decades, func(a, b facetChoice) int { return cmp.Compare(a.value, b.value) })
	return []facet[tieLine]{
		{name: "vitality", label: sh.t("partners.vitality"), choices: keyed(sh, portal.Labels)},
		{name: "sector", label: sh.t("partners.sectors"), choices: byWord(sectors)},
		{name: "standing", label: sh.t("field.standing"), choices: choicesOf(sh, "standing", portal.Standings)},
		{name: "legal", label: sh.t("agreements.state"), choices: keyed(sh, portal.LegalMarks)},
		{name: "continent", label: sh.t("partners.continent"), choices: continents},
		{name: "country", label: sh.t("field.country"), choices: byWord(countries)},
		{name: "since", label: sh.t("partners.since"), choices: decades},
		{name: "sources", label: sh.t("partners.sources"), choices: []facetChoice{{sourcesDiffer, sh.t("partners.sources_differ")}}},
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
func (sh *sheet) decade(value string) facetChoice {
	first, err := strconv.Atoi(value)
	if err != nil {
		return facetChoice{value, sh.t("date.unknown")}
	}
	return facetChoice{value, sh.t("building.decade", first)}
}
