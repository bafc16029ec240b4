package portal_test

import (
	"testing"
	"time"

	"kotakembar/internal/portal"
)

func duesOf(a portal.Agreement) map[string]portal.Date {
	a.ID, a.Instrument = 7, portal.Memorandum
	tie := portal.Tie{City: portal.City{Meta: portal.Meta{ID: 3}, Standing: portal.Partner}, Agreements: []portal.Agreement{a}}
	tie.Evidence = []portal.Cited{{Kind: portal.KindAgreement, RecordID: 7, Citation: portal.Citation{Field: "signed_on"}, Source: portal.Source{Quality: portal.Official}}}
	found := map[string]portal.Date{}
	for _, d := range tie.Dues(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), 2026, 2028) {
		found[d.Name()] = d.On
	}
	return found
}

func TestTermIsRememberedEighteenTwelveAndSixMonthsBeforeItsEnd(t *testing.T) {
	got := duesOf(portal.Agreement{SignedOn: "2024-04-22", InForceUntil: "2028-08-31"})
	for name, want := range map[string]portal.Date{
		"agreement-7-expiry": "2028-08-31", "agreement-7-expiry_mark-18": "2027-02-28", "agreement-7-expiry_mark-12": "2027-08-31",
		"agreement-7-expiry_mark-6": "2028-02-29", "city-3-anniversary-2": "2026-04-22", "city-3-anniversary-4": "2028-04-22",
	} {
		if got[name] != want {
			t.Errorf("%s on %q, want %q", name, got[name], want)
		}
	}
	if month := duesOf(portal.Agreement{SignedOn: "2024", InForceUntil: "2028-06"}); month["agreement-7-expiry_mark-6"] != "2027-12-30" || month["agreement-7-expiry"] != "2028-06" {
		t.Errorf("a term known to the month: %v", month)
	}
}

func TestAnniversaryKeepsWhatIsKnownOfTheDay(t *testing.T) {
	for _, c := range []struct {
		signed portal.Date
		name   string
		want   portal.Date
	}{
		{"2004-02-29", "city-3-anniversary-23", "2027-02-28"},
		{"1997-08", "city-3-anniversary-30", "2027-08"},
		{"2005", "city-3-anniversary-22", "2027"},
		{"2005?", "city-3-anniversary-22", ""},
	} {
		if got := duesOf(portal.Agreement{SignedOn: c.signed}); got[c.name] != c.want {
			t.Errorf("signed %s: %v", c.signed, got)
		}
	}
}

func TestThirtyYearsAreRoundAndThirtyOneAreNot(t *testing.T) {
	if !(portal.Due{Kind: portal.DueAnniversary, Count: 30}).Round() || (portal.Due{Kind: portal.DueAnniversary, Count: 31}).Round() {
		t.Error("30 years are round, 31 are not")
	}
}

func TestNameOfADateTellsOfWhichRecordItIs(t *testing.T) {
	for _, want := range []portal.Due{
		{Kind: portal.DueExpiryMark, Of: portal.KindAgreement, ID: 7, Count: 18}, {Kind: portal.DueReport, Of: portal.KindActivity, ID: 9},
	} {
		if got := portal.DueNamed(want.Name()); got != want {
			t.Errorf("%s tells of %+v", want.Name(), got)
		}
	}
	if got := portal.DueNamed("agreement-7"); got != (portal.Due{}) {
		t.Errorf("half a name tells of %+v", got)
	}
}
