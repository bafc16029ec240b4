package store

import (
	"strings"
	"unicode/utf8"
)

// longWord is from how many letters on two slips are likely in a word.
const longWord = 6

// slip tells whether a word may be another one mistyped: one that begins otherwise, or differs in more, is rather a word of its own that
// the register does not hold, such as visa beside visit.
func slip(typed, like string) bool {
	a, b := []rune(strings.ToLower(typed)), []rune(strings.ToLower(like))
	if len(a) == 0 || len(b) == 0 || a[0] != b[0] {
		return false
	}
	most := 1
	if utf8.RuneCountInString(typed) >= longWord {
		most = 2
	}
	return distance(a, b) <= most
}

// distance is how many letters must be put in, left out or changed to make one word of the other (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			changed := diagonal
			if a[i] != b[j] {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
