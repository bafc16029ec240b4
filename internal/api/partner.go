package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/geo"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Partner is a city of the register: the home city, a partner, or a place that programs name.
type Partner struct {
	Slug           string          `json:"slug" example:"suwon"`
	Name           Text            `json:"name"`
	NativeName     *string         `json:"native_name" example:"수원시"`
	NativeLanguage *string         `json:"native_language" example:"ko"`
	NativeText     *string         `json:"native_text"`
	Aliases        []string        `json:"aliases"`
	Country        string          `json:"country" example:"KR"`
	Region         *string         `json:"region"`
	Latitude       float64         `json:"latitude"`
	Longitude      float64         `json:"longitude"`
	DistanceKm     *int            `json:"distance_km" example:"5311"`
	TimeZone       *string         `json:"time_zone" example:"Asia/Seoul"`
	Population     *int64          `json:"population"`
	PopulationOn   *EDTF           `json:"population_on" example:"2020"`
	AreaKm2        *float64        `json:"area_km2"`
	Wikidata       *string         `json:"wikidata" example:"Q20934"`
	Standing       string          `json:"standing"`
	Home           bool            `json:"home"`
	Summary        opt[Text]       `json:"summary"`
	Since          *EDTF           `json:"since" example:"1997-08-25"`
	Vitality       opt[Vitality]   `json:"vitality"`
	Legal          opt[Legal]      `json:"legal"`
	Indicators     opt[Indicators] `json:"indicators"`
	Activities     int             `json:"dated_activities"`
	Pulse          []PulseYear     `json:"pulse"`
	Terms          []Term          `json:"terms"`
	Common
}

// Vitality says in a word whether the tie lives, by which rule and why.
type Vitality struct {
	Label       string `json:"label"`
	Words       Text   `json:"words"`
	Reason      Text   `json:"reason"`
	Rule        int    `json:"rule"`
	RuleVersion string `json:"rule_version"`
	ComputedOn  EDTF   `json:"computed_on"`
}

// Legal is where the papers of the tie stand.
type Legal struct {
	Mark       string   `json:"mark"`
	Words      Text     `json:"words"`
	Reason     Text     `json:"reason"`
	Agreement  opt[Ref] `json:"agreement"`
	Until      *EDTF    `json:"until"`
	DaysLeft   *int     `json:"days_left"`
	MonthsLeft *int     `json:"months_left"`
}

// PulseYear counts what happened in one year.
type PulseYear struct {
	Year       int `json:"year"`
	Documented int `json:"documented"`
	Unverified int `json:"unverified"`
}

// Term is a stretch of years of the line under the pulse, both ends included.
type Term struct {
	From    int  `json:"from"`
	Until   int  `json:"until"`
	InForce bool `json:"in_force"`
}

type partnersAsked struct {
	Paging
	InCountries
	InFields
	InTies
	Standing []string `query:"standing" example:"partner,prospect"`
}

func (f Face) mountPartners(a huma.API) {
	mount(f, a, kind[portal.City, Partner]{
		name: "partners", one: "partner", sorts: []string{"slug"}, records: f.Store.Cities,
		key:  func(c portal.City) string { return c.Slug },
		find: f.Store.Cities.BySlug,
		also: f.learnTies,
		tell: tellPartner,
		page: func(t *teller, c portal.City) opt[Text] {
			if c.IsHome {
				return opt[Text]{} // it has no page of its own
			}
			return t.page(view.Partner, c.Slug)
		},
	}, func(ctx context.Context, in *partnersAsked, p store.Part) (store.Listed[portal.City], error) {
		among, err := f.among(ctx, in.InTies, in.Sector)
		if err != nil {
			return store.Listed[portal.City]{}, err
		}
		return f.Store.CityPart(ctx, p, store.CityFilter{
			Standings: codes[portal.Standing](in.Standing), Countries: in.Country, Among: among,
		})
	})
	list := a.OpenAPI().Paths[path("partners")].Get
	allow(list, "vitality", texts(portal.Labels))
	allow(list, "legal", texts(portal.LegalMarks))
}

// learnTies asks for all that is known of the ties with some cities, from which their figures are computed.
func (f Face) learnTies(ctx context.Context, t *teller, cities []portal.City) error {
	ties, _, err := f.Store.Ties(ctx, cities)
	if err != nil {
		return err
	}
	t.ties, t.agreements, t.programs = map[int64]portal.Tie{}, map[int64]portal.Agreement{}, map[int64]portal.Program{}
	for _, tie := range ties {
		t.ties[tie.City.ID] = tie
		t.learnRows(tie)
	}
	t.home, err = f.Store.Home(ctx)
	return err
}

func tellPartner(t *teller, common Common, c portal.City) Partner {
	p := Partner{
		Slug: c.Slug, Name: text(c.Name), NativeName: known(c.NativeName), NativeLanguage: known(c.NativeLang),
		NativeText: known(c.NativeText), Aliases: list(c.Aliases), Country: c.Country, Region: known(c.Region), Latitude: c.Lat, Longitude: c.Lon,
		TimeZone: known(c.TimeZone), Population: c.Population, PopulationOn: date(c.PopulationOn), AreaKm2: c.AreaKm2,
		Wikidata: known(c.WikidataID), Standing: string(c.Standing), Home: c.IsHome, Summary: maybeText(c.Summary),
		Pulse: []PulseYear{}, Terms: []Term{}, Common: common,
	}
	if c.IsHome {
		return p
	}
	km := int(geo.Distance(geo.Point{Lat: t.home.Lat, Lon: t.home.Lon}, geo.Point{Lat: c.Lat, Lon: c.Lon}) + .5)
	p.DistanceKm = &km
	if c.Standing != portal.NoTie {
		t.tellTie(&p, t.ties[c.ID])
	}
	return p
}

// tellTie tells what is computed of a tie. A claim that nobody can show has no label of life, as on its page.
func (t *teller) tellTie(p *Partner, tie portal.Tie) {
	p.Since = date(tie.Start(t.now))
	p.Legal = some(t.legal(tie.LegalState(t.now)))
	v := tie.Vitality(t.now)
	if tie.City.Standing != portal.Unproven {
		p.Vitality = some(Vitality{
			Label: string(v.Label), Words: words(v.Label.Key()), Reason: reason(v.Reason), Rule: v.Rule, RuleVersion: v.RuleVersion,
			ComputedOn: EDTF(v.On),
		})
	}
	p.Indicators = some(t.indicators(v.Indicators))
	p.Activities = tie.Events(t.now)
	for _, y := range tie.Years(t.now) {
		p.Pulse = append(p.Pulse, PulseYear(y))
	}
	for _, s := range tie.Spans(t.now) {
		p.Terms = append(p.Terms, Term{s.From, s.Until, s.Solid})
	}
}

func (t *teller) legal(s portal.LegalState) Legal {
	l := Legal{
		Mark: string(s.Mark), Words: words(s.Mark.Key()), Reason: reason(s.Reason), Agreement: t.agreement(s.Agreement.ID), Until: date(s.Until),
	}
	if s.Until != "" {
		l.DaysLeft, l.MonthsLeft = &s.Days, &s.Months
	}
	return l
}

// words are the catalog's words of a key in both languages.
func words(key string, args ...any) Text {
	return text(i18n.Text{ID: i18n.ID.T(key, args...), EN: i18n.EN.T(key, args...)})
}

func reason(r portal.Reason) Text { return text(i18n.Text{ID: r.In(i18n.ID), EN: r.In(i18n.EN)}) }
