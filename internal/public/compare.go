package public

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// mostCompared is how many cities stand beside each other: more have no room.
const mostCompared = 3

// standingsCompared are the standings of what can be compared: partners and prospects, not claims.
var standingsCompared = []portal.Standing{portal.Partner, portal.Ended, portal.Prospect}

// comparedOffered is how many of very many cities are offered; the address may name any.
const comparedOffered = 250

// comparison is what a reader wants to see beside each other.
type comparison struct {
	home    portal.City
	offered []*portal.Summary // all that can be compared, the oldest partner first
	chosen  []*portal.Summary
	unknown []string // named, but not offered
	tooMany bool
}

func (s Site) compare(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	c := sh.comparison(ix, r.URL.Query())
	if c.home, err = s.Store.Home(r.Context()); err != nil && !errors.Is(err, portal.ErrNotFound) {
		return err
	}
	var ids []int64
	for _, one := range c.chosen {
		ids = append(ids, one.CityID)
	}
	ties, err := s.learnedTies(r.Context(), sh, ids)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.CompareView(sh.comparePage(c, ties)))
}

// comparison reads which cities are asked for: partners and prospects, not claims, each once.
func (sh *sheet) comparison(ix *tieIndex, q url.Values) comparison {
	var c comparison
	for _, s := range standingsCompared {
		c.offered = append(c.offered, ix.ofStanding(sh.lang, s)...)
	}
	asked := slices.DeleteFunc(distinct(q[view.CompareCity]), func(slug string) bool { return strings.TrimSpace(slug) == "" })
	for _, slug := range asked {
		one := ix.cities[ix.places[strings.TrimSpace(slug)]]
		switch {
		case one == nil || one.Home || !slices.Contains(standingsCompared, one.Standing):
			c.unknown = append(c.unknown, wordsOf(slug))
		case len(c.chosen) == mostCompared:
			c.tooMany = true
		default:
			c.chosen = append(c.chosen, one)
		}
	}
	return c
}

func (sh *sheet) comparePage(c comparison, ties []portal.Tie) view.ComparePage {
	title := sh.t("compare.title")
	if len(c.chosen) > 1 {
		title = sh.t("compare.title_of", sh.lang.List(sh.names(c.chosen)))
	}
	p := view.ComparePage{
		Page:  sh.page(view.Compare, view.Partners, title, sh.t("compare.description")),
		Head:  view.PageHead{Crumbs: sh.crumbs(view.Partners, "nav.partners", sh.t("compare.title")), Title: title, Lead: view.Cited{Text: sh.t("compare.lead")}},
		Form:  sh.compareForm(c),
		Notes: sh.compareNotes(c),
	}
	p.Page.Query = compareQuery(slugsOf(c.chosen)...)
	p.Page.NoIndex = len(c.chosen)+len(c.unknown) > 0 // as many pages as there are pairs and triples of cities
	if len(ties) < 2 {
		p.Examples = sh.comparisons(c)
		return p
	}
	p.Names = sh.names(c.chosen)
	for _, one := range c.chosen {
		p.Cities = append(p.Cities, sh.toPartner(one))
		p.Pulses = append(p.Pulses, sh.row(one))
	}
	p.Facts = sh.comparedFacts(c.home, ties)
	p.Indicators = sh.comparedIndicators(ties)
	p.Papers = sh.comparedPapers(ties)
	p.Sources = sh.list()
	return p
}

func (sh *sheet) names(list []*portal.Summary) []string {
	var names []string
	for _, one := range list {
		names = append(names, one.Name.In(sh.lang))
	}
	return names
}

func slugsOf(list []*portal.Summary) (slugs []string) {
	for _, one := range list {
		slugs = append(slugs, one.Slug)
	}
	return slugs
}

