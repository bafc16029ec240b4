package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func leastVenue() portal.Venue { return portal.Venue{CityID: 1, Name: both, Kind: "store"} }

func TestVenueDecaysToUnknownTwelveMonthsAfterItWasLastSeenOpen(t *testing.T) {
	for _, tt := range []struct {
		name  string
		venue portal.Venue
		want  portal.VenueState
	}{
		{"confirmed twelve months ago to the day", portal.Venue{OpenedOn: "2017", ConfirmedOn: "2025-11-23"}, portal.VenueOpen},
		{"confirmed a day earlier", portal.Venue{OpenedOn: "2017", ConfirmedOn: "2025-11-22"}, portal.VenueUnknown},
		{"confirmed in a year", portal.Venue{ConfirmedOn: "2026"}, portal.VenueOpen},
		{"confirmed in last year, which counts as 1 January", portal.Venue{ConfirmedOn: "2025"}, portal.VenueUnknown},
		{"opened this year, never confirmed since", portal.Venue{OpenedOn: "2026-03"}, portal.VenueOpen},
		{"opened long ago, never confirmed since", portal.Venue{OpenedOn: "2017-07-20"}, portal.VenueUnknown},
		{"nothing known", portal.Venue{}, portal.VenueUnknown},
		{"closed", portal.Venue{OpenedOn: "2016", ClosedOn: "2026-11-23", ConfirmedOn: "2026-11-01"}, portal.VenueClosed},
		{"closing tomorrow", portal.Venue{ClosedOn: "2026-11-24", ConfirmedOn: "2026-11-01"}, portal.VenueOpen},
		{"opening tomorrow", portal.Venue{OpenedOn: "2026-11-24"}, portal.VenueComing},
	} {
		if got := tt.venue.State(day); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
