package portal

import (
	"fmt"
	"regexp"
	"slices"

	"kotakembar/internal/i18n"
)

// toldForm is a date as people tell it, perhaps with a remark behind it: 2 Juni 1960, April 1990, 1960 (hanya tahun).
var toldForm = regexp.MustCompile(`^(?:(\d{1,2}) )?(?:(\pL+) )?(\d{4})(?: \([^()\d]*\))?$`)

// TheDate reads a date out of the words in which it is told, in either language or as EDTF. Words that tell anything else, also a
// date that is only about right, are the empty date.
func TheDate(told string) Date {
	if d := Date(told); d.Valid() && !d.Approximate() {
		return d
	}
	m := toldForm.FindStringSubmatch(told)
	if m == nil {
		return ""
	}
	day, month, year := m[1], m[2], m[3]
	switch {
	case month == "" && day == "":
		return Date(year)
	case month == "":
		return ""
	}
	for _, l := range i18n.Langs {
		if i := slices.Index(months[l], month); i >= 0 {
			d := Date(fmt.Sprintf("%s-%02d", year, i+1))
			if day != "" {
				d = Date(fmt.Sprintf("%s-%02s", d, day))
			}
			if d.Valid() {
				return d
			}
		}
	}
	return ""
}

// Within tells whether the date is told more precisely than the other one and does not go beyond it: 2 June 1960 is within 1960.
func (d Date) Within(other Date) bool {
	return d != "" && other != "" && d.Precision() > other.Precision() &&
		!d.Earliest().Before(other.Earliest()) && !d.Latest().After(other.Latest())
}
