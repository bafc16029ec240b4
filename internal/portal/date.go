package portal

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"kotakembar/internal/i18n"
)

// Date is a date of the trade in EDTF (ISO 8601-2) text: 1960, 1997-08, 1960-06-02, with ~ behind it when it is
// approximate and ? when it is uncertain. Precision is part of the fact. Text order is time order. The empty date is unknown.
type Date string

// Precision is how much of a date is known.
type Precision int

// The precisions of a Date.
const (
	Unknown Precision = iota
	ToYear
	ToMonth
	ToDay
)

var dateForm = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?$`)

// ParseDate checks the form and the calendar: 1960-02-31 is refused.
func ParseDate(s string) (Date, error) {
	d := Date(s)
	if !d.Valid() {
		return "", fmt.Errorf("date %q is not EDTF of the form 1960, 1997-08 or 1960-06-02", s)
	}
	return d, nil
}

// DateOf makes a date of numbers; month and day may be 0 for unknown.
func DateOf(year, month, day int) (Date, error) {
	switch {
	case month == 0 && day != 0:
		return "", fmt.Errorf("day %d without a month", day)
	case month == 0:
		return ParseDate(fmt.Sprintf("%04d", year))
	case day == 0:
		return ParseDate(fmt.Sprintf("%04d-%02d", year, month))
	}
	return ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}

// On is the date of an instant, to the day.
func On(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Valid tells whether the date has the form and stands in the calendar.
func (d Date) Valid() bool {
	m := dateForm.FindStringSubmatch(string(d))
	if m == nil {
		return false
	}
	_, err := time.Parse("2006-01-02", m[1]+"-"+orOne(m[2])+"-"+orOne(m[3]))
	return err == nil && m[1] != "0000"
}

func orOne(part string) string {
	if part == "" {
		return "01"
	}
	return part
}

// Plain is the date without its mark of doubt.
func (d Date) Plain() Date {
	for strings.HasSuffix(string(d), "~") || strings.HasSuffix(string(d), "?") {
		d = d[:len(d)-1]
	}
	return d
}

// Approximate tells whether the date carries ~ or ?.
func (d Date) Approximate() bool { return d != d.Plain() }

// Precision tells how much of the date is known.
func (d Date) Precision() Precision {
	switch len(d.Plain()) {
	case 4:
		return ToYear
	case 7:
		return ToMonth
	case 10:
		return ToDay
	}
	return Unknown
}

// Year is the year, 0 where the date is unknown.
func (d Date) Year() int { return d.part(0, 4) }

// Month is the month, 0 where it is unknown.
func (d Date) Month() int { return d.part(5, 7) }

// Day is the day of the month, 0 where it is unknown.
func (d Date) Day() int { return d.part(8, 10) }

func (d Date) part(from, until int) int {
	plain := d.Plain()
	if len(plain) < until {
		return 0
	}
	n, err := strconv.Atoi(string(plain[from:until]))
	if err != nil {
		return 0
	}
	return n
}

// Earliest is the first day that the date can mean, in UTC; the zero time where it is unknown.
func (d Date) Earliest() time.Time {
	if d == "" {
		return time.Time{}
	}
	return time.Date(d.Year(), time.Month(max(d.Month(), 1)), max(d.Day(), 1), 0, 0, 0, 0, time.UTC)
}

// Latest is the last day that the date can mean, in UTC; the zero time where it is unknown.
func (d Date) Latest() time.Time {
	switch d.Precision() {
	case ToYear:
		return time.Date(d.Year(), time.December, 31, 0, 0, 0, 0, time.UTC)
	case ToMonth:
		return time.Date(d.Year(), time.Month(d.Month()+1), 0, 0, 0, 0, 0, time.UTC)
	}
	return d.Earliest()
}

// In writes the date as people do: 24 April 2028, Agustus 1997, sekitar 2005. Unknown is empty.
func (d Date) In(l i18n.Lang) string { return d.write(l, months[l]) }

// Short writes the date for tables, with months of three letters: 30 Mar 2023.
func (d Date) Short(l i18n.Lang) string { return d.write(l, shortMonths[l]) }

func (d Date) write(l i18n.Lang, months []string) string {
	if d == "" {
		return ""
	}
	s := strconv.Itoa(d.Year())
	if m := d.Month(); m > 0 {
		s = months[m-1] + " " + s
	}
	if day := d.Day(); day > 0 {
		s = strconv.Itoa(day) + " " + s
	}
	if d.Approximate() {
		return about[l] + " " + s
	}
	return s
}

var (
	about  = map[i18n.Lang]string{i18n.ID: "sekitar", i18n.EN: "about"}
	months = map[i18n.Lang][]string{
		i18n.ID: {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"},
		i18n.EN: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	}
	shortMonths = map[i18n.Lang][]string{
		i18n.ID: {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"},
		i18n.EN: {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	}
)
