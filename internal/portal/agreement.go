package portal

import "kotakembar/internal/i18n"

// LegalType is the type that Indonesian law gives to a cooperation with a foreign region. It is not a degree of maturity.
type LegalType string

// The legal types (regulation on regional cooperation, PP 28/2018).
const (
	SisterCity       LegalType = "sister_city"
	OtherCooperation LegalType = "other"
)

// LegalTypes lists the choices.
var LegalTypes = []LegalType{SisterCity, OtherCooperation}

// Instrument is the paper that carries an agreement.
type Instrument string

// The instruments. NoInstrument: nothing signed was found and nothing is said to be; UnknownInstrument: something was
// concluded but its paper has not been found.
const (
	NoInstrument      Instrument = "none"
	UnknownInstrument Instrument = "unknown"
	LetterOfIntent    Instrument = "letter_of_intent"
	Charter           Instrument = "charter"
	Memorandum        Instrument = "memorandum"
	Implementing      Instrument = "implementing_arrangement"
	Extension         Instrument = "extension"
)

// Instruments lists the choices.
var Instruments = []Instrument{NoInstrument, UnknownInstrument, LetterOfIntent, Charter, Memorandum, Implementing, Extension}

// Binding tells whether the instrument is more than an intent.
func (i Instrument) Binding() bool {
	return i != NoInstrument && i != LetterOfIntent && i != ""
}

// Regime is the body of rules under which an agreement was made.
type Regime string

// The regimes, by the year in which each began; see the legal sources on the About page. The periods before 2018 are
// inferred from the dates of the acts.
const (
	RegimeBefore1993 Regime = "before_1993"
	Regime1993       Regime = "1993"
	Regime2006       Regime = "2006"
	Regime2018       Regime = "2018"
)

// Regimes lists the choices.
var Regimes = []Regime{RegimeBefore1993, Regime1993, Regime2006, Regime2018}

// Reported is what sources last say of a tie. It is a claim, kept apart from the vitality that the register computes.
type Reported string

// The reported states.
const (
	ReportedUnknown  Reported = "unknown"
	ReportedActive   Reported = "active"
	ReportedProposed Reported = "proposed"
	ReportedEnded    Reported = "ended"
)

// ReportedStates lists the choices.
var ReportedStates = []Reported{ReportedUnknown, ReportedActive, ReportedProposed, ReportedEnded}

// Agreement is a cooperation between the home city and another one, from the first contact to its end.
type Agreement struct {
	Meta
	Slug         string
	CityID       int64
	ParentID     int64 // the agreement that this one extends or implements, 0 = none
	Title        i18n.Text
	LegalType    LegalType
	Instrument   Instrument
	SignedOn     Date
	InForceFrom  Date
	InForceUntil Date      // empty = unknown, never "without end"
	Term         i18n.Text // the term in the words of the paper
	Regime       Regime
	Sectors      []string // codes of the sectors signed
	Reported     Reported
	ReportedOn   Date
	ReportedWhy  i18n.Text
	Summary      i18n.Text
}

// Check tells what is wrong with the agreement.
func (a Agreement) Check() error {
	var p Problems
	p.slug(a.Slug, "slug")
	p.bothLanguages(a.Title, "title")
	p.notHalf(a.Term, "term")
	p.notHalf(a.ReportedWhy, "reported_why")
	p.notHalf(a.Summary, "summary")
	p.Must(a.CityID != 0, "city_id", "problem.required")
	p.Must(a.ParentID == 0 || a.ParentID != a.ID, "parent_id", "problem.own_parent")
	oneOf(&p, a.LegalType, LegalTypes, "legal_type")
	oneOf(&p, a.Instrument, Instruments, "instrument")
	oneOf(&p, a.Regime, Regimes, "regime")
	oneOf(&p, a.Reported, ReportedStates, "reported")
	p.date(a.SignedOn, "signed_on")
	p.date(a.InForceFrom, "in_force_from")
	p.date(a.InForceUntil, "in_force_until")
	p.date(a.ReportedOn, "reported_on")
	p.ordered(a.SignedOn, a.InForceUntil, "in_force_until", "problem.until_before_signed")
	p.ordered(a.InForceFrom, a.InForceUntil, "in_force_until", "problem.until_before_from")
	return p.Err()
}
