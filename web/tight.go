package web

import "strings"

// signs need no spaces around them in a style sheet.
const signs = "{};,"

// tight is a style sheet without comments and without spaces that say nothing; strings stay as they are. It is done at every start of
// the program and therefore goes through the text once.
func tight(css string) string {
	var out strings.Builder
	out.Grow(len(css))
	gap, last := "", byte(0) // the spaces that wait, and the sign before them
	for css != "" {
		if rest, ok := strings.CutPrefix(css, "/*"); ok {
			_, rest, _ = strings.Cut(rest, "*/")
			css = strings.TrimPrefix(rest, "\n")
			continue
		}
		if n := spaces(css); n > 0 {
			gap, css = gap+css[:n], css[n:]
			continue
		}
		n := words(css)
		if strings.IndexByte(signs, last) < 0 && strings.IndexByte(signs, css[0]) < 0 {
			if strings.Contains(gap, "\n") {
				gap = " "
			}
			out.WriteString(gap)
		}
		out.WriteString(css[:n])
		gap, last, css = "", css[n-1], css[n:]
	}
	return out.String()
}

// spaces is how many spaces and line breaks a text begins with.
func spaces(text string) int {
	return len(text) - len(strings.TrimLeft(text, " \t\r\n"))
}

// words is how many bytes a text begins with that belong together: a string, one of the signs, or all up to a space, sign or comment.
func words(text string) int {
	switch {
	case text[0] == '"':
		return strings.IndexAny(text[1:], "\"\n") + 2
	case strings.IndexByte(signs, text[0]) >= 0:
		return 1
	}
	if end := strings.IndexAny(text[1:], " \t\r\n\"/"+signs); end >= 0 {
		return end + 1
	}
	return len(text)
}