func compareQuery(slugs ...string) string {
	q := url.Values{}
	for _, slug := range slugs {
		q.Add(view.CompareCity, slug)
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// compareForm asks for the cities, those that are chosen already filled in.
func (sh *sheet) compareForm(c comparison) view.FilterForm {
	f := view.FilterForm{Action: view.Compare.In(sh.lang), Button: sh.t("compare.send")}
	for i, key := range []string{"compare.first", "compare.second", "compare.third"} {
		s := view.Select{Name: view.CompareCity, Label: sh.t(key), Group: sh.t("choice.standing.prospect"), Options: []view.Option{{Label: sh.t("compare.choose")}}}
		for at, one := range c.offered {
			o := view.Option{Value: one.Slug, Label: one.Name.In(sh.lang), Current: i < len(c.chosen) && c.chosen[i] == one}
			if at >= comparedOffered && !o.Current {
				continue
			}
			if one.Standing == portal.Prospect {
				s.Grouped = append(s.Grouped, o)
			} else {
				s.Options = append(s.Options, o)
			}
		}
		f.Open = append(f.Open, s)
	}
	return f
}

// compareNotes say why less is compared than was asked for, and what is missing.
func (sh *sheet) compareNotes(c comparison) []string {
	var notes []string
	for _, name := range c.unknown {
		notes = append(notes, sh.t("compare.unknown", name))
	}
	if c.tooMany {
		notes = append(notes, sh.t("compare.too_many"))
	}
	switch len(c.chosen) {
	case 0:
		notes = append(notes, sh.t("compare.none"))
	case 1:
		notes = append(notes, sh.t("compare.one", c.chosen[0].Name.In(sh.lang)))
	}
	return notes
}

// comparisons are some to begin with: beside the one chosen city, or else those that are alike in age, in life or in place.
func (sh *sheet) comparisons(c comparison) []view.Cited {
	var list []view.Cited
	add := func(key string, ties []*portal.Summary) {
		var others []*portal.Summary
		for _, one := range ties {
			if len(others) < mostCompared && !slices.Contains(c.chosen, one) {
				others = append(others, one)
			}
		}
		others = others[:min(len(others), mostCompared-len(c.chosen))]
		all := slices.Concat(c.chosen, others)
		words := sh.t(key, sh.lang.List(sh.names(others)))
		if len(c.chosen) == 1 {
			words = sh.t("compare.with", c.chosen[0].Name.In(sh.lang), words)
		}
		if len(all) > 1 {
			list = append(list, view.Cited{Text: capital(words), URL: view.Compare.In(sh.lang) + compareQuery(slugsOf(all)...)})
		}
	}
	latest := slices.Clone(c.offered)
	portal.Sort(latest, func(a, b *portal.Summary) int { return latestFirst(a.Last, b.Last) })
	near := slices.Clone(c.offered)
	portal.Sort(near, func(a, b *portal.Summary) int {
		return cmp.Compare(kilometres(c.home.Place(), a.Place), kilometres(c.home.Place(), b.Place))
	})
	add("compare.oldest", c.offered)
	add("compare.latest", latest)
	add("compare.nearest", near)
	return list
}

// comparedFacts sets the same facts of each city beside each other.
func (sh *sheet) comparedFacts(home portal.City, ties []portal.Tie) []view.ComparedRow {
	ofPaper := func(tell func(store.Named, portal.Agreement) view.Fact) func(portal.Tie) view.Fact {
		return func(t portal.Tie) view.Fact {
			a := t.LegalState(sh.now).Agreement
			if a.ID == 0 {
				return view.Fact{}
			}
			return tell(store.Named{Kind: portal.KindAgreement, ID: a.ID}, a)
		}
	}
	var rows []view.ComparedRow
	for _, row := range []struct {
		label string
		fact  func(portal.Tie) view.Fact
	}{
		{sh.t("partner.place"), func(t portal.Tie) view.Fact { return sh.placeFact(t.City) }},
		{sh.t("partner.distance"), func(t portal.Tie) view.Fact { return sh.distanceFact(home, t.City) }},
		{sh.t("clock.label"), func(t portal.Tie) view.Fact { return sh.clockFact(home, t.City) }},
		{sh.t("field.population"), func(t portal.Tie) view.Fact { return sh.populationFact(t.City) }},
		{sh.t("partner.area"), func(t portal.Tie) view.Fact { return sh.areaFact(t.City) }},
		{sh.t("agreements.state"), sh.legalFact},
		{sh.t("field.legal_type"), func(t portal.Tie) view.Fact {
			return ofPaper(func(of store.Named, a portal.Agreement) view.Fact { return sh.legalType(of, t.City, a) })(t)
		}},
		{sh.t("field.signed_on"), func(t portal.Tie) view.Fact {
			return ofPaper(func(_ store.Named, a portal.Agreement) view.Fact { return sh.signedFact(t.Chain(a)[0]) })(t)
		}},
		{sh.t("agreement.latest"), ofPaper(func(_ store.Named, a portal.Agreement) view.Fact { return sh.signedFact(a) })},
		{sh.t("field.in_force_until"), ofPaper(func(of store.Named, a portal.Agreement) view.Fact {
			return sh.fact(of, a.InForceUntil.In(sh.lang), "in_force_until")
		})},
		{sh.t("field.sectors"), ofPaper(sh.scopeFact)},
		{sh.t("choice.stage.dprd"), sh.approvalFact},
	} {
		compared := view.ComparedRow{Label: row.label}
		for _, t := range ties {
			compared.Facts = append(compared.Facts, row.fact(t))
		}
		rows = append(rows, compared)
	}
	return rows
}

// legalFact is where the papers of a tie stand, in the words of the mark.
func (sh *sheet) legalFact(t portal.Tie) view.Fact {
	mark, note := sh.legal(t)
	return view.Fact{Values: []view.Cited{{Text: mark.Word}}, Note: capital(note) + "."}
}

// comparedIndicators sets all that the ten indicators say beside each other.
func (sh *sheet) comparedIndicators(ties []portal.Tie) []view.ComparedRow {
	var rows []view.ComparedRow
	for _, key := range portal.IndicatorKeys {
		row := view.ComparedRow{Label: sh.t(key.Key())}
		for _, t := range ties {
			row.Facts = append(row.Facts, sh.figureFact(t.Indicators(sh.now).Figure(key)))
		}
		rows = append(rows, row)
	}
	return rows
}

// figureFact is an indicator with what else it says below; one that says nothing tells why.
func (sh *sheet) figureFact(f portal.Figure) view.Fact {
	var said []string
	for _, s := range f.Said {
		said = append(said, capital(s.In(sh.lang)))
	}
	if f.Silent {
		return view.Fact{Values: []view.Cited{{Text: sh.t("partners.silent")}}, Note: sentences(said...)}
	}
	return view.Fact{Values: []view.Cited{{Text: said[0] + "."}}, Note: sentences(said[1:]...)}
}

// comparedPapers sets agreements and promises beside each other.
func (sh *sheet) comparedPapers(ties []portal.Tie) []view.ComparedRow {
	papers, promises := view.ComparedRow{Label: sh.t("partner.agreements")}, view.ComparedRow{Label: sh.t("promise.heading")}
	for _, t := range ties {
		var f view.Fact
		for _, a := range t.Agreements {
			e := sh.agreementEntry(a)
			f.Values = append(f.Values, linkAndWords(e, e.Text.Text)...)
		}
		papers.Facts = append(papers.Facts, f)
	}
	for _, t := range ties {
		var f view.Fact
		for _, line := range promisesOf([]portal.Tie{t}) {
			e := sh.promiseOf(line)
			f.Values = append(f.Values, linkAndWords(e, sh.promiseState(line.promise.State))...)
		}
		promises.Facts = append(promises.Facts, f)
	}
	return []view.ComparedRow{papers, promises}
}

// linkAndWords is an entry as a link, and below it plain words with the sources: small numbers beside links alone are hard to touch.
func linkAndWords(e view.Record, words string) []view.Cited {
	return []view.Cited{{Text: e.Title, URL: e.URL}, {Text: words, Refs: e.Text.Refs}}
}
