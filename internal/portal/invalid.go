package portal

import (
	"errors"
	"regexp"
	"strings"

	"kotakembar/internal/i18n"
)

// Problem is one thing to mend in one field, as a key of the catalog and what fills its verbs.
type Problem struct {
	Field string
	Key   string
	Args  []any
}

// Invalid is the one type in which a bad field, a broken rule of a record and a violated constraint of the database meet.
type Invalid struct{ Problems []Problem }

func (e *Invalid) Error() string {
	parts := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		parts[i] = p.Field + ": " + p.Key
	}
	return "invalid: " + strings.Join(parts, "; ")
}

// Of returns the problems of one field.
func (e *Invalid) Of(field string) []Problem {
	var of []Problem
	for _, p := range e.Problems {
		if p.Field == field {
			of = append(of, p)
		}
	}
	return of
}

// AsInvalid finds the Invalid in an error, nil if there is none.
func AsInvalid(err error) *Invalid {
	if invalid, ok := errors.AsType[*Invalid](err); ok {
		return invalid
	}
	return nil
}

// Problems collects what is wrong with a record.
type Problems []Problem

// Add notes a problem with a field.
func (p *Problems) Add(field, key string, args ...any) {
	*p = append(*p, Problem{Field: field, Key: key, Args: args})
}

// Must notes a problem unless ok.
func (p *Problems) Must(ok bool, field, key string, args ...any) {
	if !ok {
		p.Add(field, key, args...)
	}
}

// Err returns the problems as an error, nil if there are none.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return &Invalid{Problems: p}
}

// bothLanguages asks for a text in Indonesian and in English.
func (p *Problems) bothLanguages(t i18n.Text, field string) {
	p.Must(t.ID != "", field+"_id", "problem.text_id")
	p.Must(t.EN != "", field+"_en", "problem.text_en")
}

// notHalf allows a text that is empty in both languages but not in one.
func (p *Problems) notHalf(t i18n.Text, field string) {
	if !t.Empty() {
		p.bothLanguages(t, field)
	}
}

// ordered asks that the second of two dates may lie after the first, as far as their precision tells.
func (p *Problems) ordered(from, until Date, field, key string) {
	p.Must(from == "" || until == "" || !until.Latest().Before(from.Earliest()), field, key)
}

// date asks for a date in the form that Date allows, or none.
func (p *Problems) date(d Date, field string) {
	p.Must(d == "" || d.Valid(), field, "problem.date")
}

// slug asks for an address part of small letters, digits and single hyphens.
func (p *Problems) slug(s, field string) {
	p.Must(slugForm.MatchString(s) && len(s) <= 80, field, "problem.slug")
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// oneOf asks for one of the choices that the record offers.
func oneOf[T comparable](p *Problems, v T, choices []T, field string) {
	for _, c := range choices {
		if c == v {
			return
		}
	}
	p.Add(field, "problem.choice")
}

// notNegative asks that a number is unknown or at least zero.
func (p *Problems) notNegative(n *int64, field string) {
	p.Must(n == nil || *n >= 0, field, "problem.negative")
}
