package guess

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"math"
	"strings"
	"sync"
	"unicode"
)

// packedWords are the words and passwords that people use, the most frequent first, one a line: passwords of leaks that became public,
// Indonesian words and names, and words of this city. Where they come from and under which licence stands in WORDS.md.
//
//go:embed words.txt.gz
var packedWords []byte

// rank is the place of each word in the list, from 1.
var rank = sync.OnceValue(func() map[string]int {
	read, err := gzip.NewReader(bytes.NewReader(packedWords))
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(read)
	if err != nil {
		return nil
	}
	places := make(map[string]int, bytes.Count(text, []byte("\n")))
	for word := range strings.Lines(string(text)) {
		places[strings.TrimSuffix(word, "\n")] = len(places) + 1
	}
	return places
})

// wordBits is what a word costs, if it is one.
func wordBits(word string, own map[string]bool) (float64, bool) {
	const ownWord = 1
	if own[word] {
		return ownWord, true
	}
	if place := rank()[word]; place > 0 {
		return math.Log2(float64(place)) + 1, true
	}
	return 0, false
}

// ownWords are the words of three letters and more in names and addresses.
func ownWords(about []string) map[string]bool {
	own := map[string]bool{}
	for _, text := range about {
		words := strings.FieldsFunc(strings.ToLower(text), func(sign rune) bool { return !unicode.IsLetter(sign) && !unicode.IsDigit(sign) })
		own[strings.Join(words, "")] = true
		for _, word := range words {
			if len(word) >= shortest {
				own[word] = true
			}
		}
	}
	return own
}
