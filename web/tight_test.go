package web

import "testing"

func TestStyleSheetIsTightenedWithoutLosingAnything(t *testing.T) {
	for css, want := range map[string]string{
		"a {\n\tcolor: red;\n}\n/* why */\nb, c {\n}\n":      "a{color: red;}b,c{}",
		"a\n  b { margin: 0  1px /* so */ 2px }":             "a b{margin: 0  1px  2px}",
		"a::after { content: \"; } \\2014  {\"; }":           "a::after{content: \"; } \\2014  {\";}",
		"@media (width > 1px) {\n\ta { x: calc(1px / 2) } }": "@media (width > 1px){a{x: calc(1px / 2)}}",
		"a { background: url(\"img/a b.svg\") } /* no end ":  "a{background: url(\"img/a b.svg\")}",
	} {
		if got := tight(css); got != want {
			t.Errorf("%q became %q, want %q", css, got, want)
		}
	}
}
