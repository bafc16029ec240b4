package public

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/web/view"
)

// yearShown is how many entries a year has on the page of the whole history; the rest stands on that of its decade.
const yearShown = 4

func (s Site) history(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	told := ix.toldInHistory(r.URL.Query().Get("partner"))
	ties, err := s.learnedTies(r.Context(), sh, idsOf(told))
	if err != nil {
		return err
	}
	p := sh.historyPage(ties, r.URL.Query())
	if all := len(ix.ofStanding(sh.lang, portal.Partner)); len(told) < len(ix.cities) {
		p.Head.Lead.Text = sentence(" ", sh.t("history.of_many", sh.number(all), sh.number(len(told))), p.Head.Lead.Text)
	}
	return respond.Page(w, r, http.StatusOK, view.WholeHistoryView(p))
}

// oldestTold is of how many partnerships the history is told where there are very many.
const oldestTold = 25

// toldInHistory are the places whose history is told on one page: all of few; of very many the one that was asked for, or else the
// oldest partners. The others have theirs on their own pages.
func (ix *tieIndex) toldInHistory(asked string) []*portal.Summary {
	if !ix.mark.Many {
		return ix.named()
	}
	if one := ix.cities[ix.places[asked]]; one != nil {
		return []*portal.Summary{one}
	}
	partners := ix.ofStanding(i18n.ID, portal.Partner)
	return partners[:min(len(partners), oldestTold)]
}

func (sh *sheet) historyPage(ties []portal.Tie, q url.Values) view.HistoryPage {
	lines := sh.events(ties)
	facets := sh.historyFacets(lines)
	happened := keptOf(lines, func(h event) bool { return !h.claim })
	narrow := narrowed(facets, happened, q)
	claims := narrowed(facets, keptOf(lines, func(h event) bool { return h.claim }), q)
	kept, whole, title := append(narrow.kept(""), claims.kept("")...), narrow.kept("decade"), sh.historyTitle(ties, happened)
	portal.Sort(kept, inTime)
	p := view.HistoryPage{
		Page:    sh.page(view.History, view.History, title, sh.t("history.description")),
		Head:    view.PageHead{Title: title, Lead: view.Cited{Text: sh.historyLead(ties)}},
		Filters: narrow.filters(sh, view.History.In(sh.lang)),
		Nothing: narrow.nothing(sh, view.History.In(sh.lang), len(kept)),
	}
	p.Page.Query, p.Page.NoIndex = narrow.query(), narrow.strange()
	houses, turns := sh.houses(ties, narrow.chosen["partner"])
	most := yearShown
	if len(narrow.chosen) > 0 {
		most = len(kept)
	}
	last, newest := 0, 0
	if len(kept) > 0 {
		newest = kept[len(kept)-1].year
	}
	for len(kept) > 0 {
		year, n := kept[0].year, 0
		for n < len(kept) && kept[n].year == year {
			n++
		}
		p.Years = append(sh.emptyYears(p.Years, whole, last, year), sh.historyYear(narrow, kept[:n], most, newest, houses, turns))
		last, kept = year, kept[n:]
	}
	if narrow.chosen["decade"] == "" {
		p.Years = sh.emptyYears(p.Years, whole, last, sh.now.Year()+1)
	}
	p.Decades = sh.decades(p.Years)
	p.Sources = sh.list()
	for i := range p.Sources {
		p.Sources[i].Archive = "" // the page of the source has it; this one is to stay light
	}
	return p
}

// historyLead says how to read the history, and what of the ties it cannot show.
func (sh *sheet) historyLead(ties []portal.Tie) string {
	n := 0
	for _, t := range ties {
		if !t.City.IsHome {
			n += undated(t.Activities)
		}
	}
	if n == 0 {
		return sh.t("history.page_lead")
	}
	return sentence(" ", sh.t("history.page_lead"), sh.plural("history.undated", n))
}

func keptOf(list []event, ok func(event) bool) []event {
	return slices.DeleteFunc(slices.Clone(list), func(h event) bool { return !ok(h) })
}

