package public

import (
	"iter"
	"math/bits"
)

// lineSet is some of the lines of a list, a bit for each, in the order of the list. Very many lines are met with another set, or counted, in
// the time in which a few thousand are looked at one by one.
type lineSet []uint64

const wordBits = 64

func newLineSet(lines int) lineSet { return make(lineSet, (lines+wordBits-1)/wordBits) }

// wholeSet holds each of so many lines.
func wholeSet(lines int) lineSet {
	s := newLineSet(lines)
	for i := range s {
		s[i] = ^uint64(0)
	}
	if rest := lines % wordBits; rest > 0 {
		s[len(s)-1] = 1<<rest - 1
	}
	return s
}

func (s lineSet) add(line int) { s[line/wordBits] |= 1 << (line % wordBits) }

func (s lineSet) has(line int) bool { return s[line/wordBits]&(1<<(line%wordBits)) != 0 }

// count is how many lines the set holds.
func (s lineSet) count() (n int) {
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// with are the lines that the other set holds too.
func (s lineSet) with(other lineSet) lineSet {
	both := make(lineSet, len(s))
	for i, word := range s {
		both[i] = word & other[i]
	}
	return both
}

// without are the lines that the other set does not hold.
func (s lineSet) without(other lineSet) lineSet {
	rest := make(lineSet, len(s))
	for i, word := range s {
		rest[i] = word &^ other[i]
	}
	return rest
}

// countWith is how many lines the other set holds too.
func (s lineSet) countWith(other lineSet) (n int) {
	for i, word := range s {
		n += bits.OnesCount64(word & other[i])
	}
	return n
}

// from are the lines of the set after the first so many, in their order.
func (s lineSet) from(passed int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			if n := bits.OnesCount64(word); passed >= n {
				passed -= n
				continue
			}
			for ; word != 0; word &= word - 1 {
				if passed > 0 {
					passed--
				} else if !yield(i*wordBits + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
