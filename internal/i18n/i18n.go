// Package i18n holds the two languages of the site: Indonesian first, English second.
//
// Here belong the language of a reader, texts that exist in both languages, the catalog of fixed words, and the way
// people write numbers. Dates of the trade are written by portal.Date. What does not belong here: anything about
// records, HTTP or markup.
package i18n

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// Lang is a language of the site, as a BCP 47 tag.
type Lang string

// The languages of the site.
const (
	ID Lang = "id"
	EN Lang = "en"
)

// Langs lists the languages in the order in which the site offers them.
var Langs = []Lang{ID, EN}

// Name is how the language calls itself.
func (l Lang) Name() string {
	if l == EN {
		return "English"
	}
	return "Indonesia"
}

// Text is a text in both languages. An empty side has not been written yet.
type Text struct {
	ID string `json:"id"`
	EN string `json:"en"`
}

// In returns the text in the language, or in the other one where that side is empty.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" || t.ID == "" {
		return t.EN
	}
	return t.ID
}

// LangIn is the language that In really returns, so that a page can mark a text that is not translated.
func (t Text) LangIn(l Lang) Lang {
	switch {
	case t.EN == "":
		return ID
	case t.ID == "":
		return EN
	}
	return l
}

// Empty tells whether nothing has been written in either language.
func (t Text) Empty() bool { return t.ID == "" && t.EN == "" }

type langKey struct{}

// With returns a context that carries the reader's language.
func With(ctx context.Context, l Lang) context.Context {
	return context.WithValue(ctx, langKey{}, l)
}

// From returns the reader's language, Indonesian where none is set.
func From(ctx context.Context) Lang {
	if l, ok := ctx.Value(langKey{}).(Lang); ok {
		return l
	}
	return ID
}

// T returns the catalog's words for the key in the reader's language, with fmt verbs filled from args.
// A key that the catalog lacks is returned as it is; a test finds it.
func T(ctx context.Context, key string, args ...any) string {
	return From(ctx).T(key, args...)
}

// T is like the function T for a known language.
func (l Lang) T(key string, args ...any) string {
	t, ok := Lookup(key)
	if !ok {
		return key
	}
	if len(args) == 0 {
		return t.In(l)
	}
	return fmt.Sprintf(t.In(l), args...)
}

// Has tells whether the catalog knows the key.
func Has(key string) bool {
	_, ok := Lookup(key)
	return ok
}

// Number writes n with the language's thousands separator: 11.097 or 11,097.
func (l Lang) Number(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return sign + strings.Join(append([]string{digits}, groups...), l.separator())
}

// Decimal writes f with at most two decimals and the language's separators: 167,31 or 167.31.
func (l Lang) Decimal(f float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(f, 'f', 2, 64), ".")
	n, _ := strconv.ParseInt(whole, 10, 64)
	rest = strings.TrimRight(rest, "0")
	if rest == "" {
		return l.Number(n)
	}
	return l.Number(n) + l.point() + rest
}

// Exact writes f with all its decimals, as coordinates need them: 52,2659 or 52.2659.
func (l Lang) Exact(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), ".", l.point(), 1)
}

func (l Lang) point() string {
	if l == EN {
		return "."
	}
	return ","
}

func (l Lang) separator() string {
	if l == EN {
		return ","
	}
	return "."
}

// Count writes a small count as a word, as titles do: satu to dua belas, then digits.
func (l Lang) Count(n int) string {
	words := numberWords[l]
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return l.Number(int64(n))
}

var numberWords = map[Lang][]string{
	ID: {"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "dua belas"},
	EN: {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
}

// Spelled writes a number below a hundred as words, as headings do: dua puluh satu, twenty-one; then digits.
func (l Lang) Spelled(n int) string {
	ten, one := n/10, n%10
	switch {
	case n < len(numberWords[l]), n >= 100:
		return l.Count(n)
	case l == EN && ten == 1:
		return teens[one-3]
	case l == EN && one == 0:
		return tens[ten-2]
	case l == EN:
		return tens[ten-2] + "-" + numberWords[l][one]
	case ten == 1:
		return numberWords[l][one] + " belas"
	case one == 0:
		return numberWords[l][ten] + " puluh"
	}
	return numberWords[l][ten] + " puluh " + numberWords[l][one]
}

// The English words that follow no rule.
var (
	teens = []string{"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens  = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// List joins parts as a sentence does: "a, b, dan c".
func (l Lang) List(parts []string) string {
	and := " dan "
	if l == EN {
		and = " and "
	}
	switch len(parts) {
	case 0:
		return ""
	case 1:
		return parts[0]
	case 2:
		return parts[0] + and + parts[1]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + "," + and + parts[len(parts)-1]
}