// historyTitle says how long the history is, and from which first partner to which last one.
func (sh *sheet) historyTitle(ties []portal.Tie, lines []event) string {
	partners := sh.ofStanding(ties, portal.Partner)
	partners = slices.DeleteFunc(partners, func(t portal.Tie) bool { return t.Start(sh.now) == "" })
	if len(lines) == 0 || len(partners) < 2 {
		return sh.t("history.title")
	}
	first, last := partners[0].City.Name.In(sh.lang), partners[len(partners)-1].City.Name.In(sh.lang)
	return sh.t("history.page_title", sh.number(sh.now.Year()-lines[0].year), first, last)
}

func (sh *sheet) historyFacets(lines []event) []facet[event] {
	natures := []facetChoice{}
	for _, nature := range []string{"paper", "activity", "program"} {
		natures = append(natures, facetChoice{nature, sh.t("history." + nature)})
	}
	var decades, partners []facetChoice
	for _, h := range lines {
		decade := h.year / 10 * 10
		decades = append(decades, facetChoice{strconv.Itoa(decade), sh.t("history.decade", decade)})
		partners = append(partners, facetChoice{h.city.Slug, h.city.Name.In(sh.lang)})
	}
	return []facet[event]{
		{name: "kind", label: sh.t("history.nature"), choices: natures, has: func(h event, c string) bool { return h.nature == c }},
		{name: "decade", label: sh.t("history.period"), choices: distinct(decades), has: func(h event, c string) bool { return strconv.Itoa(h.year/10*10) == c }},
		{name: "partner", label: sh.t("field.agreement.city_id"), choices: distinct(partners), has: func(h event, c string) bool { return h.city.Slug == c }},
	}
}

// houses are the partnerships as buildings, the oldest first, of one city where it is chosen; and the years in which one began or ended.
func (sh *sheet) houses(ties []portal.Tie, only string) (houses []view.Building, turns map[int]bool) {
	turns = map[int]bool{}
	for _, t := range slices.Concat(sh.ofStanding(ties, portal.Partner), sh.ofStanding(ties, portal.Ended)) {
		b := sh.building(t)
		if b.Start == 0 || only != "" && t.City.Slug != only {
			continue
		}
		houses = append(houses, b)
		turns[b.Start], turns[b.End] = true, true
	}
	return houses, turns
}

// historyYear is one year; the skyline is drawn where it has changed, and in the newest year.
func (sh *sheet) historyYear(n facets[event], lines []event, most, newest int, houses []view.Building, turns map[int]bool) view.HistoryYear {
	year := lines[0].year
	y := view.HistoryYear{ID: yearID(year), Year: strconv.Itoa(year), Turning: turns[year], Skyline: view.SmallSkyline{Year: year}}
	for _, h := range lines[:min(len(lines), most)] {
		y.Entries = append(y.Entries, h.entry())
	}
	if rest := len(lines) - most; rest > 0 {
		decade := strconv.Itoa(year / 10 * 10)
		y.More = view.Link{Label: sh.plural("history.more", rest), URL: n.address(view.History.In(sh.lang), "decade", decade) + "#" + y.ID}
	}
	for _, b := range houses {
		if b.Start <= year && (turns[year] || year == newest) {
			b.Now = year
			y.Skyline.Houses = append(y.Skyline.Houses, b)
		}
	}
	return y
}

func yearID(year int) string { return "tahun-" + strconv.Itoa(year) }

// emptyYears adds the years between two years with entries, where there are any. What began before and lasted into them is said.
func (sh *sheet) emptyYears(years []view.HistoryYear, lines []event, last, next int) []view.HistoryYear {
	n := next - last - 1
	if last == 0 || n < 1 {
		return years
	}
	said := sh.t("history.empty", last+1, next-1)
	if n == 1 {
		said = sh.t("history.empty.one", last+1)
	}
	if going := countOf(lines, func(h event) bool { return h.year <= last && h.until.Year() > last }); going > 0 {
		said = sh.t("history.lasting", last+1, next-1, sh.number(going))
		if n == 1 {
			said = sh.t("history.lasting.one", last+1, sh.number(going))
		}
	}
	return append(years, view.HistoryYear{Empty: n, Said: said})
}

// decades leads to the first year of each decade that has entries.
func (sh *sheet) decades(years []view.HistoryYear) (links []view.Link) {
	for _, y := range years {
		year, err := strconv.Atoi(y.Year)
		if err != nil {
			continue
		}
		label := sh.t("history.decade", year/10*10)
		if len(links) == 0 || links[len(links)-1].Label != label {
			links = append(links, view.Link{Label: label, URL: "#" + y.ID})
		}
	}
	return links
}
