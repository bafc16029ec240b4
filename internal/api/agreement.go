package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Agreement is a cooperation between the home city and another one, from the first contact to its end.
type Agreement struct {
	Slug         string    `json:"slug" example:"melbourne"`
	Partner      opt[Ref]  `json:"partner"`
	Parent       opt[Ref]  `json:"parent"`
	Title        Text      `json:"title"`
	LegalType    string    `json:"legal_type"`
	Instrument   string    `json:"instrument"`
	SignedOn     *EDTF     `json:"signed_on" example:"2024-04-22"`
	InForceFrom  *EDTF     `json:"in_force_from"`
	InForceUntil *EDTF     `json:"in_force_until"`
	Term         opt[Text] `json:"term"`
	Regime       string    `json:"regime"`
	Sectors      []string  `json:"sectors" example:"[\"EDU\",\"ECO\"]"`
	Reported     string    `json:"reported"`
	ReportedOn   *EDTF     `json:"reported_on"`
	ReportedWhy  opt[Text] `json:"reported_why"`
	Summary      opt[Text] `json:"summary"`
	Common
}

type agreementsAsked struct {
	Paging
	Dated
	InCountries
	InFields
	Partner    string   `query:"partner" maxLength:"80" example:"suwon"`
	LegalType  []string `query:"legal_type"`
	Instrument []string `query:"instrument" example:"memorandum"`
	Regime     []string `query:"regime"`
	Reported   []string `query:"reported"`
}

func (f Face) mountAgreements(a huma.API) {
	mount(f, a, kind[portal.Agreement, Agreement]{
		name: "agreements", one: "agreement", dated: "signed_on", sorts: []string{"slug"}, records: f.Store.Agreements,
		key:  func(a portal.Agreement) string { return a.Slug },
		find: f.Store.Agreements.BySlug,
		names: func(a portal.Agreement) mentions {
			return mentions{cities: []int64{a.CityID}, agreements: []int64{a.ParentID}}
		},
		tell: tellAgreement,
		page: func(t *teller, a portal.Agreement) opt[Text] { return t.page(view.Agreement, a.Slug) },
	}, func(ctx context.Context, in *agreementsAsked, p store.Part) (store.Listed[portal.Agreement], error) {
		o, err := f.of(ctx, in.Partner, "", "")
		if err != nil {
			return store.Listed[portal.Agreement]{}, err
		}
		return f.Store.AgreementPart(ctx, p, store.AgreementFilter{
			CityID: o.city, Countries: in.Country, Sectors: in.Sector, LegalTypes: codes[portal.LegalType](in.LegalType),
			Instruments: codes[portal.Instrument](in.Instrument), Regimes: codes[portal.Regime](in.Regime),
			Reported: codes[portal.Reported](in.Reported),
		})
	})
}

func tellAgreement(t *teller, common Common, a portal.Agreement) Agreement {
	return Agreement{
		Slug: a.Slug, Partner: t.partner(a.CityID), Parent: t.agreement(a.ParentID), Title: text(a.Title), LegalType: string(a.LegalType),
		Instrument: string(a.Instrument), SignedOn: date(a.SignedOn), InForceFrom: date(a.InForceFrom), InForceUntil: date(a.InForceUntil),
		Term: maybeText(a.Term), Regime: string(a.Regime), Sectors: list(a.Sectors), Reported: string(a.Reported),
		ReportedOn: date(a.ReportedOn), ReportedWhy: maybeText(a.ReportedWhy), Summary: maybeText(a.Summary), Common: common,
	}
}
