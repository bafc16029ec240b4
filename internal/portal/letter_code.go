package portal

import (
	"slices"
	"strings"
)

// CodeLetters are those of which codes of letters are made: no vowels, so that no words come out, and none of a pair that looks
// alike. Twelve of them make more codes than anybody can try.
const CodeLetters = "234679BCDFHJKMPQRTVWXY"

// A code is written in groups: KMXT-4WQF-9RBH.
const (
	codeGroup  = 4
	CodeLength = 12 // letters, without what stands between groups
)

// LetterCode writes a code as it is kept, however it was typed; ok is false for what is none.
func LetterCode(typed string) (code string, ok bool) {
	var letters []rune
	for _, c := range strings.ToUpper(typed) {
		if strings.ContainsRune(CodeLetters, c) {
			letters = append(letters, c)
		} else if !strings.ContainsRune(" -–.", c) {
			return "", false
		}
	}
	if len(letters) != CodeLength {
		return "", false
	}
	var groups []string
	for group := range slices.Chunk(letters, codeGroup) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, "-"), true
}
