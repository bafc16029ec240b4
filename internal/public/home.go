package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// latestShown is how many of the newest activities the home page names.
const latestShown = 6

func (s Site) home(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.HomeView(sh.homePage(ties)))
}

func (s Site) homeCard(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.homeCardOf(ties))
}

// beginWithTies starts a page that rests on all ties, in a number of questions that does not depend on how many there are.
func (s Site) beginWithTies(r *http.Request) (*sheet, []portal.Tie, error) {
	sh, err := s.begin(r)
	if err != nil {
		return nil, nil, err
	}
	cities, err := s.Store.Cities.All(r.Context())
	if err != nil {
		return nil, nil, err
	}
	ties, rulings, err := s.Store.Ties(r.Context(), cities)
	if err != nil {
		return nil, nil, err
	}
	sh.learnTies(ties, rulings)
	return sh, ties, s.nameSectors(r, sh)
}

func (sh *sheet) homePage(ties []portal.Tie) view.HomePage {
	partners, prospects := sh.ofStanding(ties, portal.Partner), sh.ofStanding(ties, portal.Prospect)
	p := view.HomePage{
		Page:    sh.page(view.Home, view.Path{}, "", sh.t("home.description")),
		Head:    view.PageHead{Title: sh.homeTitle(partners), Lead: view.Cited{Text: sh.homeLead(partners)}},
		Map:     sh.worldMap(ties, slices.Concat(partners, prospects)),
		More:    sh.others(prospects),
		Recent:  sh.brickSentence(slices.Concat(partners, prospects)),
		Latest:  sh.latest(slices.Concat(partners, prospects)),
		Decides: sh.decides(ties, "home.decides_text"),
		Watch:   sh.watch(partners),
	}
	p.Page.JSONLD = sh.siteLD()
	p.Page.Feeds = sh.feedsOf(view.Recent)
	p.Page.Card = sh.share(view.Home, sh.homeCardOf(ties))
	for _, t := range partners {
		p.Pulses = append(p.Pulses, sh.row(t))
	}
	p.Sources = sh.list()
	return p
}

// homeTitle asks the question. Where not every partner is a sister city in law, they are called partner cities.
func (sh *sheet) homeTitle(partners []portal.Tie) string {
	key := "home.title.sisters"
	for _, t := range partners {
		if t.LegalState(sh.now).Agreement.LegalType != portal.SisterCity {
			key = "home.title.partners"
		}
	}
	return sh.t(key, capital(sh.lang.Count(len(partners))))
}

func (sh *sheet) homeLead(partners []portal.Tie) string {
	if len(partners) == 0 {
		return sh.t("home.lead_none")
	}
	return sh.t("home.lead", partners[0].Start(sh.now).Year())
}

// others counts and names the cities that are still being explored.
func (sh *sheet) others(prospects []portal.Tie) string {
	if len(prospects) == 0 {
		return ""
	}
	var names []string
	for _, t := range prospects {
		names = append(names, t.City.Name.In(sh.lang))
	}
	return sh.t("home.prospects", capital(sh.lang.Count(len(names))), sh.lang.List(names))
}

// latest is the newest activities of all ties, each with its result.
func (sh *sheet) latest(ties []portal.Tie) []view.Record {
	cities := map[int64]portal.City{}
	var all []portal.Activity
	for _, t := range ties {
		cities[t.City.ID] = t.City
		for _, a := range t.Activities {
			if a.StartOn != "" && !a.StartOn.Earliest().After(sh.now) {
				all = append(all, a)
			}
		}
	}
	all = newest(all)
	var records []view.Record
	for _, a := range all[:min(len(all), latestShown)] {
		records = append(records, sh.elsewhere(a, cities[a.CityID]))
	}
	return records
}

// decides is a text about PP 28/2018, with the sources of the council approvals that tell of it.
func (sh *sheet) decides(ties []portal.Tie, key string) view.Cited {
	c := view.Cited{Text: sh.t(key)}
	for _, t := range ties {
		for _, a := range t.Approvals {
			if a.Kind == portal.ByCouncil && a.Decision == portal.Approved && a.DecidedOn >= regulation2018 {
				c.Refs = distinct(append(c.Refs, sh.refs(store.Named{Kind: portal.KindApproval, ID: a.ID})...))
			}
		}
	}
	return c
}

// regulation2018 is the day of PP 28/2018, whose article 30 asks for the council's approval.
const regulation2018 portal.Date = "2018-07-12"
