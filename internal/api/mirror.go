package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Mirror is what a page of the partner's own side says of the tie.
type Mirror struct {
	Partner   opt[Ref]  `json:"partner"`
	URL       *string   `json:"url"`
	Listed    *string   `json:"listed"`
	Type      opt[Text] `json:"type"`
	SinceOn   *EDTF     `json:"since_on" example:"1997"`
	CheckedOn *EDTF     `json:"checked_on"`
	Note      opt[Text] `json:"note"`
	Common
}

type mirrorsAsked struct {
	Paging
	Dated
	Partner string   `query:"partner" maxLength:"80" example:"suwon"`
	Listed  []string `query:"listed" example:"yes"`
}

func (f Face) mountMirrors(a huma.API) {
	mount(f, a, kind[portal.Mirror, Mirror]{
		name: "mirrors", one: "mirror", dated: "checked_on", records: f.Store.Mirrors,
		key:   func(m portal.Mirror) string { return number(m.ID) },
		find:  byNumber(f.Store.Mirrors),
		names: func(m portal.Mirror) mentions { return mentions{cities: []int64{m.CityID}} },
		tell:  tellMirror,
	}, func(ctx context.Context, in *mirrorsAsked, p store.Part) (store.Listed[portal.Mirror], error) {
		o, err := f.of(ctx, in.Partner, "", "")
		if err != nil {
			return store.Listed[portal.Mirror]{}, err
		}
		return f.Store.MirrorPart(ctx, p, store.MirrorFilter{CityID: o.city, Listed: codes[portal.Listed](in.Listed)})
	})
}

func tellMirror(t *teller, common Common, m portal.Mirror) Mirror {
	return Mirror{
		Partner: t.partner(m.CityID), URL: known(m.URL), Listed: known(m.Listed), Type: maybeText(m.Type), SinceOn: date(m.SinceOn),
		CheckedOn: date(m.CheckedOn), Note: maybeText(m.Note), Common: common,
	}
}
