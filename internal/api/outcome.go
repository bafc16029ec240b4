package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Outcome is one measure of a program: what was planned and what was achieved.
type Outcome struct {
	Program   opt[Ref]  `json:"program"`
	Partner   opt[Ref]  `json:"partner"`
	Indicator Text      `json:"indicator"`
	Unit      Text      `json:"unit"`
	Planned   *int64    `json:"planned"`
	Achieved  *int64    `json:"achieved"`
	Effort    bool      `json:"effort"`
	AsOf      *EDTF     `json:"as_of"`
	Note      opt[Text] `json:"note"`
	Common
}

type outcomesAsked struct {
	Paging
	Dated
	Partner string `query:"partner" maxLength:"80" example:"seoul"`
	Program string `query:"program" maxLength:"80" example:"seo-wall"`
}

func (f Face) mountOutcomes(a huma.API) {
	mount(f, a, kind[portal.Outcome, Outcome]{
		name: "outcomes", one: "outcome", dated: "as_of", records: f.Store.Outcomes,
		key:   func(o portal.Outcome) string { return number(o.ID) },
		find:  byNumber(f.Store.Outcomes),
		names: func(o portal.Outcome) mentions { return mentions{programs: []int64{o.ProgramID}} },
		tell:  tellOutcome,
	}, func(ctx context.Context, in *outcomesAsked, p store.Part) (store.Listed[portal.Outcome], error) {
		o, err := f.of(ctx, in.Partner, "", in.Program)
		if err != nil {
			return store.Listed[portal.Outcome]{}, err
		}
		return f.Store.OutcomePart(ctx, p, store.OutcomeFilter{CityID: o.city, ProgramID: o.program})
	})
}

func tellOutcome(t *teller, common Common, o portal.Outcome) Outcome {
	return Outcome{
		Program: t.program(o.ProgramID), Partner: t.partner(t.programs[o.ProgramID].CityID), Indicator: text(o.Indicator), Unit: text(o.Unit),
		Planned: o.Planned, Achieved: o.Achieved, Effort: o.Effort, AsOf: date(o.AsOf), Note: maybeText(o.Note), Common: common,
	}
}
