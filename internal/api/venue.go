package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Venue is a place such as Little Bandung, where what a city makes can be seen or bought.
type Venue struct {
	Partner     opt[Ref]  `json:"partner"`
	Program     opt[Ref]  `json:"program"`
	Name        Text      `json:"name"`
	Kind        string    `json:"kind"`
	Address     *string   `json:"address"`
	Brands      []string  `json:"brands"`
	OpenedOn    *EDTF     `json:"opened_on" example:"2016-11-04"`
	ClosedOn    *EDTF     `json:"closed_on"`
	ConfirmedOn *EDTF     `json:"confirmed_on"`
	ConfirmedBy opt[Text] `json:"confirmed_by"`
	State       string    `json:"state"`
	Note        opt[Text] `json:"note"`
	Common
}

type venuesAsked struct {
	Paging
	Dated
	InCountries
	Partner string   `query:"partner" maxLength:"80" example:"seoul"`
	Program string   `query:"program" maxLength:"80" example:"seo-wall"`
	Kind    []string `query:"kind" example:"wall"`
}

func (f Face) mountVenues(a huma.API) {
	mount(f, a, kind[portal.Venue, Venue]{
		name: "venues", one: "venue", dated: "opened_on", records: f.Store.Venues,
		key:  func(v portal.Venue) string { return number(v.ID) },
		find: byNumber(f.Store.Venues),
		names: func(v portal.Venue) mentions {
			return mentions{cities: []int64{v.CityID}, programs: []int64{v.ProgramID}}
		},
		tell: tellVenue,
	}, func(ctx context.Context, in *venuesAsked, p store.Part) (store.Listed[portal.Venue], error) {
		o, err := f.of(ctx, in.Partner, "", in.Program)
		if err != nil {
			return store.Listed[portal.Venue]{}, err
		}
		return f.Store.VenuePart(ctx, p, store.VenueFilter{CityID: o.city, ProgramID: o.program, Countries: in.Country, Kinds: in.Kind})
	})
}

func tellVenue(t *teller, common Common, v portal.Venue) Venue {
	return Venue{
		Partner: t.partner(v.CityID), Program: t.program(v.ProgramID), Name: text(v.Name), Kind: v.Kind, Address: known(v.Address),
		Brands: list(v.Brands), OpenedOn: date(v.OpenedOn), ClosedOn: date(v.ClosedOn), ConfirmedOn: date(v.ConfirmedOn),
		ConfirmedBy: maybeText(v.ConfirmedBy), State: string(v.State(t.now)), Note: maybeText(v.Note), Common: common,
	}
}
