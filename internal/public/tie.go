package public

import (
	"cmp"
	"slices"
	"strconv"

	"kotakembar/internal/geo"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// firstYear is the start of the axis that all pulses share.
const firstYear = 1960

// lights are the windows of the labels of life.
var lights = map[portal.Label]view.Light{
	portal.LabelEnded:           view.LightEnded,
	portal.LabelExploratory:     view.LightNew,
	portal.LabelNotAssessable:   view.LightUnknown,
	portal.LabelDormant:         view.LightOff,
	portal.LabelCeremonial:      view.LightCeremonial,
	portal.LabelActive:          view.LightActive,
	portal.LabelActiveNoResults: view.LightUnreported,
	portal.LabelInfrequent:      view.LightRare,
}

// vitality says how alive a tie is, and why. A claim is called what it is.
func (sh *sheet) vitality(t portal.Tie) view.VitalityLabel {
	if t.City.Standing == portal.Unproven {
		return view.VitalityLabel{Light: view.LightUnknown, Word: sh.t("choice.standing.unproven"), Reason: sh.t("partner.unproven")}
	}
	if t.City.Standing == portal.NoTie {
		return view.VitalityLabel{Light: view.LightUnknown, Word: sh.t("choice.standing.none"), Reason: sh.t("partner.no_tie")}
	}
	v := t.Vitality(sh.now)
	return view.VitalityLabel{Light: lights[v.Label], Word: sh.t(v.Label.Key()), Reason: v.Reason.In(sh.lang)}
}

// legal says where the papers of a tie stand.
func (sh *sheet) legal(t portal.Tie) (view.TagValue, string) {
	s := t.LegalState(sh.now)
	return view.TagValue{Tone: legalTone(s.Mark), Word: sh.t(s.Mark.Key())}, s.Reason.In(sh.lang)
}

func legalTone(m portal.LegalMark) view.Tone {
	switch m {
	case portal.LegalInForce:
		return view.ToneOn
	case portal.LegalNone, portal.LegalIntent:
		return view.ToneLine
	case portal.LegalExpiring, portal.LegalExpired, portal.LegalExpiredActive, portal.LegalNoTerm:
		return view.ToneWarn
	}
	return view.ToneNeutral
}

// pulse is a tie year by year.
func (sh *sheet) pulse(t portal.Tie) view.Pulse {
	p := view.Pulse{Name: t.City.Name.In(sh.lang), From: firstYear, To: sh.now.Year()}
	for _, y := range t.Years(sh.now) {
		if y.Documented+y.Unverified > 0 {
			p.Years = append(p.Years, view.Year{Year: y.Year, Solid: y.Documented, Unproven: y.Unverified})
		}
	}
	for _, s := range t.Spans(sh.now) {
		p.Terms = append(p.Terms, view.Term{From: s.From, To: s.Until, Clear: s.Solid})
	}
	if len(p.Terms) > 0 {
		p.Start = p.Terms[0].From
		if last := p.Terms[len(p.Terms)-1].To; last < p.To {
			p.End = last
		}
	}
	return p
}

// building is a tie as a house.
func (sh *sheet) building(t portal.Tie) view.Building {
	p := sh.pulse(t)
	return view.Building{
		Name: p.Name, URL: view.Partner.In(sh.lang, t.City.Slug), Since: since(t.Start(sh.now)),
		Start: p.Start, Now: p.To, End: p.End, Years: p.Years,
	}
}

// since is the year in which a tie began, as drawings write it: 1960 or ±2005.
func since(d portal.Date) string {
	switch {
	case d == "":
		return ""
	case d.Approximate():
		return "±" + strconv.Itoa(d.Year())
	}
	return strconv.Itoa(d.Year())
}

// row is a tie as one line of the list of pulses.
func (sh *sheet) row(t portal.Tie) view.PulseRow {
	r := view.PulseRow{
		Name: t.City.Name.In(sh.lang), URL: view.Partner.In(sh.lang, t.City.Slug), Where: sh.unreviewedNote(store.Named{Kind: portal.KindCity, ID: t.City.ID}, sh.where(t)),
		Pulse: sh.pulse(t), Vitality: sh.vitality(t),
	}
	if r.Pulse.Start == 0 && len(r.Pulse.Years) == 0 {
		_, reason := sh.legal(t)
		r.Nothing = capital(reason) + "."
	}
	return r
}

// where is the country of a city, and for a partner the year in which the tie began.
func (sh *sheet) where(t portal.Tie) string {
	country, start := sh.lang.Country(t.City.Country), t.Start(sh.now)
	switch {
	case t.City.Standing != portal.Partner || start == "":
		return country
	case start.Approximate():
		return sh.t("partner.where_about", country, start.Plain().Year())
	}
	return sh.t("partner.where_since", country, start.Year())
}

// distance is how far a city lies from the home city: 11.097 km.
func (sh *sheet) distance(home, city portal.City) string {
	return sh.lang.Number(int64(kilometres(home, city)+.5)) + " km"
}

func kilometres(home, city portal.City) float64 {
	return geo.Distance(geo.Point{Lat: home.Lat, Lon: home.Lon}, geo.Point{Lat: city.Lat, Lon: city.Lon})
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
	slices.SortStableFunc(kept, func(a, b portal.Tie) int {
		return cmp.Or(byAge(starts[a.City.ID], starts[b.City.ID]), cmp.Compare(a.City.Name.In(sh.lang), b.City.Name.In(sh.lang)))
	})
	return kept
}

// byAge orders by the first day that a date can mean; an unknown date comes last.
func byAge(a, b portal.Date) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return a.Earliest().Compare(b.Earliest())
}
