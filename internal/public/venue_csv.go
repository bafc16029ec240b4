package public

import (
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// venuesCSV sends the list of places in the order of the page.
func (s Site) venuesCSV(w http.ResponseWriter, r *http.Request) error {
	sh, ix, err := s.beginWithIndex(r)
	if err != nil {
		return err
	}
	return sendParts(w, sh.fileOf(view.Venues), sh.venueColumns(), ix.venues(), func(ids []int64) ([]stand, error) {
		return s.stands(r.Context(), sh, ix, ids)
	})
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
