package portal_test

import (
	"testing"
	"time"

	"kotakembar/internal/portal"
)

func TestClockOfACityIsToldForAllSeasons(t *testing.T) {
	on := time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		home, zone string
		want       portal.Clock
	}{
		{"Asia/Jakarta", "Europe/Berlin", portal.Clock{Standard: -360, Summer: -300}},
		{"Asia/Jakarta", "America/Chicago", portal.Clock{Standard: -780, Summer: -720}},
		{"Asia/Jakarta", "Australia/Melbourne", portal.Clock{Standard: 180, Summer: 240}}, // its summer is in January
		{"Asia/Jakarta", "Asia/Seoul", portal.Clock{Standard: 120, Summer: 120}},
		{"Asia/Jakarta", "Asia/Kolkata", portal.Clock{Standard: -90, Summer: -90}},
		{"Asia/Jakarta", "Asia/Jakarta", portal.Clock{}},
		{"Asia/Jakarta", "Africa/Casablanca", portal.Clock{Standard: -360, Summer: -360}}, // moved in the month of fasting alone
		{"Europe/Berlin", "America/Chicago", portal.Clock{Standard: -420, Summer: -420}},  // moved together, but for some weeks
		{"Europe/Berlin", "Asia/Jakarta", portal.Clock{Standard: 360, Summer: 300}},       // the home clock is the one that moves
	} {
		if got, ok := portal.ClockOf(tt.home, tt.zone, on); !ok || got != tt.want {
			t.Errorf("%s beside %s: %+v, %v, want %+v", tt.zone, tt.home, got, ok, tt.want)
		}
	}
}

func TestWhatIsToldOfAClockDoesNotChangeWhenItIsMoved(t *testing.T) {
	want := portal.Clock{Standard: -360, Summer: -300}
	for _, day := range []string{"2026-10-24", "2026-10-25", "2026-10-26", "2027-03-27", "2027-03-28", "2027-03-29", "2027-07-01"} {
		on, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := portal.ClockOf("Asia/Jakarta", "Europe/Berlin", on); !ok || got != want {
			t.Errorf("on %s: %+v, %v", day, got, ok)
		}
	}
}

func TestClockOfAnUnknownZoneIsNotGuessed(t *testing.T) {
	for _, zone := range []string{"", "UTC", "Local", "Europe/Atlantis", "../etc/passwd", "/etc/localtime", "europe"} {
		if got, ok := portal.ClockOf("Asia/Jakarta", zone, time.Now()); ok {
			t.Errorf("%q is told as %+v", zone, got)
		}
		if got, ok := portal.ClockOf(zone, "Asia/Jakarta", time.Now()); ok {
			t.Errorf("a home city in %q is told as %+v", zone, got)
		}
	}
}
