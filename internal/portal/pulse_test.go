package portal_test

import (
	"slices"
	"testing"

	"kotakembar/internal/portal"
)

func TestYearsCountDocumentedAndUnverifiedEvents(t *testing.T) {
	y := tie(
		memorandum("2022-06-26", ""),
		event(protocol, "2021"), event(substantive, "2024-03-01"), event(substantive, "2024-03-02"),
		rumoured(substantive, "2024-05"), rumoured(substantive, "2026-11-24"),
		event(substantive, "2026-11-24"), event(substantive, ""),
	)
	y.Activities = append(y.Activities, portal.Activity{Meta: portal.Meta{ID: 9}, StartOn: "1999"}) // without any source
	want := []portal.YearCount{{2021, 1, 0}, {2022, 0, 0}, {2023, 0, 0}, {2024, 2, 1}, {2025, 0, 0}, {2026, 0, 0}}
	if got := y.Years(day); !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestHearsayOfADocumentedEventIsNotDrawnBesideIt(t *testing.T) {
	y := tie(event(substantive, "2026-03-01"), rumoured(substantive, "2026-03-01"))
	y.Activities[1].Title = y.Activities[0].Title
	want := []portal.YearCount{{2026, 1, 0}}
	if got := y.Years(day); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNothingDatedHasNoYears(t *testing.T) {
	if got := tie(memorandum("", "")).Years(day); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestTieStartsWithTheFirstBindingSignature(t *testing.T) {
	second := agreement(portal.Agreement{Meta: portal.Meta{ID: 3}, Instrument: portal.Charter, SignedOn: "1960-05-24"}, "signed_on")
	for _, tt := range []struct {
		name string
		tie  portal.Tie
		want portal.Date
	}{
		{"two papers", tie(memorandum("1997-08-25", ""), second), "1960-05-24"},
		{"preparation before", tie(letter("2014-12-19"), memorandum("2019-06-26", ""), event(protocol, "2010")), "2019-06-26"},
		{"letter of intent only", tie(letter("2017-03-23"), event(protocol, "2019")), "2017~"},
		{"undated paper, dated activity", tie(memorandum("", ""), event(protocol, "2019-04?")), "2019~"},
		{"dated by its step", tie(memorandum("", ""), stage(portal.Signed, "2017-05")), "2017-05"},
		{"unsourced paper", tie(agreement(portal.Agreement{Instrument: portal.Memorandum, SignedOn: "1990"})), ""},
	} {
		if got := tt.tie.Start(day); got != tt.want {
			t.Errorf("%s: start %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLineIsSolidOnlyInYearsOfAKnownTerm(t *testing.T) {
	extension := agreement(portal.Agreement{
		Meta: portal.Meta{ID: 3}, ParentID: 1, Instrument: portal.Extension, SignedOn: "2025-08-11", InForceUntil: "2029",
	}, "signed_on")
	for _, tt := range []struct {
		name string
		tie  portal.Tie
		want []portal.Span
	}{
		{"nothing signed", tie(letter("2017")), nil},
		{"no term", tie(memorandum("2019-06-26", "")), []portal.Span{{2019, 2026, false}}},
		{"expired", tie(memorandum("2015", "2020-01-01")), []portal.Span{{2015, 2020, true}, {2021, 2026, false}}},
		{"renewed after a gap", tie(memorandum("2019-06-26", "2023-06-25"), extension), []portal.Span{{2019, 2023, true}, {2024, 2024, false}, {2025, 2026, true}}},
		{"ended within its term", tie(memorandum("2019", "2029"), stage(portal.Terminated, "2021-05")), []portal.Span{{2019, 2021, true}}},
		{"undated", tie(memorandum("", ""), event(protocol, "2024")), []portal.Span{{2024, 2026, false}}},
	} {
		if got := tt.tie.Spans(day); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
