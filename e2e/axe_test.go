package e2e

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// axe is axe-core by Deque Systems, under the Mozilla Public License 2.0, which stands beside it.
//
//go:embed testdata/axe.min.js
var axe string

// Which rules axe judges by.
const (
	// allRules are all of WCAG 2.0 to 2.2, levels A and AA, and what axe calls good practice.
	allRules = `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}`
	// looksOnly are those whose verdict depends on colours and sizes.
	looksOnly = `{type: "rule", values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]}`
)

// look is one way to see a page.
type look struct {
	width int
	theme string
}

// A page is judged on both screens and in both themes. Looks come in pairs that differ in both: by the first a page is judged by all
// rules, by the second for its colours and sizes alone. Where a page has a twin, as in the other language, which differs in nothing that
// depends on both at once, each of the two is seen by day or by night: all rules then hold on both screens.
var (
	byDay   = []look{{desk, "light"}, {narrow, "dark"}}
	byNight = []look{{narrow, "light"}, {desk, "dark"}}
	allDay  = slices.Concat(byDay, byNight)
)

// violation is one rule that a page breaks.
type violation struct {
	ID    string
	Help  string
	Nodes []struct{ Target, HTML, Why string }
}

func (v violation) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s", v.ID, v.Help)
	for _, n := range v.Nodes {
		fmt.Fprintf(&out, "\n    %s\n      %s\n      %s", n.Target, n.HTML, n.Why)
	}
	return out.String()
}

// accessible lets axe judge the page. It also has to fit each screen. It is judged from its end, where the buttons that stick
// to the foot of the screen lie over nothing. axe is a script itself; what it judges is the same page without scripts.
func (b *tab) accessible(looks []look) {
	b.t.Helper()
	if b.plain {
		b.fits()
		return
	}
	eval[bool](b, axe+"\n;true")
	for i, look := range looks {
		rules := allRules
		if i%2 == 1 {
			rules = looksOnly
		}
		b.resize(look.width)
		b.see(look.theme)
		b.fits()
		b.picture()
		for _, v := range b.violations(rules) {
			b.t.Errorf("%s, %d wide, %s: %s", b.address(), look.width, look.theme, v)
		}
	}
}

func (b *tab) violations(rules string) []violation {
	b.t.Helper()
	return eval[[]violation](b, fmt.Sprintf(judge, rules))
}

const judge = `scrollTo(0, document.body.scrollHeight);
	axe.run(document, {runOnly: %s, resultTypes: ["violations"], preload: false}).then(found =>
		found.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.map(n => ({
			Target: n.target.flat().join(" "), HTML: n.html.slice(0, 300), Why: n.failureSummary.replace(/\s+/g, " ")
		}))})))`

// fits fails if the page must be moved sideways to be read, and names what sticks out.
func (b *tab) fits() {
	b.t.Helper()
	wide := eval[int](b, "document.documentElement.scrollWidth")
	if wide <= b.width {
		return
	}
	out := eval[[]string](b, fmt.Sprintf(`Array.from(document.body.querySelectorAll("*"))
		.filter(e => e.getBoundingClientRect().right > %d + 0.5 && e.checkVisibility({contentVisibilityAuto: true}))
		.slice(0, 6).map(e => e.outerHTML.slice(0, 160))`, b.width))
	b.t.Errorf("%s is %d wide on a screen of %d:\n  %s", b.address(), wide, b.width, strings.Join(out, "\n  "))
}
