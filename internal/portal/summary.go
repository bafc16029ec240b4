package portal

import (
	"encoding/json"
	"math"
	"time"

	"kotakembar/internal/i18n"
)

// Summary is what lists of ties narrow, count and order them by, so that they need not read all that the register holds of each. It is
// made of the tie by the rules alone and tells nothing that they do not.
type Summary struct {
	CityID     int64           `json:"-"`
	Slug       string          `json:"slug"`
	Name       i18n.Text       `json:"name"`
	Native     string          `json:"native,omitempty"`
	NativeLang string          `json:"native_lang,omitempty"`
	Region     string          `json:"region,omitempty"`
	Aliases    []string        `json:"aliases,omitempty"`
	Country    string          `json:"country"`
	Standing   Standing        `json:"standing"`
	Home       bool            `json:"home,omitempty"`
	Start      Date            `json:"start,omitempty"` // of a partner, also of one that has ended
	Last       Date            `json:"last,omitempty"`  // activity
	Label      Label           `json:"label,omitempty"`
	Mark       LegalMark       `json:"mark,omitempty"`
	Sectors    []string        `json:"sectors,omitempty"` // signed, or of programs and activities
	Named      bool            `json:"named,omitempty"`   // a program or a place stands under it
	Values     IndicatorValues `json:"values,omitempty"`  // of the indicators in their order

	// How the tie looks in a list and on the map.
	Place  Place     `json:"place"`
	Begun  Date      `json:"begun,omitempty"` // as drawings have it, of whatever standing
	Pulse  Pulse     `json:"pulse"`
	Reason i18n.Text `json:"reason"` // of the label
	Legal  i18n.Text `json:"legal"`  // reason of the mark

	// What sums over all ties are made of.
	Paper   string                     `json:"paper,omitempty"` // address of the governing agreement
	Marks   Later[map[int64]LegalMark] `json:"marks,omitzero"`  // of each agreement by itself
	Sister  bool                       `json:"sister,omitempty"`
	Silent  []int64                    `json:"silent,omitempty"`  // programs that ended more than six months ago and of which no result is on record
	Differs bool                       `json:"differs,omitempty"` // sources do, on its main facts
	Deeds   Later[[]Deed]              `json:"deeds,omitzero"`    // of the last DeedYears years
	Brought Later[Brought]             `json:"brought,omitzero"`
	Visits  Later[[]VisitLine]         `json:"visits,omitzero"`

	// What lists of all ties are put together from; their rows are read from the ties that a part shows.
	Venues Later[[]VenueLine] `json:"venues,omitzero"`
	Dues   Later[[]DueLine]   `json:"dues,omitzero"`
	Lacks  Later[[]string]    `json:"lacks,omitzero"` // names of what is missing
}

// IndicatorValues are the values of the indicators in their order; one of which nothing is said is not a number.
type IndicatorValues []float64

// MarshalJSON says null for what is not a number.
func (m IndicatorValues) MarshalJSON() ([]byte, error) {
	return json.Marshal(each(m, func(v float64) *float64 {
		if math.IsNaN(v) {
			return nil
		}
		return &v
	}))
}

// UnmarshalJSON reads null as what is not a number.
func (m *IndicatorValues) UnmarshalJSON(said []byte) error {
	var list []*float64
	if err := json.Unmarshal(said, &list); err != nil {
		return err
	}
	*m = each(list, func(v *float64) float64 {
		if v == nil {
			return math.NaN()
		}
		return *v
	})
	return nil
}

// DeedYears is how many years summaries look back on what happened, the one of the day counted.
const DeedYears = 5

// Place is where a city stands on the map, and how it is labelled there.
type Place struct {
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
	Anchor  string  `json:"anchor,omitempty"`
	DX      int64   `json:"dx,omitempty"`
	DY      int64   `json:"dy,omitempty"`
	OnPhone bool    `json:"phone,omitempty"`
}

// Place is where the city stands.
func (c City) Place() Place {
	return Place{Lat: c.Lat, Lon: c.Lon, Anchor: c.LabelAnchor, DX: c.LabelDX, DY: c.LabelDY, OnPhone: c.LabelOnPhone}
}

// Assessed tells whether ties of the standing are assessed: not claims, and not mere places of programs.
func (s Standing) Assessed() bool { return s != Unproven && s != NoTie }

// Summary is that of the tie on a day.
func (t Tie) Summary(on time.Time) Summary {
	t = t.once(on)
	c := t.City
	s := Summary{
		CityID: c.ID, Slug: c.Slug, Name: c.Name, Native: c.NativeName, NativeLang: c.NativeLang, Region: c.Region, Aliases: c.Aliases, Country: c.Country,
		Standing: c.Standing, Home: c.IsHome, Place: c.Place(), Begun: t.Start(on), Sectors: t.Sectors(), Named: len(t.Programs)+len(t.Venues) > 0,
	}
	if c.Standing == Partner || c.Standing == Ended {
		s.Start = s.Begun
	}
	marks := map[int64]LegalMark{}
	for _, a := range t.Agreements {
		marks[a.ID] = t.Alone(a).LegalState(on).Mark
	}
	s.Marks, s.Visits, s.Venues, s.Dues = LaterOf(marks), LaterOf(t.VisitLines(on)), LaterOf(t.venueLines(on)), LaterOf(t.dueLines(on))
	if !c.Standing.Assessed() {
		return s
	}
	life, legal := t.Vitality(on), t.LegalState(on)
	s.Label, s.Last, s.Mark = life.Label, life.Activity.Last, legal.Mark
	s.Pulse, s.Reason, s.Legal = t.Pulse(on), bilingual(life.Reason), bilingual(legal.Reason)
	s.Paper, s.Sister = legal.Agreement.Slug, legal.Agreement.LegalType == SisterCity
	s.Silent, s.Differs = life.Results.Silent, t.Differs()
	s.Brought = LaterOf(t.Brought(on))
	s.Deeds = LaterOf(t.DeedsSince(on.Year()-DeedYears+1, on))
	s.Lacks = LaterOf(each(t.Gaps(on), Gap.Name))
	for _, key := range IndicatorKeys {
		value, ok := life.Value(key)
		if !ok {
			value = math.NaN()
		}
		s.Values = append(s.Values, value)
	}
	return s
}

// bilingual is a reason as readers of each language read it.
func bilingual(r Reason) i18n.Text { return i18n.Text{ID: r.In(i18n.ID), EN: r.In(i18n.EN)} }

// Sectors are all fields that papers, programs or activities of the tie name, each once, as they come.
func (t Tie) Sectors() []string {
	var codes []string
	seen := map[string]bool{}
	add := func(list []string) {
		for _, code := range list {
			if !seen[code] {
				seen[code] = true
				codes = append(codes, code)
			}
		}
	}
	for _, a := range t.Agreements {
		add(a.Sectors)
	}
	for _, p := range t.Programs {
		add(p.Sectors)
	}
	for _, a := range t.Activities {
		add(a.Sectors)
	}
	return codes
}
