package public

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// orders are the ways to put the directory in order, beside the ten indicators; the first one is the usual.
var orders = []string{"oldest", "newest", "name", "activity"}

// orderOf reads an order; what is none is the usual one.
func orderOf(asked string) string {
	if slices.Contains(orders, asked) || slices.Contains(portal.IndicatorKeys, portal.IndicatorKey(asked)) {
		return asked
	}
	return orders[0]
}

// compare puts ties in an order. Those of which it is not known come last, whichever way the list runs; equals stand by name, as they
// are given.
func (sh *sheet) compare(order string) func(a, b listed) int {
	switch order {
	case "oldest":
		return func(a, b listed) int { return byAge(a.start, b.start) }
	case "newest":
		return func(a, b listed) int { return latestFirst(a.start, b.start) }
	case "activity":
		return func(a, b listed) int { return latestFirst(a.life.Activity.Last, b.life.Activity.Last) }
	case "name":
		return func(a, b listed) int { return 0 }
	}
	return func(a, b listed) int {
		x, known := a.life.Value(portal.IndicatorKey(order))
		y, also := b.life.Value(portal.IndicatorKey(order))
		switch {
		case known && also:
			return cmp.Compare(y, x)
		case known:
			return -1
		case also:
			return 1
		}
		return 0
	}
}

// latestFirst orders by the first day that a date can mean, the latest first; an unknown date comes last.
func latestFirst(a, b portal.Date) int {
	if a == "" || b == "" {
		return byAge(a, b)
	}
	return byAge(b, a)
}

// orderSelect offers the orders, and the indicators apart from them.
func (sh *sheet) orderSelect(current string) view.Select {
	s := view.Select{Name: "sort", Label: sh.t("partners.sort"), Group: sh.t("partners.sort_indicator")}
	for _, order := range orders {
		s.Options = append(s.Options, view.Option{Value: order, Label: sh.t("partners.sort." + order), Current: order == current})
	}
	for _, key := range portal.IndicatorKeys {
		s.Grouped = append(s.Grouped, view.Option{Value: string(key), Label: sh.t(key.Key()), Current: string(key) == current})
	}
	return s
}

// longestWords is how many signs of what a reader looks for are read.
const longestWords = 120

// wordsOf is what a reader typed, in one line and not too long.
func wordsOf(typed string) string {
	words := strings.Join(strings.Fields(typed), " ")
	if utf8.RuneCountInString(words) > longestWords {
		words = string([]rune(words)[:longestWords])
	}
	return words
}

// isCalled tells whether each word stands in a name of the city, its country or its continent, in either language.
func (sh *sheet) isCalled(c portal.City, words string) bool {
	names := append([]string{c.Name.ID, c.Name.EN, c.NativeName, c.Region}, c.Aliases...)
	for _, l := range i18n.Langs {
		names = append(names, l.Country(c.Country), l.Continent(i18n.ContinentOf(c.Country)))
	}
	all := folded(strings.Join(names, "\n"))
	for word := range strings.FieldsSeq(folded(words)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// folded is a text in small letters without accents, so that Malaga finds Málaga.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}
