package api

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
)

// Vocabulary is every list of codes with their words.
type Vocabulary struct {
	Items []CodeList `json:"items"`
}

// CodeList is the codes that some fields may have.
type CodeList struct {
	Name   string   `json:"name" example:"standing"`
	UsedBy []string `json:"used_by" example:"[\"Partner.standing\"]"`
	Codes  []Code   `json:"codes"`
}

// Code is one code with its words in both languages.
type Code struct {
	Code  string `json:"code"`
	Words Text   `json:"words"`
}

// codeList is a list of codes inside: the keys of their words, and the fields of documents that hold them.
type codeList struct {
	name  string
	words string // what the keys of the words begin with
	codes []string
	uses  []string
}

// vocabulary is all of them. Fields take their values from it in the description of the API, and so do the parameters of the same
// name.
var vocabulary = []codeList{
	{"standing", "choice.standing.", texts(portal.Standings), []string{"Partner.standing"}},
	{"vitality", "vitality.label.", texts(portal.Labels), []string{"Vitality.label"}},
	{"legal_mark", "legal.mark.", texts(portal.LegalMarks), []string{"Legal.mark"}},
	{"core_fact", "vitality.fact.", texts(portal.CoreFacts), []string{"EvidenceFigure.sourced", "EvidenceFigure.missing"}},
	{"legal_type", "choice.legal_type.", texts(portal.LegalTypes), []string{"Agreement.legal_type"}},
	{"instrument", "choice.instrument.", texts(portal.Instruments), []string{"Agreement.instrument"}},
	{"regime", "choice.regime.", texts(portal.Regimes), []string{"Agreement.regime"}},
	{"reported", "choice.reported.", texts(portal.ReportedStates), []string{"Agreement.reported"}},
	{"stage", "choice.stage.", texts(portal.Stages), []string{"Step.stage", "Limit.stage", "PathStep.stage"}},
	{"stage_group", "choice.stage_group.", texts(portal.StageGroups), []string{"Step.group"}},
	{"approval_kind", "choice.approval.kind.", texts(portal.ApprovalKinds), []string{"Approval.kind"}},
	{"decision", "choice.decision.", texts(portal.Decisions), []string{"Approval.decision"}},
	{"scope_turn", "choice.turn.", texts(portal.ScopeTurns), []string{"ScopeLine.turn"}},
	{"promise_state", "choice.promise.state.", filledOf(portal.PromiseStates), []string{"Promise.state"}},
	{"program_kind", "choice.program.kind.", portal.ProgramKinds, []string{"Program.kind"}},
	{"program_status", "choice.status.", texts(portal.ProgramStatuses), []string{"Program.status"}},
	{"nature", "choice.nature.", texts(portal.Natures), []string{"Activity.nature"}},
	{"activity_kind", "choice.activity.kind.", portal.ActivityKinds, []string{"Activity.kind"}},
	{"place", "choice.place.", filledOf(portal.Places), []string{"Activity.place"}},
	{"initiator", "choice.initiator.", filledOf(portal.Initiators), []string{"Activity.initiator"}},
	{"side", "choice.side.", portal.Sides, []string{"Organisation.side"}},
	{"payer", "choice.payer.", portal.Payers, []string{"Cost.payer"}},
	{"opportunity_kind", "choice.opportunity.kind.", portal.OpportunityKinds, []string{"Opportunity.kind"}},
	{"opportunity_state", "choice.opportunity.state.", texts(portal.OpportunityStates), []string{"Opportunity.state"}},
	{"venue_kind", "choice.venue.kind.", portal.VenueKinds, []string{"Venue.kind"}},
	{"venue_state", "choice.venue.state.", texts(portal.VenueStates), []string{"Venue.state"}},
	{"listed", "choice.listed.", filledOf(portal.ListedAnswers), []string{"Mirror.listed"}},
	{"quality", "choice.quality.", texts(portal.Qualities), []string{"Source.quality", "CitedSource.quality"}},
	{"about_kind", "choice.about_kind.", texts(portal.DocumentKinds), nil},
	{"kind", "choice.kind.", texts(portal.Kinds), []string{"Row.kind"}},
	{"field_group", "choice.field_group.", groups(), nil},
}

// filledOf are the codes of a list but the empty one, which stands for unknown and is null outside.
func filledOf[S ~string](all []S) []string {
	return slices.DeleteFunc(texts(all), func(code string) bool { return code == "" })
}

func groups() (codes []string) {
	for n := 1; n <= 4; n++ {
		codes = append(codes, strconv.Itoa(n))
	}
	return codes
}

func (f Face) mountVocabulary(a huma.API) {
	op := answering[Vocabulary](a, operation("get-vocabulary", path("vocabulary"), "vocabulary"))
	huma.Register(a, op, func(context.Context, *struct{}) (*oneAnswer, error) {
		told := Vocabulary{}
		for _, v := range vocabulary {
			one := CodeList{Name: v.name, UsedBy: list(v.uses)}
			for _, code := range v.codes {
				one.Codes = append(one.Codes, Code{code, words(v.words + code)})
			}
			told.Items = append(told.Items, one)
		}
		return &oneAnswer{told}, nil
	})
}

// allow names the codes in the description, for the fields that hold them and the parameters that ask for them.
func (v codeList) allow(about *huma.OpenAPI) {
	schemas := about.Components.Schemas.Map()
	for _, use := range v.uses {
		name, field, _ := strings.Cut(use, ".")
		schema := schemas[name]
		s := schema.Properties[field]
		if s.Items != nil {
			s = s.Items
		}
		for _, code := range v.codes {
			s.Enum = append(s.Enum, code)
		}
		if s.Nullable {
			s.Enum = append(s.Enum, nil)
		}
		for _, item := range about.Paths {
			if documentOf(item.Get, schemas) == schema {
				allow(item.Get, field, v.codes)
			}
		}
	}
}
