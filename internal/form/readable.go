package form

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typed are the control characters that people type into forms: the ends of lines, and tabs.
const Typed = "\r\n\t"

// Readable tells whether all names and values are Clean; control characters are allowed in values alone.
func Readable(v url.Values, allowed string) bool {
	for name, all := range v {
		if !Clean(name, "") {
			return false
		}
		for _, value := range all {
			if !Clean(value, allowed) {
				return false
			}
		}
	}
	return true
}

// Clean tells whether a text is UTF-8 without control characters, but for the allowed ones.
func Clean(s, allowed string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(c rune) bool {
		return unicode.IsControl(c) && !strings.ContainsRune(allowed, c)
	})
}
