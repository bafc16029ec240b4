package portal

import (
	"cmp"
	"strings"
	"time"

	"kotakembar/internal/i18n"
)

// ProgramKinds lists the kinds of joint programs.
var ProgramKinds = []string{
	"promotion_centre", "education", "exchange", "youth", "culture", "sport", "capacity", "technical", "trade", "aid",
	"facility", MemorialProgram, VisitProgram, BudgetProgram,
}

// ProgramStatus is where a program stands, as its sources say.
type ProgramStatus string

// The statuses; ProgramUnknown: it ran, and nobody wrote whether it still does.
const (
	ProgramPlanned   ProgramStatus = "planned"
	ProgramOngoing   ProgramStatus = "ongoing"
	ProgramCompleted ProgramStatus = "completed"
	ProgramClosed    ProgramStatus = "closed"
	ProgramUnknown   ProgramStatus = "unknown"
)

// Kinds of programs from which no results are expected: visits, commemorations, and money set aside for ties.
const (
	VisitProgram    = "visit"
	MemorialProgram = "memorial"
	BudgetProgram   = "budget"
)

// Lapsed tells whether the program is still called planned although its time has passed: nothing shows that it took place.
func (g Program) Lapsed(on time.Time) bool {
	last := cmp.Or(g.EndOn, g.StartOn)
	return g.Status == ProgramPlanned && last != "" && last.Latest().Before(dayOf(on))
}

// ProgramStatuses lists the choices.
var ProgramStatuses = []ProgramStatus{ProgramPlanned, ProgramOngoing, ProgramCompleted, ProgramClosed, ProgramUnknown}

// Organisation is a body that takes part, and on which side.
type Organisation struct {
	Name i18n.Text `json:"name"`
	Side string    `json:"side"` // home, partner or other
}

// NameLang is the language of the organisation's name where it is told by one name in both languages, its own, and it is known whose
// side it is on; empty else. The partner's language may be empty.
func (o Organisation) NameLang(partner string) string {
	of := map[string]string{SideHome: string(i18n.ID), "partner": partner}[o.Side]
	if o.Name.ID != o.Name.EN || of == "" {
		return ""
	}
	return i18n.Spoken(o.Name.ID, of)
}

// SideHome is the side of the home city.
const SideHome = "home"

// Sides lists the sides of an organisation.
var Sides = []string{SideHome, "partner", "other"}

// key is what tells the organisation from others: its name, whatever its case and spaces.
func (o Organisation) key() string {
	return strings.ToLower(strings.Join(strings.Fields(cmp.Or(o.Name.ID, o.Name.EN)), " "))
}

// Program is something that cities or their citizens do together, planned or done, with plan and outcome side by side.
type Program struct {
	Meta
	Slug          string
	CityID        int64   // 0 where it is with no single city
	AgreementIDs  []int64 // the agreements it stands under
	Kind          string
	Title         i18n.Text
	Summary       i18n.Text
	StartOn       Date
	EndOn         Date
	Status        ProgramStatus
	Sectors       []string
	Place         i18n.Text
	Organisations []Organisation
	Plan          i18n.Text
	Result        i18n.Text // what is documented of the outcome, in words; empty = not reported
	Cost          *int64    // smallest unit of the currency; nil = unknown
	Currency      string    // ISO 4217
	PaidBy        i18n.Text
}

// Check tells what is wrong with the program.
func (g Program) Check() error {
	var p Problems
	p.slug(g.Slug, "slug")
	p.bothLanguages(g.Title, "title")
	p.notHalf(g.Summary, "summary")
	p.notHalf(g.Place, "place")
	p.notHalf(g.Plan, "plan")
	p.notHalf(g.Result, "result")
	p.notHalf(g.PaidBy, "paid_by")
	oneOf(&p, g.Kind, ProgramKinds, "kind")
	oneOf(&p, g.Status, ProgramStatuses, "status")
	p.date(g.StartOn, "start_on")
	p.date(g.EndOn, "end_on")
	p.ordered(g.StartOn, g.EndOn, "end_on", "problem.end_before_start")
	p.organisations(g.Organisations)
	p.notNegative(g.Cost, "cost")
	p.money(g.Cost != nil, g.Currency, "currency")
	return p.Err()
}

func (p *Problems) organisations(list []Organisation) {
	for _, o := range list {
		p.Must(o.Name.ID != "" && o.Name.EN != "", "organisations", "problem.organisation_name")
		oneOf(p, o.Side, Sides, "organisations")
	}
}

// money asks for a currency where there is an amount.
func (p *Problems) money(amount bool, currency, field string) {
	p.Must(!amount || currencyForm.MatchString(currency), field, "problem.currency")
}
