package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Step is one dated event on an agreement's legal path.
type Step struct {
	Agreement   opt[Ref]    `json:"agreement"`
	Partner     opt[Ref]    `json:"partner"`
	Stage       string      `json:"stage"`
	Group       string      `json:"group"`
	HappenedOn  *EDTF       `json:"happened_on" example:"2019-05-10"`
	Place       opt[Text]   `json:"place"`
	Signatories []Signatory `json:"signatories"`
	Note        opt[Text]   `json:"note"`
	NoDocument  bool        `json:"no_document"`
	Common
}

// Signatory is somebody who signed or witnessed, with the office held that day.
type Signatory struct {
	Name string  `json:"name"`
	Role Text    `json:"role"`
	Side *string `json:"side" example:"ID"`
}

type stepsAsked struct {
	Paging
	Dated
	Partner   string   `query:"partner" maxLength:"80" example:"melbourne"`
	Agreement string   `query:"agreement" maxLength:"80" example:"melbourne"`
	Stage     []string `query:"stage" example:"loi,signed"`
}

func (f Face) mountSteps(a huma.API) {
	mount(f, a, kind[portal.Step, Step]{
		name: "steps", one: "step", dated: "happened_on", records: f.Store.Steps,
		key:   func(s portal.Step) string { return number(s.ID) },
		find:  byNumber(f.Store.Steps),
		names: func(s portal.Step) mentions { return mentions{agreements: []int64{s.AgreementID}} },
		tell:  tellStep,
	}, func(ctx context.Context, in *stepsAsked, p store.Part) (store.Listed[portal.Step], error) {
		o, err := f.of(ctx, in.Partner, in.Agreement, "")
		if err != nil {
			return store.Listed[portal.Step]{}, err
		}
		return f.Store.StepPart(ctx, p, store.StepFilter{CityID: o.city, AgreementID: o.agreement, Stages: codes[portal.Stage](in.Stage)})
	})
}

func tellStep(t *teller, common Common, s portal.Step) Step {
	told := Step{
		Agreement: t.agreement(s.AgreementID), Partner: t.partnerOf(s.AgreementID), Stage: string(s.Stage), Group: string(s.GroupIn(t.agreements[s.AgreementID])),
		HappenedOn: date(s.HappenedOn), Place: maybeText(s.Place), Signatories: []Signatory{}, Note: maybeText(s.Note),
		NoDocument: s.NoDocument, Common: common,
	}
	for _, p := range s.Signatories {
		told.Signatories = append(told.Signatories, Signatory{p.Name, text(p.Role), known(p.Side)})
	}
	return told
}
