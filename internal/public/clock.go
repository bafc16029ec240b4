package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// clockFact is what stays true of a city's clock beside the home city's, in all seasons.
func (sh *sheet) clockFact(home, c portal.City) view.Fact {
	f := sh.fact(store.Named{Kind: portal.KindCity, ID: c.ID}, sh.clock(home, c), "time_zone")
	f.Label = sh.t("clock.label")
	if f.Values[0].Text != "" {
		f.Note = sentences(sh.t("clock.note", c.TimeZone), f.Note)
	}
	return f
}

// clock says how far two clocks are apart: "6 jam lebih lambat dari Bandung, 5 jam pada musim panas"; empty where a zone is not known.
func (sh *sheet) clock(home, c portal.City) string {
	clock, ok := portal.ClockOf(home.TimeZone, c.TimeZone, sh.now)
	if !ok {
		return ""
	}
	name := home.Name.In(sh.lang)
	said := sh.t("clock.same", name)
	if clock.Standard != 0 {
		said = sh.t("clock."+way(clock.Standard), sh.hours(clock.Standard), name)
	}
	switch {
	case clock.Summer == clock.Standard:
		return said
	case clock.Summer == 0:
		return sh.t("clock.summer", said, sh.t("clock.same_short"))
	case way(clock.Summer) == way(clock.Standard):
		return sh.t("clock.summer", said, sh.hours(clock.Summer))
	}
	return sh.t("clock.summer", said, sh.t("clock."+way(clock.Summer), sh.hours(clock.Summer), name))
}

// way is the direction in which a clock differs, empty for none.
func way(minutes int) string {
	switch {
	case minutes > 0:
		return "ahead"
	case minutes < 0:
		return "behind"
	}
	return ""
}

// hours is a difference of clocks in words, without its direction: 5 jam 30 menit.
func (sh *sheet) hours(minutes int) string {
	minutes = max(minutes, -minutes)
	hours, rest := "", ""
	if minutes >= 60 {
		hours = sh.plural("clock.hours", minutes/60)
	}
	if minutes%60 > 0 {
		rest = sh.plural("clock.minutes", minutes%60)
	}
	return sentence(" ", hours, rest)
}
