package public

import (
	"net/http"
	"slices"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// How much of very many ties the home page shows.
const (
	latestShown    = 6  // of the newest activities
	pulsesShown    = 24 // partners
	prospectsShown = 20 // names
)

func (s Site) home(w http.ResponseWriter, r *http.Request) error {
	sh, ix, lines, err := s.beginList(r, store.ActivityList, slugsOfLaws(deciding...)...)
	if err != nil {
		return err
	}
	latest, err := s.Store.Activities.Shown(r.Context(), ix.latest(lines, sh.now))
	if err != nil {
		return err
	}
	sh.learnAround(latest.Around)
	return respond.Page(w, r, http.StatusOK, view.HomeView(sh.homePage(ix, latest)))
}

// deciding are the acts on which the text about who decides rests.
var deciding = []string{"uu24", "pp28"}

// latest are the newest activities that have begun, of partners and of cities that are being explored.
func (ix *tieIndex) latest(lines *lineIndex, now time.Time) (ids []int64) {
	for line := range lines.lines.Len() {
		l := lines.lines.At(line)
		c := ix.cities[l.CityID]
		if c == nil || c.Home || c.Standing != portal.Partner && c.Standing != portal.Prospect || l.On == "" || l.On.Earliest().After(now) {
			continue
		}
		if ids = append(ids, l.ID); len(ids) == latestShown {
			break
		}
	}
	return ids
}

func (s Site) homeCard(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.homeCardOf(ix))
}

func (sh *sheet) homePage(ix *tieIndex, latest store.Shown[portal.Activity]) view.HomePage {
	partners := ix.ofStanding(sh.lang, portal.Partner)
	sums := ix.once(sh.sameFields("home"), func() any { return sh.homeSums(ix, partners) }).(homeSums)
	p := view.HomePage{
		Page:    sh.page(view.Home, view.Path{}, "", sh.t("home.description")),
		Head:    sums.head,
		Map:     sums.world,
		More:    sums.more,
		Recent:  sums.recent,
		Latest:  sh.latest(ix, latest),
		Decides: view.Cited{Text: sh.t("home.decides_text"), Refs: sh.refsTo(slugsOfLaws(deciding...), sh.acts)},
		Watch:   sums.watch,
	}
	p.Page.JSONLD = sh.siteLD()
	p.Page.Feeds = sh.feedsOf(view.Recent)
	p.Page.Card = sums.card
	for _, one := range firstOfMany(partners, pulsesShown) {
		p.Pulses = append(p.Pulses, sh.drawnRow(ix, one))
	}
	p.Sources = sh.list()
	return p
}

// homeSums is what the home page says of all ties, made once for each state of them.
type homeSums struct {
	head   view.PageHead
	world  view.Fragment
	more   string
	recent view.BrickSentence
	watch  []view.Link
	card   view.ShareCard
}

func (sh *sheet) homeSums(ix *tieIndex, partners []*portal.Summary) homeSums {
	prospects := ix.ofStanding(sh.lang, portal.Prospect)
	shown := slices.Concat(firstOfMany(partners, pulsesShown), firstOfMany(prospects, prospectsShown))
	return homeSums{
		head:   view.PageHead{Title: sh.homeTitle(partners), Lead: view.Cited{Text: sentence(" ", sh.homeAnswer(ix, partners), sh.homeLead(partners))}},
		world:  view.Written(sh.lang, view.MapDrawing(sh.worldMap(ix.home, shown))),
		more:   sentence(" ", sh.restOf(partners), sh.others(prospects)),
		recent: sh.brickSentence(ix.deeds()),
		watch:  sh.watch(ix, partners),
		card:   sh.share(view.Home, sh.homeCardOf(ix)),
	}
}

// homeTitle asks the question. Where not every partner is a sister city in law, they are called partner cities.
func (sh *sheet) homeTitle(partners []*portal.Summary) string {
	key := "home.title.sisters"
	for _, one := range partners {
		if !one.Sister {
			key = "home.title.partners"
		}
	}
	return sh.t(key, capital(sh.lang.Count(len(partners))))
}

// homeAnswer answers the question of the title as far as the records do: how many ties live, and of how many events a result is known.
func (sh *sheet) homeAnswer(ix *tieIndex, partners []*portal.Summary) string {
	if len(partners) == 0 {
		return ""
	}
	alive, deeds := countOf(partners, func(s *portal.Summary) bool {
		return s.Label == portal.LabelActive || s.Label == portal.LabelActiveNoResults
	}), ix.deeds()
	said := sh.t("home.answer", sh.number(alive), sh.number(len(partners)))
	if all := sumOf(deeds); all > 0 {
		said = sentence(" ", said, sh.t("home.answer_results", sh.now.Year()-portal.DeedYears+1, sh.number(sumOfReported(deeds)), sh.number(all)))
	}
	return said
}

func (sh *sheet) homeLead(partners []*portal.Summary) string {
	if len(partners) == 0 {
		return sh.t("home.lead_none")
	}
	return sh.t("home.lead", partners[0].Begun.Year())
}

// restOf says of very many partners that only the oldest are shown.
func (sh *sheet) restOf(partners []*portal.Summary) string {
	if len(partners) <= pulsesShown {
		return ""
	}
	return sh.t("home.oldest", sh.number(pulsesShown), sh.number(len(partners)))
}

// others counts and names the cities that are still being explored; of very many it only counts them.
func (sh *sheet) others(prospects []*portal.Summary) string {
	switch {
	case len(prospects) == 0:
		return ""
	case len(prospects) > prospectsShown:
		return sh.t("home.prospects_many", sh.number(len(prospects)))
	}
	var names []string
	for _, one := range prospects {
		names = append(names, one.Name.In(sh.lang))
	}
	return sh.t("home.prospects", capital(sh.lang.Count(len(names))), sh.lang.List(names))
}

// latest is the newest activities of all ties, each with its result.
func (sh *sheet) latest(ix *tieIndex, shown store.Shown[portal.Activity]) []view.Record {
	var records []view.Record
	for _, a := range shown.Records {
		records = append(records, sh.elsewhere(a, ix.city(a.CityID)))
	}
	return records
}
