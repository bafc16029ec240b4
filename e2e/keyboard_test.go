package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestFirstTabStopSkipsToTheContent(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	b.open(view.Partner.In(i18n.ID, "braunschweig"))
	b.tabOn()
	if class := eval[string](b, "document.activeElement.className"); class != "skip" {
		t.Fatalf("the first stop is %q", class)
	}
	b.do(chromedp.WaitVisible(chromedp.CSS(".skip")), chromedp.KeyEvent("\r"))
	b.tabOn()
	if !eval[bool](b, `document.querySelector("main").contains(document.activeElement)`) {
		t.Error("the way past the header does not lead into the content")
	}
}

func TestKeyboardIsSeenOnEveryStopUpToTheButtonOfAForm(t *testing.T) {
	t.Parallel()
	b := open(t).newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	const many = 300
	for range many {
		b.tabOn()
		if eval[bool](b, "document.activeElement.matches('"+submit+"')") {
			return
		}
	}
	t.Errorf("the button is not reached in %d stops", many)
}

// tabOn goes on to the next stop of the keyboard, which must be seen.
func (b *tab) tabOn() {
	b.t.Helper()
	b.do(chromedp.KeyEvent("\t"))
	hidden := eval[string](b, `(e => [getComputedStyle(e), getComputedStyle(e, "::after")]
		.every(s => s.outlineStyle == "none" || s.outlineWidth == "0px") ? e.outerHTML.slice(0, 160) : "")(document.activeElement)`)
	if hidden != "" {
		b.t.Errorf("nobody sees that the keyboard is at: %s", hidden)
	}
}
