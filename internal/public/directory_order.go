package public

import (
	"cmp"
	"math"
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

// orderBegun is that of drawings: as the usual order, but also for ties of which no beginning counts yet.
const orderBegun = "begun"

// order is the lines of the index in an order, made once. Those of which it is not known come last, whichever way the list runs; equals
// stand by name.
func (ix *tieIndex) order(l i18n.Lang, by string) []int32 {
	ix.guard.Lock()
	defer ix.guard.Unlock()
	key := string(l) + " " + by
	if made, ok := ix.orders[key]; ok {
		return made
	}
	made := make([]int32, len(ix.lines))
	for i := range made {
		made[i] = int32(i)
	}
	compare := compareBy(by)
	slices.SortFunc(made, func(i, j int32) int {
		a, b := ix.lines[i].Summary, ix.lines[j].Summary
		return cmp.Or(compare(a, b), cmp.Compare(a.Name.In(l), b.Name.In(l)), cmp.Compare(i, j))
	})
	ix.orders[key] = made
	return made
}

func compareBy(order string) func(a, b *portal.Summary) int {
	switch order {
	case "oldest":
		return func(a, b *portal.Summary) int { return byAge(a.Start, b.Start) }
	case orderBegun:
		return func(a, b *portal.Summary) int { return byAge(a.Begun, b.Begun) }
	case "newest":
		return func(a, b *portal.Summary) int { return latestFirst(a.Start, b.Start) }
	case "activity":
		return func(a, b *portal.Summary) int { return latestFirst(a.Last, b.Last) }
	case "name":
		return func(a, b *portal.Summary) int { return 0 }
	}
	key := slices.Index(portal.IndicatorKeys, portal.IndicatorKey(order))
	return func(a, b *portal.Summary) int { return greatestFirst(valueOf(a, key), valueOf(b, key)) }
}

// valueOf is the value of an indicator; not a number where nothing is said, as of all that is not assessed.
func valueOf(s *portal.Summary, key int) float64 {
	if key >= len(s.Values) {
		return math.NaN()
	}
	return s.Values[key]
}

// greatestFirst puts what is not a number last.
func greatestFirst(x, y float64) int { return cmp.Compare(y, x) }

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

// called are the ties in whose words each word of a reader stands; nil where nothing is looked for.
func (ix *tieIndex) called(words string) lineSet {
	sought := strings.Fields(folded(words))
	if len(sought) == 0 {
		return nil
	}
	found := newLineSet(len(ix.lines))
	for line := range ix.lines {
		if !slices.ContainsFunc(sought, func(word string) bool { return !strings.Contains(ix.lines[line].words, word) }) {
			found.add(line)
		}
	}
	return found
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
