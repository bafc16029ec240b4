package portal

import (
	"regexp"

	"kotakembar/internal/i18n"
)

// Standing is what a city is to the home city.
type Standing string

// The standings: a partner has signed more than a letter of intent; a prospect is being explored; unproven is a claim without a
// document; ended by document; none is a place where a program happens without any tie between the cities.
const (
	Partner  Standing = "partner"
	Prospect Standing = "prospect"
	Unproven Standing = "unproven"
	Ended    Standing = "ended"
	NoTie    Standing = "none"
)

// Standings lists the choices.
var Standings = []Standing{Partner, Prospect, Unproven, Ended, NoTie}

// City is a city of the register: the home city, a partner, or a place that programs name.
type City struct {
	Meta
	Slug         string
	Name         i18n.Text
	NativeName   string
	NativeLang   string // BCP 47 of NativeName and NativeText
	NativeText   string // what people of the register say to readers there, in their language
	Aliases      []string
	Country      string // ISO 3166-1 alpha-2
	Region       string
	Lat, Lon     float64  // degrees, WGS 84
	Population   *int64   // nil = unknown
	PopulationOn Date     // when it was counted
	AreaKm2      *float64 // nil = unknown
	TimeZone     string   // IANA, such as Europe/Berlin; empty = unknown
	WikidataID   string   // Q1234
	Standing     Standing
	IsHome       bool
	Summary      i18n.Text
	LabelDX      int64  // map label offset in map units
	LabelDY      int64  // map label offset in map units
	LabelAnchor  string // start, middle or end
	LabelOnPhone bool
}

// Anchors lists the sides on which a map label may hang.
var Anchors = []string{"start", "middle", "end"}

var (
	countryForm  = regexp.MustCompile(`^[A-Z]{2}$`)
	wikidataForm = regexp.MustCompile(`^Q[1-9][0-9]*$`)
)

// Check tells what is wrong with the city.
func (c City) Check() error {
	var p Problems
	p.slug(c.Slug, "slug")
	p.bothLanguages(c.Name, "name")
	p.notHalf(c.Summary, "summary")
	p.Must(countryForm.MatchString(c.Country), "country", "problem.country")
	p.Must(c.Lat >= -90 && c.Lat <= 90, "lat", "problem.latitude")
	p.Must(c.Lon >= -180 && c.Lon <= 180, "lon", "problem.longitude")
	p.notNegative(c.Population, "population")
	p.Must(c.AreaKm2 == nil || *c.AreaKm2 > 0, "area_km2", "problem.negative")
	p.date(c.PopulationOn, "population_on")
	p.Must(c.NativeText == "" || c.NativeLang != "", "native_lang", "problem.native_lang")
	_, zone := location(c.TimeZone)
	p.Must(c.TimeZone == "" || zone, "time_zone", "problem.time_zone")
	p.Must(c.WikidataID == "" || wikidataForm.MatchString(c.WikidataID), "wikidata_id", "problem.wikidata")
	oneOf(&p, c.Standing, Standings, "standing")
	oneOf(&p, c.LabelAnchor, Anchors, "label_anchor")
	return p.Err()
}
