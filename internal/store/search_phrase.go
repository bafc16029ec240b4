package store

import (
	"strings"
	"unicode"
)

// bound are the words that count only beside the others of their phrase, such as those of "kota kembar" where somebody asks for sister
// cities. The database marks them wherever they stand.
func (q question) bound() map[string]bool {
	words, free := map[string]bool{}, map[string]bool{}
	for _, said := range q.readings {
		phrase := strings.Fields(strings.ToLower(strings.Trim(said, `"`)))
		of := words
		if len(phrase) == 1 || !strings.HasPrefix(said, `"`) {
			of = free
		}
		for _, word := range phrase {
			of[word] = true
		}
	}
	for word := range free {
		delete(words, word)
	}
	return words
}

// unbroken takes the marks from words of a phrase that stand alone.
func unbroken(pieces []Piece, bound map[string]bool) []Piece {
	var list []Piece
	for i, p := range pieces {
		if p.Hit && bound[strings.ToLower(p.Text)] && !joinedTo(pieces, i-1, i-2) && !joinedTo(pieces, i+1, i+2) {
			p.Hit = false
		}
		if last := len(list) - 1; last >= 0 && !p.Hit && !list[last].Hit {
			list[last].Text += p.Text
			continue
		}
		list = append(list, p)
	}
	return list
}

// joinedTo tells whether a hit stands behind nothing but a gap between words.
func joinedTo(pieces []Piece, gap, hit int) bool {
	return hit >= 0 && hit < len(pieces) && pieces[hit].Hit && !strings.ContainsFunc(pieces[gap].Text, func(c rune) bool {
		return !unicode.IsSpace(c) && c != '-'
	})
}
