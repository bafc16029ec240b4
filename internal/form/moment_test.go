package form_test

import (
	"net/url"
	"testing"
	"time"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestMomentIsReadByTheClocksOfBandungAndKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	morning := time.Date(2027, time.March, 5, 0, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		day, month, year, clock string
		want                    time.Time
		problem                 string
	}{
		{"", "", "", "", time.Time{}, ""},
		{"5", "3", "2027", "07.30", morning, ""},
		{"05", "03", "2027", "7:30", morning, ""},
		{"5", "3", "2027", "", time.Time{}, "problem.moment"},
		{"", "3", "2027", "07.30", time.Time{}, "problem.moment"},
		{"", "", "", "07.30", time.Time{}, "problem.moment"},
		{"31", "2", "2027", "07.30", time.Time{}, "problem.date_calendar"},
		{"5", "Maret", "2027", "07.30", time.Time{}, "problem.date_digits"},
		{"5", "3", "2027", "24.30", time.Time{}, "problem.moment_time"},
		{"5", "3", "2027", "pagi", time.Time{}, "problem.moment_time"},
	} {
		at := time.Now()
		f := form.Form{form.Moment("publish_at", &at)}.Fill()
		err := f.Read(url.Values{"publish_at_day": {c.day}, "publish_at_month": {c.month}, "publish_at_year": {c.year}, "publish_at_time": {c.clock}})
		if !at.Equal(c.want) {
			t.Errorf("%+v is read as %v", c, at)
		}
		if c.problem == "" && err != nil || c.problem != "" && (err == nil || f[0].Problems[0].Key != c.problem) {
			t.Errorf("%+v: %v", c, err)
		}
		if got := f[0].Inputs[3].Value; got != c.clock {
			t.Errorf("the time typed as %q is shown as %q", c.clock, got)
		}
	}
}

func TestMomentIsShownAsItIsAsked(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, time.March, 5, 0, 30, 0, 0, time.UTC)
	f := form.Form{form.Moment("publish_at", &at)}.Fill()
	for i, want := range []string{"5", "3", "2027", "07.30"} {
		if got := f[0].Beside()[i].Value; got != want {
			t.Errorf("input %d: %q, want %q", i, got, want)
		}
	}
	if said := f[0].Show(i18n.ID); len(said) != 1 || said[0] != portal.When(i18n.ID, at) {
		t.Errorf("people read %q", said)
	}
}
