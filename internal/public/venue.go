package public

import (
	"context"
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func venueName(v portal.Venue) store.Named {
	return store.Named{Kind: portal.KindVenue, ID: v.ID}
}

func (s Site) venues(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	part := partOfList(ix.venues(), r.URL.Query())
	stands, err := s.stands(r.Context(), sh, ix, part.lines)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.VenuesView(sh.venuesPage(part, stands)))
}

// venues are the numbers of all venues: by their states, those of a city together.
func (ix *tieIndex) venues() []int64 {
	return ix.once("venues", func() any {
		var ids []int64
		for _, state := range portal.VenueStates {
			for _, city := range ix.named() {
				for _, v := range city.Venues.Read() {
					if v.State == state {
						ids = append(ids, v.ID)
					}
				}
			}
		}
		return ids
	}).([]int64)
}

// stand is a venue and what the list of venues says beside it.
type stand struct {
	venue   portal.Venue
	city    portal.City
	program string // the page of its program, empty where that is none of the same tie
}

// stands are some venues in the order of their numbers here; the sheet learns their evidence and documents.
func (s Site) stands(ctx context.Context, sh *sheet, ix *tieIndex, ids []int64) ([]stand, error) {
	shown, err := s.Store.ShownVenues(ctx, ids)
	sh.learnAround(shown.Around)
	list := make([]stand, len(shown.Records))
	for i, v := range shown.Records {
		list[i] = stand{v, ix.city(v.CityID), shown.Programs[v.ID]}
	}
	return list, err
}

func (sh *sheet) venuesPage(part paged[int64], stands []stand) view.VenuesPage {
	title := sh.t("venues.title")
	p := view.VenuesPage{
		Page:  sh.page(view.Venues, view.Programs, title, sh.t("venues.description")),
		Head:  view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("venues.lead")}},
		First: part.number == 1,
		Pages: part.pages(sh, func(n int) string { return view.Venues.In(sh.lang) + numbered("", n) }),
	}
	sh.nameOfPart(&p.Page, "", part.number)
	for _, state := range portal.VenueStates {
		var records []view.Record
		for _, one := range stands {
			if one.venue.State(sh.now) == state {
				records = append(records, sh.venueOnList(one))
			}
		}
		switch {
		case state == portal.VenueOpen:
			p.Open = records
		case len(records) > 0:
			head := view.RailHead{Title: sh.t("venues." + string(state)), Text: sh.t("venues." + string(state) + "_lead")}
			p.Groups = append(p.Groups, view.VenueGroup{Head: head, Records: records})
		}
	}
	if len(p.Open)+len(p.Groups) > 0 {
		p.Page.File = sh.csvLink(view.Venues, "")
	}
	listed := slices.Clone(p.Open)
	for _, g := range p.Groups {
		listed = append(listed, g.Records...)
	}
	p.Page.JSONLD = sh.recordsLD(p.Page, listed)
	p.Sources = sh.list()
	return p
}

// venueOnList is a venue with its anchor; it leads to its program where that is of the same tie or else to its city.
func (sh *sheet) venueOnList(one stand) view.Record {
	r := sh.venueEntry(one.venue, one.city)
	r.ID, r.URL = view.VenueID(one.venue.ID), sh.cityLink(one.city).URL
	if one.program != "" {
		r.URL = view.Program.In(sh.lang, one.program)
	}
	return r
}

// venueEntry is a place as an entry: when it opened, where it is, and who last saw it open.
func (sh *sheet) venueEntry(v portal.Venue, city portal.City) view.Record {
	of, state := venueName(v), v.State(sh.now)
	tones := map[portal.VenueState]view.Tone{portal.VenueOpen: view.ToneOn, portal.VenueComing: view.ToneLine, portal.VenueUnknown: view.ToneWarn}
	tone, ok := tones[state]
	if !ok {
		tone = view.ToneNeutral
	}
	said := sentences(sh.choice("venue.kind", v.Kind), v.Address, sh.venueSeen(v), sh.venueBrands(v), v.Note.In(sh.lang))
	return view.Record{
		Date:  sh.venueOpened(v),
		Title: v.Name.In(sh.lang) + ", " + city.Name.In(sh.lang),
		Text:  view.Cited{Text: said, Refs: sh.refs(of)},
		Tags: slices.Concat([]view.TagValue{{Tone: tone, Word: sh.choice("venue.state", string(state))}},
			sh.cautions(of, sh.ownOfVenue(v)), sh.evidenceTag(of)),
		Documents: sh.documents(of),
	}
}

func (sh *sheet) venueOpened(v portal.Venue) string {
	if v.OpenedOn == "" {
		return sh.t("venue.opened_unknown")
	}
	return sh.t("venue.opened", v.OpenedOn.Short(sh.lang))
}

// venueSeen tells who last saw the venue open, or when it closed.
func (sh *sheet) venueSeen(v portal.Venue) string {
	closed := ""
	if v.ClosedOn != "" {
		closed = sh.t("venue.closed", v.ClosedOn.In(sh.lang))
	}
	switch {
	case v.ConfirmedOn != "":
		return sentence(". ", sh.t("venue.confirmed", v.ConfirmedOn.In(sh.lang), v.ConfirmedBy.In(sh.lang)), closed)
	case closed != "":
		return closed
	}
	return sh.t("venue.unconfirmed")
}

func (sh *sheet) venueBrands(v portal.Venue) string {
	if len(v.Brands) == 0 {
		return sh.t("venue.brands_none")
	}
	return sh.t("venue.brands", sh.lang.List(v.Brands))
}

func (sh *sheet) ownOfVenue(v portal.Venue) own {
	return func(field string) string {
		switch baseField(field) {
		case "opened_on":
			return v.OpenedOn.In(sh.lang)
		case "closed_on":
			return v.ClosedOn.In(sh.lang)
		case "confirmed_on":
			return v.ConfirmedOn.In(sh.lang)
		case "address":
			return v.Address
		}
		return ""
	}
}
