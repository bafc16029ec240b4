package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// Summary is what lists of ties narrow, count and order them by, so that they need not read all that the register holds of each. It is
// made of the tie by the rules alone and tells nothing that they do not.
type Summary struct {
	CityID   int64      `json:"-"`
	Slug     string     `json:"slug"`
	Name     i18n.Text  `json:"name"`
	Native   string     `json:"native,omitempty"`
	Region   string     `json:"region,omitempty"`
	Aliases  []string   `json:"aliases,omitempty"`
	Country  string     `json:"country"`
	Standing Standing   `json:"standing"`
	Home     bool       `json:"home,omitempty"`
	Start    Date       `json:"start,omitempty"` // of a partner, also of one that has ended
	Last     Date       `json:"last,omitempty"`  // activity
	Label    Label      `json:"label,omitempty"`
	Mark     LegalMark  `json:"mark,omitempty"`
	Sectors  []string   `json:"sectors,omitempty"` // signed, or of programs and activities
	Named    bool       `json:"named,omitempty"`   // a program or a place stands under it
	Values   []*float64 `json:"values,omitempty"`  // of the indicators in their order; nil where nothing is said
}

// Assessed tells whether ties of the standing are assessed: not claims, and not mere places of programs.
func (s Standing) Assessed() bool { return s != Unproven && s != NoTie }

// Summary is that of the tie on a day.
func (t Tie) Summary(on time.Time) Summary {
	c := t.City
	s := Summary{
		CityID: c.ID, Slug: c.Slug, Name: c.Name, Native: c.NativeName, Region: c.Region, Aliases: c.Aliases, Country: c.Country,
		Standing: c.Standing, Home: c.IsHome, Sectors: t.Sectors(), Named: len(t.Programs)+len(t.Venues) > 0,
	}
	if c.Standing == Partner || c.Standing == Ended {
		s.Start = t.Start(on)
	}
	if !c.Standing.Assessed() {
		return s
	}
	life := t.Vitality(on)
	s.Label, s.Last, s.Mark = life.Label, life.Activity.Last, t.LegalState(on).Mark
	for _, key := range IndicatorKeys {
		var value *float64
		if v, ok := life.Value(key); ok {
			value = &v
		}
		s.Values = append(s.Values, value)
	}
	return s
}

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
