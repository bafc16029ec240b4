package public

import (
	"cmp"
	"fmt"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// How ties look in lists and drawings, by their summaries.

// row is a tie as one line of the list of pulses.
func (sh *sheet) row(s *portal.Summary) view.PulseRow {
	r := view.PulseRow{
		Name: s.Name.In(sh.lang), URL: view.Partner.In(sh.lang, s.Slug),
		Where: sh.unreviewedNote(store.Named{Kind: portal.KindCity, ID: s.CityID}, sh.where(s)),
		Pulse: sh.pulseOf(s.Name, s.Pulse), Vitality: sh.life(s),
	}
	if r.Pulse.Start == 0 && len(r.Pulse.Years) == 0 {
		r.Nothing = capital(s.Legal.In(sh.lang)) + "."
	}
	return r
}

// drawnRow is a row whose pulse is drawn once for each state of the ties.
func (sh *sheet) drawnRow(ix *tieIndex, s *portal.Summary) view.PulseRow {
	r := sh.row(s)
	if r.Nothing == "" {
		r.Strip = ix.drawing(fmt.Sprint("pulse ", sh.lang, s.CityID), func() view.Fragment { return view.Written(sh.lang, view.PulseStrip(r.Pulse)) })
	}
	return r
}

// drawnHouse is a house that is drawn once for each state of the ties.
func (sh *sheet) drawnHouse(ix *tieIndex, s *portal.Summary) view.Building {
	b := sh.houseOf(s)
	b.Drawn = ix.drawing(fmt.Sprint("house ", sh.lang, s.CityID), func() view.Fragment { return view.Written(sh.lang, view.BuildingDrawing(b)) })
	return b
}

// mostDrawings is how many drawings are kept; where ties are so many that there are more, they are drawn anew from time to time.
const mostDrawings = 4000

// drawing is a drawing that is kept for as long as the index holds.
func (ix *tieIndex) drawing(key string, draw func() view.Fragment) view.Fragment {
	ix.guard.Lock()
	drawn, ok := ix.drawings[key]
	ix.guard.Unlock()
	if ok {
		return drawn
	}
	drawn = draw() // two that ask at once draw it twice, which does no harm
	ix.guard.Lock()
	defer ix.guard.Unlock()
	if len(ix.drawings) >= mostDrawings {
		clear(ix.drawings)
	}
	ix.drawings[key] = drawn
	return drawn
}

// life is how alive a tie is, and why, of those that are assessed.
func (sh *sheet) life(s *portal.Summary) view.VitalityLabel {
	return view.VitalityLabel{Light: lights[s.Label], Word: sh.t(s.Label.Key()), Reason: s.Reason.In(sh.lang)}
}

// where is the country of a city, and for a partner the year in which the tie began.
func (sh *sheet) where(s *portal.Summary) string {
	country := sh.lang.Country(s.Country)
	switch {
	case s.Standing != portal.Partner || s.Begun == "":
		return country
	case s.Begun.Approximate():
		return sh.t("partner.where_about", country, s.Begun.Plain().Year())
	}
	return sh.t("partner.where_since", country, s.Begun.Year())
}

func (sh *sheet) houseOf(s *portal.Summary) view.Building {
	return sh.house(s.Slug, s.Begun, sh.pulseOf(s.Name, s.Pulse))
}

func (sh *sheet) skyline(list []*portal.Summary) (houses []view.Building) {
	for _, s := range list {
		houses = append(houses, sh.houseOf(s))
	}
	return houses
}

// toPartner leads to a city's page.
func (sh *sheet) toPartner(s *portal.Summary) view.Link {
	return view.Link{Label: s.Name.In(sh.lang), URL: view.Partner.In(sh.lang, s.Slug)}
}

// ofStanding are the ties with cities of one standing, the oldest first.
func (ix *tieIndex) ofStanding(l i18n.Lang, s portal.Standing) []*portal.Summary {
	return ix.once("of standing "+string(l)+" "+string(s), func() any {
		list := []*portal.Summary{}
		for _, i := range ix.order(l, orderBegun) {
			if one := ix.lines[i].Summary; one.Standing == s {
				list = append(list, one)
			}
		}
		return slices.Clip(list)
	}).([]*portal.Summary)
}

// ofStanding picks the ties with cities of one standing, the oldest first.
func (sh *sheet) ofStanding(ties []portal.Tie, s portal.Standing) []portal.Tie {
	var kept []portal.Tie
	starts := map[int64]portal.Date{}
	for _, t := range ties {
		if t.City.Standing == s && !t.City.IsHome {
			kept = append(kept, t)
			starts[t.City.ID] = t.Start(sh.now)
		}
	}
	portal.Sort(kept, func(a, b portal.Tie) int {
		return cmp.Or(byAge(starts[a.City.ID], starts[b.City.ID]), cmp.Compare(a.City.Name.In(sh.lang), b.City.Name.In(sh.lang)))
	})
	return kept
}
