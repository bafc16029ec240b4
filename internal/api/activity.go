package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Activity is one dated and sourced event of a tie.
type Activity struct {
	Partner          opt[Ref]       `json:"partner"`
	Agreement        opt[Ref]       `json:"agreement"`
	Program          opt[Ref]       `json:"program"`
	Title            Text           `json:"title"`
	Nature           string         `json:"nature"`
	Kind             string         `json:"kind"`
	StartOn          *EDTF          `json:"start_on" example:"2017-07-20"`
	EndOn            *EDTF          `json:"end_on"`
	AlsoTrip         bool           `json:"also_trip"`
	Purpose          opt[Text]      `json:"purpose"`
	ApprovedBy       opt[Text]      `json:"approved_by"`
	ApprovedOn       *EDTF          `json:"approved_on"`
	ApprovalSoughtOn *EDTF          `json:"approval_sought_on"`
	Sectors          []string       `json:"sectors"`
	Place            *string        `json:"place"`
	PlaceName        opt[Text]      `json:"place_name"`
	Initiator        *string        `json:"initiator"`
	Participants     Participants   `json:"participants"`
	Organisations    []Organisation `json:"organisations"`
	Costs            []Cost         `json:"costs"`
	ReportDueOn      *EDTF          `json:"report_due_on"`
	ReportReceivedOn *EDTF          `json:"report_received_on"`
	ReportAbsent     opt[Text]      `json:"report_absent"`
	Result           opt[Text]      `json:"result"`
	Common
}

// Participants counts who took part by group.
type Participants struct {
	Elected  *int64 `json:"elected"`
	Official *int64 `json:"official"`
	Student  *int64 `json:"student"`
	Resident *int64 `json:"resident"`
	Artist   *int64 `json:"artist"`
	Business *int64 `json:"business"`
}

// Cost is what one payer bore.
type Cost struct {
	Payer  string     `json:"payer"`
	Amount opt[Money] `json:"amount"`
}

type activitiesAsked struct {
	Paging
	Dated
	InCountries
	InFields
	Partner   string   `query:"partner" maxLength:"80" example:"braunschweig"`
	Agreement string   `query:"agreement" maxLength:"80" example:"braunschweig"`
	Program   string   `query:"program" maxLength:"80" example:"seo-wall"`
	Nature    []string `query:"nature" example:"substantive"`
	Kind      []string `query:"kind" example:"training,exchange"`
	Place     []string `query:"place" example:"here"`
}

func (f Face) mountActivities(a huma.API) {
	mount(f, a, kind[portal.Activity, Activity]{
		name: "activities", one: "activity", dated: "start_on", records: f.Store.Activities,
		key:  func(v portal.Activity) string { return number(v.ID) },
		find: byNumber(f.Store.Activities),
		names: func(v portal.Activity) mentions {
			return mentions{cities: []int64{v.CityID}, agreements: []int64{v.AgreementID}, programs: []int64{v.ProgramID}}
		},
		tell: tellActivity,
	}, func(ctx context.Context, in *activitiesAsked, p store.Part) (store.Listed[portal.Activity], error) {
		o, err := f.of(ctx, in.Partner, in.Agreement, in.Program)
		if err != nil {
			return store.Listed[portal.Activity]{}, err
		}
		return f.Store.ActivityPart(ctx, p, store.ActivityFilter{
			CityID: o.city, AgreementID: o.agreement, ProgramID: o.program, Countries: in.Country, Sectors: in.Sector,
			Natures: codes[portal.Nature](in.Nature), Kinds: in.Kind, Places: in.Place,
		})
	})
}

func tellActivity(t *teller, common Common, v portal.Activity) Activity {
	told := Activity{
		Partner: t.partner(v.CityID), Agreement: t.agreement(v.AgreementID), Program: t.program(v.ProgramID), Title: text(v.Title),
		Nature: string(v.Nature), Kind: v.Kind, StartOn: date(v.StartOn), EndOn: date(v.EndOn), Sectors: list(v.Sectors), Place: known(v.Place),
		AlsoTrip: v.AlsoTrip, Purpose: maybeText(v.Purpose), ApprovedBy: maybeText(v.ApprovedBy), ApprovedOn: date(v.ApprovedOn),
		ApprovalSoughtOn: date(v.ApprovalSoughtOn), PlaceName: maybeText(v.PlaceName), Initiator: known(v.Initiator), Participants: Participants(v.Participants),
		Organisations: organisations(v.Organisations), Costs: []Cost{}, ReportDueOn: date(v.ReportDueOn),
		ReportReceivedOn: date(v.ReportReceivedOn), ReportAbsent: maybeText(v.ReportAbsent), Result: maybeText(v.Result), Common: common,
	}
	for _, c := range v.Costs {
		told.Costs = append(told.Costs, Cost{c.Payer, money(c.Amount, c.Currency)})
	}
	return told
}
