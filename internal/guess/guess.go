// Package guess estimates how soon somebody who knows what people choose would guess a password.
//
// Here belong the words and patterns that passwords are made of, and what each costs a guesser. What does not belong here: how long a
// password must be, and what people are told (package auth).
//
// A password is read as the cheapest row of pieces: words that are used often, names of who chose it, dates, runs, neighbours on the
// keyboard, repeats, and single signs for what is left. The cost of a piece is how many choices of its kind there are, as a power of two;
// the idea is that of Wheeler, "zxcvbn: low-budget password strength estimation" (USENIX Security 2016), with fewer kinds of pieces.
package guess

import (
	"math"
	"strings"
	"unicode"
)

// longest is how many signs are looked at; what is longer is at least as hard to guess.
const longest = 64

// Bits is how hard a password is to guess, as a power of two. About are words that belong to its holder, such as their name.
func Bits(password string, about ...string) float64 {
	p := readable(password)
	own := ownWords(about)
	cheapest := make([]float64, len(p.plain)+1)
	for end := 1; end <= len(p.plain); end++ {
		cheapest[end] = cheapest[end-1] + signBits(p.typed[end-1])
		for start := range end {
			if bits, ok := p.piece(start, end, own); ok {
				cheapest[end] = min(cheapest[end], cheapest[start]+bits)
			}
		}
	}
	return cheapest[len(p.plain)]
}

// reading is a password as it was typed, in small letters, and with the letters that signs stand for.
type reading struct {
	typed, plain, letters []rune
}

func readable(password string) reading {
	typed := []rune(password)
	typed = typed[:min(len(typed), longest)]
	r := reading{typed: typed}
	for _, sign := range typed {
		small := unicode.ToLower(sign)
		letter := small
		if meant, ok := standsFor[small]; ok {
			letter = meant
		}
		r.plain, r.letters = append(r.plain, small), append(r.letters, letter)
	}
	return r
}

// standsFor are signs that people put in the place of letters.
var standsFor = map[rune]rune{'4': 'a', '@': 'a', '8': 'b', '3': 'e', '6': 'g', '1': 'i', '!': 'i', '0': 'o', '5': 's', '$': 's', '7': 't', '2': 'z'}

// signBits is what a sign costs that belongs to nothing.
func signBits(sign rune) float64 {
	const digit, letter, separator, other = 3.3, 4.7, 2, 5.1
	switch {
	case strings.ContainsRune(" -_.", sign):
		return separator
	case sign >= '0' && sign <= '9':
		return digit
	case sign >= 'a' && sign <= 'z':
		return letter
	}
	return other
}

// piece is what the signs from start to end cost as one piece, if they are one.
func (r reading) piece(start, end int, own map[string]bool) (float64, bool) {
	plain := string(r.plain[start:end])
	bits, ok := r.word(start, end, own)
	take := func(found bool, cost float64) {
		if found && (!ok || cost < bits) {
			bits, ok = cost, true
		}
	}
	length := math.Log2(float64(end - start))
	take(repeated(r.plain, start, end), 2)
	take(run(r.plain[start:end]), 4+length)
	take(neighbours(plain), 5+length)
	take(year(plain), 6.6)
	take(date(plain), 14)
	return bits, ok
}

// word is what the signs cost as a word: its place in the list of those that are used most, a little more where capitals or signs stand
// in it, and almost nothing where it belongs to who chose it.
func (r reading) word(start, end int, own map[string]bool) (float64, bool) {
	spelled := 0.0
	for _, sign := range r.typed[start:end] {
		if unicode.IsUpper(sign) {
			spelled = 1
			break
		}
	}
	bits, ok := wordBits(string(r.plain[start:end]), own)
	if other, found := wordBits(string(r.letters[start:end]), own); found && (!ok || other+1 < bits) {
		bits, ok = other+1, true
	}
	return bits + spelled, ok
}
