package public

import (
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
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	sh.files = filesOfTies(ties)
	return respond.Page(w, r, http.StatusOK, view.VenuesView(sh.venuesPage(ties)))
}

func (sh *sheet) venuesPage(ties []portal.Tie) view.VenuesPage {
	title := sh.t("venues.title")
	p := view.VenuesPage{
		Page: sh.page(view.Venues, view.Programs, title, sh.t("venues.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("venues.lead")}},
	}
	for _, state := range portal.VenueStates {
		var records []view.Record
		for _, t := range ties {
			for _, v := range t.Venues {
				if v.State(sh.now) == state {
					records = append(records, sh.venueOnList(v, t))
				}
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
func (sh *sheet) venueOnList(v portal.Venue, t portal.Tie) view.Record {
	r := sh.venueEntry(v, t.City)
	r.ID, r.URL = view.VenueID(v.ID), sh.cityLink(t.City).URL
	for _, g := range t.Programs {
		if g.ID == v.ProgramID {
			r.URL = view.Program.In(sh.lang, g.Slug)
		}
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
