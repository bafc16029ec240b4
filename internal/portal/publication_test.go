package portal_test

import (
	"encoding/json"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestWeekBeginsOnMondayInTheHomeCity(t *testing.T) {
	monday := time.Date(2026, time.November, 16, 0, 0, 0, 0, portal.WIB)
	for at, want := range map[string]time.Time{
		"2026-11-15T16:59:59Z": monday.AddDate(0, 0, -7), // still Sunday night in Bandung
		"2026-11-15T17:00:00Z": monday,
		"2026-11-20T09:00:00Z": monday,
		"2026-11-22T16:59:59Z": monday,
		"2027-01-01T12:00:00Z": time.Date(2026, time.December, 28, 0, 0, 0, 0, portal.WIB),
	} {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := portal.WeekOf(instant); !got.Equal(want) {
			t.Errorf("the week of %s begins %v, want %v", at, got, want)
		}
	}
	if got := portal.When(i18n.EN, time.Date(2026, 11, 19, 23, 5, 0, 0, time.UTC)); got != "20 November 2026 at 06:05" {
		t.Errorf("English has %q", got)
	}
	if got := portal.When(i18n.ID, time.Date(2026, 11, 19, 23, 5, 0, 0, time.UTC)); got != "20 November 2026 pukul 06.05" {
		t.Errorf("late in London is %q in Bandung", got)
	}
}

func TestPublicationSaysInOneWordWhatItDid(t *testing.T) {
	some := portal.Snapshot{Fields: map[string]json.RawMessage{"slug": json.RawMessage(`"x"`)}}
	for want, p := range map[portal.Act]portal.Publication{
		portal.ActAdded:    {Op: portal.OpSave, New: true, After: some},
		portal.ActChanged:  {Op: portal.OpSave, Before: some, After: some},
		portal.ActRestored: {Op: portal.OpSave, Before: some, After: some, Restores: true},
		portal.ActRetired:  {Op: portal.OpRetire, Before: some},
	} {
		if got := p.Act(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if p.State().Empty() {
			t.Errorf("%s: no state to call the record by", want)
		}
	}
}
