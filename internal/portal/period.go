package portal

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"kotakembar/internal/i18n"
)

// Period is a quarter or a year of the calendar, for which a report is made: 2026-Q3 or 2026.
type Period string

var periodForm = regexp.MustCompile(`^([12]\d{3})(?:-Q([1-4]))?$`)

// Valid tells whether the period has one of the two forms.
func (p Period) Valid() bool { return periodForm.MatchString(string(p)) }

// Year is the year of the period.
func (p Period) Year() int {
	year, _ := strconv.Atoi(string(p[:4])) // a valid one begins with it
	return year
}

// Quarter is which quarter of its year the period is; 0 for the whole year.
func (p Period) Quarter() int {
	if len(p) == len("2026") {
		return 0
	}
	return int(p[len(p)-1] - '0')
}

// First is the first day of the period.
func (p Period) First() time.Time {
	const monthsOfQuarter = 3
	month := max(p.Quarter()-1, 0)*monthsOfQuarter + 1
	return time.Date(p.Year(), time.Month(month), 1, 0, 0, 0, 0, time.UTC)
}

// Last is the last day of the period.
func (p Period) Last() time.Time {
	months := 12
	if p.Quarter() > 0 {
		months = 3
	}
	return p.First().AddDate(0, months, -1)
}

// Holds tells whether a date lies in the period whatever it means: of a year alone no quarter is known.
func (p Period) Holds(d Date) bool {
	return d != "" && !d.Earliest().Before(p.First()) && !d.Latest().After(p.Last())
}

// Name is the period in words.
func (p Period) Name(l i18n.Lang) string {
	if q := p.Quarter(); q > 0 {
		return l.T("periodic.quarter", q, p.Year())
	}
	return l.T("periodic.year", p.Year())
}

// Periods lists the years and quarters up to a day, from the year before, the latest first; the last ones may still be under way.
func Periods(on time.Time) (list []Period) {
	for year := on.Year(); year >= on.Year()-1; year-- {
		list = append(list, Period(strconv.Itoa(year)))
		for q := 4; q >= 1; q-- {
			if p := Period(fmt.Sprintf("%d-Q%d", year, q)); !p.First().After(dayOf(on)) {
				list = append(list, p)
			}
		}
	}
	return list
}
