package public

import (
	"cmp"
	"strconv"

	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
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
func (sh *sheet) pulse(t portal.Tie) view.Pulse { return sh.pulseOf(t.City.Name, t.Pulse(sh.now)) }

func (sh *sheet) pulseOf(name i18n.Text, of portal.Pulse) view.Pulse {
	p := view.Pulse{Name: name.In(sh.lang), From: firstYear, To: sh.now.Year(), Count: of.Events}
	for _, y := range of.Years {
		p.Years = append(p.Years, view.Year{Year: y.Year, Solid: y.Documented, Unproven: y.Unverified})
	}
	for _, s := range of.Spans {
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
	return sh.house(t.City.Slug, t.Start(sh.now), sh.pulse(t))
}

func (sh *sheet) house(slug string, begun portal.Date, p view.Pulse) view.Building {
	return view.Building{
		Name: p.Name, URL: view.Partner.In(sh.lang, slug), Since: since(begun), Begun: sh.yearOf(begun), Start: p.Start, Now: p.To, End: p.End, Years: p.Years,
	}
}

// yearOf is the year of a date in words, as certain as the date is: 1960, sekitar 2005.
func (sh *sheet) yearOf(d portal.Date) string {
	if d == "" {
		return ""
	}
	year := portal.Date(strconv.Itoa(d.Year()))
	if d.Approximate() {
		year += "~"
	}
	return year.In(sh.lang)
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

// distance is how far a city lies from the home city: 11.097 km.
func (sh *sheet) distance(home, city portal.City) string {
	return sh.lang.Number(int64(kilometres(home.Place(), city.Place())+.5)) + " km"
}

func kilometres(home, city portal.Place) float64 {
	return geo.Distance(geo.Point{Lat: home.Lat, Lon: home.Lon}, geo.Point{Lat: city.Lat, Lon: city.Lon})
}

// byAge orders by the first day that a date can mean; an unknown date comes last.
func byAge(a, b portal.Date) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return a.Earliest().Compare(b.Earliest())
}
