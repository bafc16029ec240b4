package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Limit is how long the law lets a stage take.
type Limit struct {
	Stage       string    `json:"stage"`
	WorkingDays *int64    `json:"working_days"`
	Note        opt[Text] `json:"note"`
	Common
}

type limitsAsked struct {
	Paging
	Stage []string `query:"stage" example:"dprd"`
}

func (f Face) mountLimits(a huma.API) {
	mount(f, a, kind[portal.Limit, Limit]{
		name: "limits", one: "limit", records: f.Store.Limits,
		key: func(l portal.Limit) string { return string(l.Stage) },
		find: func(ctx context.Context, stage string) (portal.Limit, error) {
			return f.Store.LimitOf(ctx, portal.Stage(stage))
		},
		tell: func(_ *teller, common Common, l portal.Limit) Limit {
			return Limit{string(l.Stage), l.WorkingDays, maybeText(l.Note), common}
		},
	}, func(ctx context.Context, in *limitsAsked, p store.Part) (store.Listed[portal.Limit], error) {
		return f.Store.LimitPart(ctx, p, store.LimitFilter{Stages: codes[portal.Stage](in.Stage)})
	})
}
