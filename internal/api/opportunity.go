package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Opportunity is something that residents, schools, artists or firms can apply for.
type Opportunity struct {
	Partner    opt[Ref]  `json:"partner"`
	Program    opt[Ref]  `json:"program"`
	Activity   opt[Ref]  `json:"activity"`
	Title      Text      `json:"title"`
	Kind       string    `json:"kind"`
	Who        Text      `json:"who"`
	OpensOn    *EDTF     `json:"opens_on"`
	DeadlineOn EDTF      `json:"deadline_on" example:"2027-03-31"`
	State      string    `json:"state"`
	Cost       opt[Text] `json:"cost"`
	Selection  opt[Text] `json:"selection"`
	URL        *string   `json:"url"`
	Outcome    opt[Text] `json:"outcome"`
	Common
}

type opportunitiesAsked struct {
	Paging
	Dated
	Partner string   `query:"partner" maxLength:"80" example:"suwon"`
	Program string   `query:"program" maxLength:"80"`
	Kind    []string `query:"kind" example:"exchange"`
}

func (f Face) mountOpportunities(a huma.API) {
	mount(f, a, kind[portal.Opportunity, Opportunity]{
		name: "opportunities", one: "opportunity", dated: "deadline_on", records: f.Store.Opportunities,
		key:  func(o portal.Opportunity) string { return number(o.ID) },
		find: byNumber(f.Store.Opportunities),
		names: func(o portal.Opportunity) mentions {
			return mentions{cities: []int64{o.CityID}, programs: []int64{o.ProgramID}, activities: []int64{o.ActivityID}}
		},
		tell: tellOpportunity,
	}, func(ctx context.Context, in *opportunitiesAsked, p store.Part) (store.Listed[portal.Opportunity], error) {
		o, err := f.of(ctx, in.Partner, "", in.Program)
		if err != nil {
			return store.Listed[portal.Opportunity]{}, err
		}
		return f.Store.OpportunityPart(ctx, p, store.OpportunityFilter{CityID: o.city, ProgramID: o.program, Kinds: in.Kind})
	})
}

func tellOpportunity(t *teller, common Common, o portal.Opportunity) Opportunity {
	return Opportunity{
		Partner: t.partner(o.CityID), Program: t.program(o.ProgramID), Activity: t.activity(o.ActivityID), Title: text(o.Title), Kind: o.Kind,
		Who: text(o.Who), OpensOn: date(o.OpensOn), DeadlineOn: EDTF(o.DeadlineOn), State: string(o.State(t.now)), Cost: maybeText(o.Cost),
		Selection: maybeText(o.Selection), URL: known(o.URL), Outcome: maybeText(o.Outcome), Common: common,
	}
}
