package media

import (
	"bytes"
	"encoding/hex"
)

// lexer reads the tokens of PDF objects (ISO 32000-1, 7.2). It never fails: what makes no sense ends where the bytes end.
type lexer struct {
	data []byte
	at   int
}

// token is a name, a sign that opens or closes, or a word: a number or keyword. Strings and comments are passed over.
type token struct {
	kind tokenKind
	text string // of a name its plain letters, of a word as it stands
}

type tokenKind byte

const (
	tokenEnd tokenKind = iota
	tokenName
	tokenWord
	tokenOpen  // << or [
	tokenClose // >> or ]
	tokenString
)

// longestToken bounds what is kept of a word; longer ones mean nothing to anybody.
const longestToken = 128

func (l *lexer) next() token {
	l.skipSpace()
	if l.at >= len(l.data) {
		return token{}
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case '/':
		return token{tokenName, plainName(l.regulars())}
	case '(':
		l.skipString()
		return token{kind: tokenString}
	case '<':
		if l.at < len(l.data) && l.data[l.at] == '<' {
			l.at++
			return token{kind: tokenOpen}
		}
		l.skipPast('>')
		return token{kind: tokenString}
	case '>':
		if l.at < len(l.data) && l.data[l.at] == '>' {
			l.at++
		}
		return token{kind: tokenClose}
	case '[', '{':
		return token{kind: tokenOpen}
	case ']', '}', ')':
		return token{kind: tokenClose}
	}
	l.at--
	return token{tokenWord, string(l.regulars())}
}

// regulars are the bytes up to the next space or delimiter.
func (l *lexer) regulars() []byte {
	from := l.at
	for l.at < len(l.data) && regular(l.data[l.at]) {
		l.at++
	}
	if l.at == from && l.at < len(l.data) && !space(l.data[l.at]) && !delimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[from:min(l.at, from+longestToken)]
}

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case c == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				l.at = len(l.data)
				return
			}
			l.at += end
		case space(c):
			l.at++
		default:
			return
		}
	}
}

// skipString passes over a string in parentheses, of which those within must match.
func (l *lexer) skipString() {
	for depth := 1; l.at < len(l.data) && depth > 0; l.at++ {
		switch l.data[l.at] {
		case '\\':
			l.at++
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	l.at = min(l.at, len(l.data))
}

func (l *lexer) skipPast(end byte) {
	i := bytes.IndexByte(l.data[l.at:], end)
	if i < 0 {
		l.at = len(l.data)
		return
	}
	l.at += i + 1
}

// plainName writes out the letters of a name that are given as # and two hex digits (ISO 32000-1, 7.3.5).
func plainName(name []byte) string {
	if !bytes.ContainsRune(name, '#') {
		return string(name)
	}
	var plain []byte
	for i := 0; i < len(name); i++ {
		if name[i] == '#' && i+2 < len(name) {
			if letter, err := hex.DecodeString(string(name[i+1 : i+3])); err == nil {
				plain = append(plain, letter...)
				i += 2
				continue
			}
		}
		plain = append(plain, name[i])
	}
	return string(plain)
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }
func regular(c byte) bool   { return !space(c) && !delimiter(c) }
