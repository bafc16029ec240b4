package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// stand is a place and the city in which it is.
type stand struct {
	venue portal.Venue
	city  portal.City
}

// venuesCSV sends the list of places in the order of the page.
func (s Site) venuesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	var lines []stand
	for _, state := range portal.VenueStates {
		for _, t := range ties {
			for _, v := range t.Venues {
				if v.State(sh.now) == state {
					lines = append(lines, stand{v, t.City})
				}
			}
		}
	}
	return answerCSV(w, sh.fileOf(view.Venues), sh.venueColumns(), slices.Values(lines))
}

func (sh *sheet) venueColumns() []csvColumn[stand] {
	label := func(field string) string { return sh.label(portal.KindVenue, field) }
	return []csvColumn[stand]{
		{label("name"), func(s stand) string { return s.venue.Name.In(sh.lang) }},
		{label("city_id"), func(s stand) string { return s.city.Name.In(sh.lang) }},
		{sh.t("field.status"), func(s stand) string { return sh.choice("venue.state", string(s.venue.State(sh.now))) }},
		{label("kind"), func(s stand) string { return sh.choice("venue.kind", s.venue.Kind) }},
		{label("address"), func(s stand) string { return s.venue.Address }},
		{label("brands"), func(s stand) string { return sentence("; ", s.venue.Brands...) }},
		{label("opened_on"), func(s stand) string { return string(s.venue.OpenedOn) }},
		{label("closed_on"), func(s stand) string { return string(s.venue.ClosedOn) }},
		{label("confirmed_on"), func(s stand) string { return string(s.venue.ConfirmedOn) }},
		{label("confirmed_by"), func(s stand) string { return s.venue.ConfirmedBy.In(sh.lang) }},
		{label("note"), func(s stand) string { return s.venue.Note.In(sh.lang) }},
		{sh.t("sources.heading"), func(s stand) string { return sh.citedBy(venueName(s.venue)) }},
		{sh.t("activities.address"), func(s stand) string { return sh.base + view.Venues.In(sh.lang) + "#" + view.VenueID(s.venue.ID) }},
	}
}
