package form

import (
	"net/url"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Date asks for day, month and year, of which day or month and day may stay empty, and whether the date is only about right.
func Date(name string, at *portal.Date) *Field {
	f := field(name, Parts)
	if f.Hint == "" {
		f.Hint = "hint.date"
	}
	f.Inputs = dateInputs(name, [3]string{}, false)
	f.fill = func(f *Field) {
		f.Inputs = dateInputs(f.Name, [3]string{digits(at.Day()), digits(at.Month()), digits(at.Year())}, at.Approximate())
	}
	f.read = func(f *Field, v url.Values) {
		typed := [3]string{clean(v, f.Name+"_day"), clean(v, f.Name+"_month"), clean(v, f.Name+"_year")}
		about := v.Get(f.Name+"_about") != ""
		f.Inputs = dateInputs(f.Name, typed, about)
		f.readDate(at, typed, about)
		if whole, given := v[f.Name+wholeDate]; given {
			if *at = portal.Date(whole[0]); *at != "" && !at.Valid() {
				f.wrong("problem.date")
			}
		}
	}
	f.whole = func() string { return string(*at) }
	f.show = func(l i18n.Lang) []string { return present(at.In(l)) }
	return f
}

func dateInputs(name string, typed [3]string, about bool) []Input {
	return []Input{
		{Name: name + "_day", Label: "date.day", Value: typed[0], Numeric: true, Size: 2},
		{Name: name + "_month", Label: "date.month", Value: typed[1], Numeric: true, Size: 2},
		{Name: name + "_year", Label: "date.year", Value: typed[2], Numeric: true, Size: 4},
		{Name: name + "_about", Label: "date.about", Value: "1", Checked: about},
	}
}

func (f *Field) readDate(at *portal.Date, typed [3]string, about bool) {
	was := *at
	*at = ""
	if strings.Join(typed[:], "") == "" {
		return
	}
	var n [3]int
	for i, part := range typed {
		if part == "" {
			continue
		}
		var err error
		if n[i], err = strconv.Atoi(part); err != nil || n[i] < 1 {
			f.wrong("problem.date_digits")
			return
		}
	}
	switch day, month, year := n[0], n[1], n[2]; {
	case year == 0:
		f.wrong("problem.date_year")
	case year < 1000 || year > 9999:
		f.wrong("problem.date_year_four")
	case day != 0 && month == 0:
		f.wrong("problem.date_month")
	default:
		d, err := portal.DateOf(year, month, day)
		if err != nil {
			f.wrong("problem.date_calendar")
			return
		}
		*at = d + portal.Date(doubt(was, about))
	}
}

// doubt is the mark behind a date that is about right; a mark that was there stays the one it was.
func doubt(was portal.Date, about bool) string {
	switch {
	case !about:
		return ""
	case was.Approximate():
		return strings.TrimPrefix(string(was), string(was.Plain()))
	}
	return "~"
}

func digits(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
