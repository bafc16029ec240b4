package public

import (
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (sh *sheet) recentPage(asked recentAsked, week recentWeek, entries []view.Publication) view.RecentPage {
	title, older := sh.t("recent.title"), !asked.before.At.IsZero()
	p := view.RecentPage{
		Page:  sh.page(view.Recent, view.Path{}, title, sh.t("recent.description")),
		Head:  view.PageHead{Title: title, Lead: view.Cited{Text: sh.recentLead(week, older)}},
		Kinds: sh.recentKinds(asked.kind),
		Odd: sentence(" ", sh.notApplied(oddChoice(sh.t("recent.filter"), asked.odd)),
			sh.onlyOne(moreThanOne(sh.t("recent.filter"), asked.kinds, sh.kindWord))),
		Days: sh.recentDays(week, entries),
	}
	p.Page.Feeds = sh.feedsOf(view.Recent)
	if asked.kind != "" {
		p.Page.Feeds = sh.feedsOf(view.KindRecent, string(asked.kind))
	}
	p.Page.Query, p.Page.NoIndex = recentQuery(asked.kind, asked.before), p.Odd != ""
	if !week.begins.IsZero() {
		last := week.begins.AddDate(0, 0, 6)
		p.Week = sh.t("recent.week", portal.On(week.begins).In(sh.lang), portal.On(last).In(sh.lang))
	}
	if older {
		p.Page.Part = recentQuery("", asked.before)
		p.Page.Title = sentence(". ", title, p.Week)
		p.Newest = view.Link{Label: sh.t("recent.newest"), URL: recentPath(sh.lang, asked.kind, store.Moment{})}
	}
	if !week.rest.At.IsZero() {
		key := "recent.older"
		if week.rest.ID != 0 {
			key = "recent.rest"
		}
		p.Rest = view.Link{Label: sh.t(key), URL: recentPath(sh.lang, asked.kind, week.rest)}
	}
	return p
}

// recentLead says how much changed this week, that the register began in it, or that nothing changed.
func (sh *sheet) recentLead(week recentWeek, older bool) string {
	switch n := len(week.changes); {
	case older:
		return sh.t("recent.lead_older")
	case n > 0 && week.rest.ID == 0 && week.begins.Equal(portal.WeekOf(sh.now)):
		return sh.plural("recent.lead", n)
	case n > 0 && week.begins.Equal(portal.WeekOf(sh.now)):
		return sh.t("recent.lead_many", sh.number(n))
	case n == 0 && len(week.seeds) > 0 && week.begins.Equal(portal.WeekOf(sh.now)):
		return sh.t("recent.lead_seeded")
	}
	return sh.t("recent.lead_quiet")
}

func (sh *sheet) recentKinds(chosen portal.Kind) []view.Chip {
	chips := []view.Chip{{Label: sh.t("filter.all"), URL: recentPath(sh.lang, "", store.Moment{}), Current: chosen == ""}}
	for _, kind := range portal.Kinds {
		chips = append(chips, view.Chip{
			Label: sh.t("kinds." + string(kind)), URL: recentPath(sh.lang, kind, store.Moment{}), Current: kind == chosen,
		})
	}
	return chips
}

// dated is an entry with its instant, by which it is put under a day.
type dated struct {
	at    time.Time
	entry view.Publication
}

// recentDays puts changes and seeded records under their days, the latest first.
func (sh *sheet) recentDays(week recentWeek, entries []view.Publication) []view.RecentDay {
	all := sh.seedEntries(week.seeds)
	for i, p := range week.changes {
		all = append(all, dated{p.At, entries[i]})
	}
	portal.Sort(all, func(a, b dated) int { return b.at.Compare(a.at) })
	var days []view.RecentDay
	for _, d := range all {
		title := portal.On(d.at.In(portal.WIB)).In(sh.lang)
		if len(days) == 0 || days[len(days)-1].Title != title {
			days = append(days, view.RecentDay{Title: title})
		}
		last := &days[len(days)-1]
		last.Entries = append(last.Entries, d.entry)
	}
	return days
}

// seedEntries count what the migrations brought, an entry for each day.
func (sh *sheet) seedEntries(seeds []store.SeedDay) (list []dated) {
	for _, one := range seeds {
		count := sh.t("recent.count", sh.t("kinds."+string(one.Kind)), sh.number(one.Count))
		if n := len(list); n > 0 && portal.On(list[n-1].at.In(portal.WIB)) == one.On {
			list[n-1].entry.Said += ", " + count
			continue
		}
		list = append(list, dated{one.At, view.Publication{
			Time: portal.ClockTime(sh.lang, one.At), Name: view.Cited{Text: sh.t("recent.seeded")}, Said: count, Who: sh.t("recent.seeded_why"),
		}})
	}
	return list
}

// publication is one change as an entry: of which record, what, why and by which roles.
func (sh *sheet) publication(p published, name view.Cited, shown store.ShownUse) view.Publication {
	e := view.Publication{
		Time: portal.ClockTime(sh.lang, p.At), Act: sh.act(p.Publication), Kind: sh.choice("kind", string(p.Kind)), Name: name, URL: sh.recordPath(shown), Reason: sh.reason(p.Publication),
		Who: sh.whoPublished(p.Publication), More: sh.historyLink(store.Named{Kind: p.Kind, ID: p.RecordID}, "recent.see"),
	}
	e.More.URL += "#" + versionID(p.ID)
	if owner := shown.Title.In(sh.lang); name.Text != owner {
		e.Where = owner
	}
	var labels []string
	for _, row := range p.rows {
		labels = append(labels, row.Label)
	}
	switch {
	case p.Act() == portal.ActAdded || p.Act() == portal.ActRetired:
	case p.Gone:
		e.Said = sh.t("publication.not_told")
	case len(labels) == 0:
		e.Said = sh.t("publication.arranged")
	default:
		e.Said = sh.t("recent.fields", sh.lang.List(labels))
	}
	return e
}

// clock is the time of day in the home city.
