package api

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// Program is something that cities or their citizens do together, planned or done.
type Program struct {
	Slug          string         `json:"slug" example:"seo-wall"`
	Partner       opt[Ref]       `json:"partner"`
	Agreements    []Ref          `json:"agreements"`
	Kind          string         `json:"kind"`
	Title         Text           `json:"title"`
	Summary       opt[Text]      `json:"summary"`
	StartOn       *EDTF          `json:"start_on" example:"2017-07-20"`
	EndOn         *EDTF          `json:"end_on"`
	Status        string         `json:"status"`
	Sectors       []string       `json:"sectors"`
	Place         opt[Text]      `json:"place"`
	Organisations []Organisation `json:"organisations"`
	Plan          opt[Text]      `json:"plan"`
	Result        opt[Text]      `json:"result"`
	Cost          opt[Money]     `json:"cost"`
	PaidBy        opt[Text]      `json:"paid_by"`
	Common
}

type programsAsked struct {
	Paging
	Dated
	InCountries
	InFields
	Partner   string   `query:"partner" maxLength:"80" example:"seoul"`
	Agreement string   `query:"agreement" maxLength:"80" example:"seoul"`
	Kind      []string `query:"kind" example:"promotion_centre"`
	Status    []string `query:"status" example:"ongoing"`
	Result    []string `query:"result" enum:"reported,none,overdue" example:"none"`
}

func (f Face) mountPrograms(a huma.API) {
	mount(f, a, kind[portal.Program, Program]{
		name: "programs", one: "program", dated: "start_on", sorts: []string{"slug"}, records: f.Store.Programs,
		key:  func(g portal.Program) string { return g.Slug },
		find: f.Store.Programs.BySlug,
		names: func(g portal.Program) mentions {
			return mentions{cities: []int64{g.CityID}, agreements: g.AgreementIDs}
		},
		tell: tellProgram,
		page: func(t *teller, g portal.Program) opt[Text] { return t.page(view.Program, g.Slug) },
	}, func(ctx context.Context, in *programsAsked, p store.Part) (store.Listed[portal.Program], error) {
		o, err := f.of(ctx, in.Partner, in.Agreement, "")
		if err != nil {
			return store.Listed[portal.Program]{}, err
		}
		silent, err := f.silent(ctx, in.Result)
		if err != nil {
			return store.Listed[portal.Program]{}, err
		}
		return f.Store.ProgramPart(ctx, p, store.ProgramFilter{
			CityID: o.city, AgreementID: o.agreement, Countries: in.Country, Sectors: in.Sector, Kinds: in.Kind,
			Statuses: codes[portal.ProgramStatus](in.Status), Results: in.Result, Silent: silent,
		})
	})
}

// silent are the numbers of the programs that ended more than six months ago and of which no result is on record, where these are asked
// for.
func (f Face) silent(ctx context.Context, results []string) (ids []int64, err error) {
	if !slices.Contains(results, "overdue") {
		return nil, nil
	}
	said, err := f.Ties(ctx)
	for _, s := range said {
		ids = append(ids, s.Silent...)
	}
	return ids, err
}

func tellProgram(t *teller, common Common, g portal.Program) Program {
	told := Program{
		Slug: g.Slug, Partner: t.partner(g.CityID), Agreements: []Ref{}, Kind: g.Kind, Title: text(g.Title), Summary: maybeText(g.Summary),
		StartOn: date(g.StartOn), EndOn: date(g.EndOn), Status: string(g.Status), Sectors: list(g.Sectors), Place: maybeText(g.Place),
		Organisations: organisations(g.Organisations), Plan: maybeText(g.Plan), Result: maybeText(g.Result),
		Cost: money(g.Cost, g.Currency), PaidBy: maybeText(g.PaidBy), Common: common,
	}
	for _, id := range g.AgreementIDs {
		if ref := t.agreement(id); ref.Value != nil {
			told.Agreements = append(told.Agreements, *ref.Value)
		}
	}
	return told
}
