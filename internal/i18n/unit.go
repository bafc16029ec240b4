package i18n

import (
	"strings"
	"unicode"
)

// unchanged are English words for what is counted that are the same for one and for many.
var unchanged = map[string]bool{"percent": true, "cent": true, "yen": true, "rupiah": true, "people": true, "children": true, "staff": true}

// Unit is the word for what is counted, as it stands behind a number; people write it down for one or for many. Indonesian has one form.
func (l Lang) Unit(n int64, unit string) string {
	last := unit[strings.LastIndexByte(unit, ' ')+1:]
	if l != EN || unchanged[last] || strings.ContainsFunc(last, func(c rune) bool { return !unicode.IsLower(c) }) || len(last) < 3 {
		return unit
	}
	word, end := strings.TrimSuffix(unit, last), singular(last)
	if n != 1 {
		end = plural(end)
	}
	return word + end
}

// singular is a regular English noun for one.
func singular(word string) string {
	for _, end := range []string{"sses", "shes", "ches", "xes"} {
		if stem, ok := strings.CutSuffix(word, end); ok {
			return stem + strings.TrimSuffix(end, "es")
		}
	}
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	if strings.HasSuffix(word, "ss") {
		return word
	}
	return strings.TrimSuffix(word, "s")
}

// plural is a regular English noun for many.
func plural(word string) string {
	stem, y := strings.CutSuffix(word, "y")
	switch {
	case y && !strings.ContainsAny(stem[len(stem)-1:], "aeiou"):
		return stem + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}
