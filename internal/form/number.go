package form

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"kotakembar/internal/i18n"
)

var (
	grouped = regexp.MustCompile(`^\d{1,3}([. ,\x{00a0}]\d{3})+$`)
	whole   = regexp.MustCompile(`^-?\d+$`)
)

// Number asks for a whole number, of which empty means unknown.
func Number(name string, at **int64) *Field {
	return numeric(name,
		func() string {
			if *at == nil {
				return ""
			}
			return strconv.FormatInt(**at, 10)
		},
		func(typed string) bool {
			*at = nil
			if typed == "" {
				return true
			}
			n, ok := parseWhole(typed)
			if ok {
				*at = &n
			}
			return ok
		},
		func(l i18n.Lang) string {
			if *at == nil {
				return ""
			}
			return l.Number(**at)
		})
}

// Whole asks for a whole number that is always known.
func Whole(name string, at *int64) *Field {
	return numeric(name,
		func() string { return strconv.FormatInt(*at, 10) },
		func(typed string) (ok bool) {
			*at, ok = parseWhole(typed)
			return ok
		},
		func(l i18n.Lang) string { return l.Number(*at) })
}

// Decimal asks for a number that is always known, such as a latitude.
func Decimal(name string, at *float64) *Field {
	return numeric(name,
		func() string { return strconv.FormatFloat(*at, 'f', -1, 64) },
		func(typed string) (ok bool) {
			*at, ok = parseDecimal(typed)
			return ok
		},
		func(l i18n.Lang) string { return l.Exact(*at) })
}

// DecimalOrUnknown asks for a number, of which empty means unknown.
func DecimalOrUnknown(name string, at **float64) *Field {
	write := func() string {
		if *at == nil {
			return ""
		}
		return strconv.FormatFloat(**at, 'f', -1, 64)
	}
	return numeric(name, write,
		func(typed string) bool {
			*at = nil
			if typed == "" {
				return true
			}
			n, ok := parseDecimal(typed)
			if ok {
				*at = &n
			}
			return ok
		},
		func(l i18n.Lang) string {
			if *at == nil {
				return ""
			}
			return l.Exact(**at)
		})
}

// numeric asks for a number that the three functions write, read and show.
func numeric(name string, write func() string, read func(string) bool, show func(i18n.Lang) string) *Field {
	f := field(name, Line)
	f.Inputs = []Input{{Name: name, Numeric: true, Size: 12}}
	f.fill = func(f *Field) { f.Inputs[0].Value = write() }
	f.read = func(f *Field, v url.Values) {
		typed := clean(v, f.Name)
		f.Inputs[0] = Input{Name: f.Name, Numeric: true, Size: 12, Value: typed}
		if !read(typed) {
			f.wrong("problem.number")
		}
	}
	f.show = func(l i18n.Lang) []string { return present(show(l)) }
	return f
}

// parseWhole reads 850000000 and 850.000.000 alike.
func parseWhole(typed string) (int64, bool) {
	if grouped.MatchString(typed) {
		typed = strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, typed)
	}
	if !whole.MatchString(typed) {
		return 0, false
	}
	n, err := strconv.ParseInt(typed, 10, 64)
	return n, err == nil
}

// parseDecimal reads 167,31 and 167.31 alike.
func parseDecimal(typed string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.Replace(typed, ",", ".", 1), 64)
	return n, err == nil && !strings.ContainsAny(typed, "eExXnNiI_")
}
