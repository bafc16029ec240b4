package form

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Moment asks for a day and a time of day, as calendars and clocks in the home city show them. All of it may stay empty, which is the zero
// time.
func Moment(name string, at *time.Time) *Field {
	f := field(name, Parts)
	f.Exact, f.clock = true, true
	f.Inputs = momentInputs(name, [4]string{})
	f.fill = func(f *Field) {
		var shown [4]string
		if !at.IsZero() {
			on := portal.On(at.In(portal.WIB))
			shown = [4]string{digits(on.Day()), digits(on.Month()), digits(on.Year()), portal.TimeOfDay(*at)}
		}
		f.Inputs = momentInputs(f.Name, shown)
	}
	f.read = func(f *Field, v url.Values) {
		typed := [4]string{clean(v, f.Name+"_day"), clean(v, f.Name+"_month"), clean(v, f.Name+"_year"), clean(v, f.Name+"_time")}
		f.Inputs = momentInputs(f.Name, typed)
		f.readMoment(at, typed)
	}
	f.show = func(l i18n.Lang) []string {
		if at.IsZero() {
			return nil
		}
		return []string{portal.When(l, *at)}
	}
	return f
}

func momentInputs(name string, typed [4]string) []Input {
	date := dateInputs(name, [3]string(typed[:3]), false)
	return append(date[:3], Input{Name: name + "_time", Label: "date.time", Value: typed[3], Size: 5})
}

func (f *Field) readMoment(at *time.Time, typed [4]string) {
	*at = time.Time{}
	switch {
	case strings.Join(typed[:], "") == "":
		return
	case slices.Contains(typed[:], ""):
		f.wrong("problem.moment")
		return
	}
	var on portal.Date
	if f.readDate(&on, [3]string(typed[:3]), false); on == "" {
		return
	}
	clock := strings.ReplaceAll(typed[3], ".", ":") // 07.30 in Indonesian, 07:30 in English
	read, err := time.ParseInLocation("2006-01-02 15:04", string(on)+" "+clock, portal.WIB)
	if err != nil {
		f.wrong("problem.moment_time")
		return
	}
	*at = read
}
