package portal

import (
	"regexp"
	"slices"

	"kotakembar/internal/i18n"
)

// Nature tells ceremony from substance; a label of life rests on it.
type Nature string

// Protocol is a courtesy call, a signing, an anniversary or a delegation without programme; substantive is training, exchange, a
// joint project, exhibition or trade, a public cultural event, aid, service or works.
const (
	Protocol    Nature = "protocol"
	Substantive Nature = "substantive"
)

// Natures lists the choices.
var Natures = []Nature{Protocol, Substantive}

// ActivityKinds lists the kinds of activities, those of protocol first.
var ActivityKinds = []string{
	"courtesy_call", "signing", "anniversary", "delegation",
	"training", "exchange", "joint_project", "exhibition", "cultural_event", "aid", "works", "service",
}

// Places lists where an activity happened, seen from the home city; empty = unknown.
var Places = []string{"", "here", "there", "both", "online"}

// Initiators lists who started an activity; empty = unknown.
var Initiators = []string{"", "home", "partner", "both", "other"}

// Participants counts who took part by group; nil = unknown, which is never zero.
type Participants struct {
	Elected  *int64
	Official *int64
	Student  *int64
	Resident *int64
	Artist   *int64
	Business *int64
}

// Group is a group of people who take part; its word is the name of its column.
type Group string

// The groups: those of people who hold an office, then those of citizens.
const (
	GroupElected  Group = "elected"
	GroupOfficial Group = "official"
	GroupStudent  Group = "student"
	GroupResident Group = "resident"
	GroupArtist   Group = "artist"
	GroupBusiness Group = "business"
)

// Groups lists the groups, those who hold an office first.
var Groups = append([]Group{GroupElected, GroupOfficial}, CitizenGroups...)

// CitizenGroups lists the groups of people who hold no office.
var CitizenGroups = []Group{GroupStudent, GroupResident, GroupArtist, GroupBusiness}

// Of is the number of people of a group; nil = unknown.
func (c Participants) Of(g Group) *int64 {
	if at := c.at(g); at != nil {
		return *at
	}
	return nil
}

// without is the same without what is known of a group.
func (c Participants) without(g Group) Participants {
	*c.at(g) = nil
	return c
}

func (c *Participants) at(g Group) **int64 {
	switch g {
	case GroupElected:
		return &c.Elected
	case GroupOfficial:
		return &c.Official
	case GroupStudent:
		return &c.Student
	case GroupResident:
		return &c.Resident
	case GroupArtist:
		return &c.Artist
	case GroupBusiness:
		return &c.Business
	}
	return nil
}

// Residents sums the groups that are neither elected nor officials, as a lower bound; ok is false where none was counted.
func (c Participants) Residents() (sum int64, ok bool) { return c.sum(CitizenGroups) }

// All sums all groups, as a lower bound; ok is false where none was counted.
func (c Participants) All() (sum int64, ok bool) { return c.sum(Groups) }

func (c Participants) sum(groups []Group) (sum int64, ok bool) {
	for _, g := range groups {
		if n := c.Of(g); n != nil {
			sum, ok = sum+*n, true
		}
	}
	return sum, ok
}

// Cost is what one payer bore.
type Cost struct {
	Payer    string `json:"payer"`    // one of Payers
	Amount   *int64 `json:"amount"`   // smallest unit of the currency; nil = unknown
	Currency string `json:"currency"` // ISO 4217
}

// Payers lists who may pay.
var Payers = []string{"home_city", "partner_city", "home_state", "partner_state", "agency", "private", "other"}

// Priced tells whether every payer of the activity is known with the amount that it bore.
func (a Activity) Priced() bool { return allPriced(a.Costs) }

func allPriced(costs []Cost) bool {
	return len(costs) > 0 && !slices.ContainsFunc(costs, func(c Cost) bool { return c.Amount == nil })
}

// Activity is one dated and sourced event of a tie.
type Activity struct {
	Meta
	CityID           int64
	AgreementID      int64 // 0 = none
	ProgramID        int64 // 0 = none
	Title            i18n.Text
	Nature           Nature
	Kind             string
	StartOn          Date
	EndOn            Date // empty = one day, or unknown
	Sectors          []string
	Place            string
	PlaceName        i18n.Text
	Initiator        string
	AlsoTrip         bool      // an official delegation travelled, though the kind does not say so
	Purpose          i18n.Text // what it was for; empty = unknown
	ApprovedBy       i18n.Text // who approved it, by which paper; empty = unknown
	ApprovedOn       Date
	ApprovalSoughtOn Date // when an approval was last searched for in the archive and not found; empty = found, or not searched for
	Participants     Participants
	Organisations    []Organisation
	Costs            []Cost // empty = unknown who paid
	ReportDueOn      Date
	ReportReceivedOn Date
	ReportAbsent     i18n.Text // why no report will ever come; empty = one may
	Result           i18n.Text // empty = not reported
}

// Check tells what is wrong with the activity.
func (a Activity) Check() error {
	var p Problems
	p.Must(a.CityID != 0, "city_id", "problem.required")
	p.bothLanguages(a.Title, "title")
	p.notHalf(a.PlaceName, "place_name")
	p.Must(!a.AlsoTrip || a.Place != "online", "also_trip", "problem.also_trip")
	p.notHalf(a.Purpose, "purpose")
	p.notHalf(a.ReportAbsent, "report_absent")
	p.Must(a.ReportAbsent.Empty() || a.ReportReceivedOn == "", "report_absent", "problem.report_received_and_absent")
	p.notHalf(a.Result, "result")
	oneOf(&p, a.Nature, Natures, "nature")
	oneOf(&p, a.Kind, ActivityKinds, "kind")
	oneOf(&p, a.Place, Places, "place")
	oneOf(&p, a.Initiator, Initiators, "initiator")
	p.date(a.StartOn, "start_on")
	p.date(a.EndOn, "end_on")
	p.date(a.ReportDueOn, "report_due_on")
	p.date(a.ReportReceivedOn, "report_received_on")
	p.ordered(a.StartOn, a.EndOn, "end_on", "problem.end_before_start")
	p.ordered(a.StartOn, a.ReportDueOn, "report_due_on", "problem.report_before_start")
	p.ordered(a.StartOn, a.ReportReceivedOn, "report_received_on", "problem.report_before_start")
	a.checkApproval(&p)
	a.Participants.check(&p)
	p.organisations(a.Organisations)
	for _, c := range a.Costs {
		oneOf(&p, c.Payer, Payers, "costs")
		p.notNegative(c.Amount, "costs")
		p.money(c.Amount != nil, c.Currency, "costs")
	}
	return p.Err()
}

// checkApproval asks who approved wherever a day is named. That the day comes before the start is not asked: an approval that came
// too late is a fact worth its place.
func (a Activity) checkApproval(p *Problems) {
	p.notHalf(a.ApprovedBy, "approved_by")
	p.date(a.ApprovedOn, "approved_on")
	p.Must(a.ApprovedOn == "" || !a.ApprovedBy.Empty(), "approved_by", "problem.approved_by")
	p.date(a.ApprovalSoughtOn, "approval_sought_on")
	p.Must(a.ApprovalSoughtOn == "" || a.ApprovedBy.Empty() && a.ApprovedOn == "", "approval_sought_on", "problem.approved_and_not_found")
}

func (c Participants) check(p *Problems) {
	for _, g := range Groups {
		p.notNegative(c.Of(g), string(g))
	}
}

var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)
