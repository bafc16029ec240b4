package portal_test

import (
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestDateKnowsItsFormAndTheCalendar(t *testing.T) {
	for _, s := range []string{"1960", "1997-08", "1960-06-02", "2005~", "2005?", "1997-08~", "2024-02-29", "0001"} {
		if d, err := portal.ParseDate(s); err != nil || string(d) != s {
			t.Errorf("%q: %q, %v", s, d, err)
		}
	}
	for _, s := range []string{
		"", "0000", "60", "1960-6-2", "1960-13", "1960-00", "1960-02-31", "2023-02-29", "2005~?", "~2005", "1960/06/02", "1960-06-02T00:00", " 1960", "1960\n", "20055",
	} {
		if d, err := portal.ParseDate(s); err == nil {
			t.Errorf("%q was taken for the date %q", s, d)
		}
	}
}

func TestDateIsMadeOfNumbers(t *testing.T) {
	for _, tt := range []struct {
		year, month, day int
		want             portal.Date
	}{
		{1960, 0, 0, "1960"}, {1997, 8, 0, "1997-08"}, {1960, 6, 2, "1960-06-02"},
		{1960, 0, 2, ""}, {1960, 13, 0, ""}, {1960, 2, 31, ""}, {0, 1, 1, ""}, {12345, 0, 0, ""}, {1960, -1, 0, ""}, {-5, 0, 0, ""},
	} {
		d, err := portal.DateOf(tt.year, tt.month, tt.day)
		if d != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%d-%d-%d: %q, %v, want %q", tt.year, tt.month, tt.day, d, err, tt.want)
		}
	}
}

func TestDateKeepsItsPrecision(t *testing.T) {
	for _, tt := range []struct {
		date             portal.Date
		precision        portal.Precision
		approximate      bool
		earliest, latest string
	}{
		{"", portal.Unknown, false, "0001-01-01", "0001-01-01"},
		{"1960", portal.ToYear, false, "1960-01-01", "1960-12-31"},
		{"2005~", portal.ToYear, true, "2005-01-01", "2005-12-31"},
		{"1997-08", portal.ToMonth, false, "1997-08-01", "1997-08-31"},
		{"1997-12?", portal.ToMonth, true, "1997-12-01", "1997-12-31"},
		{"2024-02", portal.ToMonth, false, "2024-02-01", "2024-02-29"},
		{"1960-06-02", portal.ToDay, false, "1960-06-02", "1960-06-02"},
		{"1960-06-02~", portal.ToDay, true, "1960-06-02", "1960-06-02"},
	} {
		d := tt.date
		if d.Precision() != tt.precision || d.Approximate() != tt.approximate {
			t.Errorf("%q: precision %d, approximate %t", d, d.Precision(), d.Approximate())
		}
		if from, until := d.Earliest().Format(time.DateOnly), d.Latest().Format(time.DateOnly); from != tt.earliest || until != tt.latest {
			t.Errorf("%q: from %s until %s, want %s until %s", d, from, until, tt.earliest, tt.latest)
		}
	}
}

func TestDateIsWrittenAsPeopleDo(t *testing.T) {
	for _, tt := range []struct {
		date                     portal.Date
		id, en, shortID, shortEN string
	}{
		{"", "", "", "", ""},
		{"1960", "1960", "1960", "1960", "1960"},
		{"2005~", "sekitar 2005", "about 2005", "sekitar 2005", "about 2005"},
		{"1997-08", "Agustus 1997", "August 1997", "Agu 1997", "Aug 1997"},
		{"1997-10?", "sekitar Oktober 1997", "about October 1997", "sekitar Okt 1997", "about Oct 1997"},
		{"1960-05-02", "2 Mei 1960", "2 May 1960", "2 Mei 1960", "2 May 1960"},
		{"2024-12-31", "31 Desember 2024", "31 December 2024", "31 Des 2024", "31 Dec 2024"},
	} {
		if id, en := tt.date.In(i18n.ID), tt.date.In(i18n.EN); id != tt.id || en != tt.en {
			t.Errorf("%q: %q, %q", tt.date, id, en)
		}
		if id, en := tt.date.Short(i18n.ID), tt.date.Short(i18n.EN); id != tt.shortID || en != tt.shortEN {
			t.Errorf("%q short: %q, %q", tt.date, id, en)
		}
	}
}

func TestDateOfAnInstantIsItsDay(t *testing.T) {
	west := time.FixedZone("WIB", 7*60*60)
	if d := portal.On(time.Date(2026, time.March, 1, 0, 30, 0, 0, west)); d != "2026-03-01" {
		t.Errorf("got %q", d)
	}
}
