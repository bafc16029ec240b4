package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Sector is a field of cooperation.
type Sector struct {
	Code  string  `json:"code" example:"EDU"`
	Name  Text    `json:"name"`
	SDGs  []int64 `json:"sdgs" example:"[4]"`
	Group int64   `json:"group" minimum:"1" maximum:"4"`
	Common
}

type sectorsAsked struct{ Paging }

func (f Face) mountSectors(a huma.API) {
	mount(f, a, kind[portal.Sector, Sector]{
		name: "sectors", one: "sector", sorts: []string{"code"}, records: f.Store.Sectors,
		key:  func(s portal.Sector) string { return s.Code },
		find: f.Store.SectorByCode,
		tell: func(_ *teller, common Common, s portal.Sector) Sector {
			return Sector{s.Code, text(s.Name), list(s.SDGs), s.Group, common}
		},
	}, func(ctx context.Context, _ *sectorsAsked, p store.Part) (store.Listed[portal.Sector], error) {
		return f.Store.SectorPart(ctx, p)
	})
}
