package portal

import (
	"slices"
	"strings"
	"unicode"
)

// Stretch is a part of a text of which two versions stand beside each other; Differs tells that the other one lacks it.
type Stretch struct {
	Text    string
	Differs bool
}

// mostCompared keeps the comparison of two texts cheap: so many pairs of words are looked at. Beyond it, all between the same
// beginning and the same end counts as different.
const mostCompared = 1 << 20

// Beside sets two versions of a text beside each other, word by word. Each side is its whole text, in stretches that stand on both
// sides or on this one alone.
func Beside(was, is string) (old, new []Stretch) {
	a, b := wordsOf(was), wordsOf(is)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	keepA, keepB := make([]bool, len(a)), make([]bool, len(b))
	for i := range head {
		keepA[i], keepB[i] = true, true
	}
	for i := range tail {
		keepA[len(a)-1-i], keepB[len(b)-1-i] = true, true
	}
	for _, pair := range longestRun(a[head:len(a)-tail], b[head:len(b)-tail]) {
		keepA[head+pair[0]], keepB[head+pair[1]] = true, true
	}
	return stretches(a, keepA), stretches(b, keepB)
}

// wordsOf cuts a text into words, spaces and single other signs. Scripts that write no spaces are cut into their signs.
func wordsOf(text string) (words []string) {
	begin, last := 0, rune(0)
	for at, r := range text {
		if at > 0 && signOf(r) != signOf(last) || signOf(r) == signAlone {
			if at > begin {
				words = append(words, text[begin:at])
			}
			begin = at
		}
		last = r
	}
	if begin < len(text) {
		words = append(words, text[begin:])
	}
	return words
}

const (
	signWord = iota
	signSpace
	signAlone
)

func signOf(r rune) int {
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return signAlone
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return signWord
	case unicode.IsSpace(r):
		return signSpace
	}
	return signAlone
}

// longestRun tells by their places the words of the longest list that both lists hold in the same order.
func longestRun(a, b []string) (pairs [][2]int) {
	if len(a)*len(b) > mostCompared {
		return nil
	}
	longest := make([][]int32, len(a)+1) // of what follows these places
	for i := range longest {
		longest[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + weight(a[i])
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// weight makes a word count for more than the spaces around it.
func weight(word string) int32 {
	if strings.TrimSpace(word) == "" {
		return 1
	}
	return 3
}

// stretches joins words to stretches. A space between two words that differ belongs to them, so that a phrase is marked as one.
func stretches(words []string, keep []bool) (list []Stretch) {
	for i, word := range words {
		differs := !keep[i]
		if keep[i] && 0 < i && i+1 < len(words) && !keep[i-1] && !keep[i+1] && strings.TrimSpace(word) == "" {
			differs = true
		}
		if n := len(list); n > 0 && list[n-1].Differs == differs {
			list[n-1].Text += word
		} else {
			list = append(list, Stretch{Text: word, Differs: differs})
		}
	}
	return list
}

// Alike tells whether two versions of a text have enough in common to be read as one text that was changed: a third of the longer.
func Alike(old, new []Stretch) bool {
	length := func(list []Stretch, all bool) (n int) {
		for s := range slices.Values(list) {
			if all || !s.Differs {
				n += len(strings.TrimSpace(s.Text))
			}
		}
		return n
	}
	return 3*min(length(old, false), length(new, false)) >= max(length(old, true), length(new, true))
}
