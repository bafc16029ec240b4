package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestCitizenReadsBraunschweigOnAPhoneWithoutScripts(t *testing.T) {
	t.Parallel()
	h := open(t)
	dates := map[i18n.Lang][]string{i18n.ID: {"24 Mei 1960", "2 Juni 1960"}, i18n.EN: {"24 May 1960", "2 June 1960"}}
	for _, l := range i18n.Langs {
		b := h.newReader(t, phone)
		b.withoutScripts()
		b.open(view.Home.In(l))
		b.fits()
		b.press(`main a[href="` + view.Partner.In(l, "braunschweig") + `"]`)
		b.fits()
		b.reads("h1", "Braunschweig")
		b.reads(".dispute", dates[l]...)
		b.labelled(l)
		if n := b.count(`.sources > li a[rel="external"]`); n < 5 {
			t.Errorf("%s names %d sources", b.address(), n)
		}
		if b.count(".menu[open]") != 0 {
			t.Error("the menu is open before anybody opens it")
		}
		b.do(chromedp.Click(chromedp.CSS(".menu > summary")))
		b.fits()
		b.press(`.menu nav a[href="` + view.Agreements.In(l) + `"]`)
		b.press(`main a[href="` + view.Agreement.In(l, "braunschweig") + `"]`)
		b.fits()
		b.reads("main", dates[l]...)
		for _, other := range i18n.Langs {
			b.press(`.langs a[hreflang="` + string(other) + `"]`)
			if at, want := b.address(), view.Agreement.In(other, "braunschweig"); at != want {
				t.Errorf("the way to the other language leads to %s, not %s", at, want)
			}
		}
	}
}

// labelled fails unless the page says how alive the tie is, in one of the words for it, and why.
func (b *tab) labelled(l i18n.Lang) {
	b.t.Helper()
	label, reason, found := strings.Cut(b.words(".vitality"), " – ")
	known := slices.ContainsFunc(portal.Labels, func(v portal.Label) bool { return l.T("vitality.label."+string(v)) == label })
	if !found || !known || reason == "" {
		b.t.Errorf("the label of life on %s says %q because of %q", b.address(), label, reason)
	}
}

func TestReaderChoosesDarkWithoutScripts(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, phone)
	b.withoutScripts()
	b.open(view.Partners.In(i18n.ID))
	b.press(`.footer button[value="dark"]`)
	if at := b.address(); at != view.Partners.In(i18n.ID) {
		t.Errorf("the choice of appearance leads to %s", at)
	}
	if b.count(`html[data-theme="dark"]`) != 1 {
		t.Error("the page is not dark")
	}
}

func TestPartnerOnPaperHasNoChromeAndNamesItsSources(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, desk)
	b.open(view.Partner.In(i18n.ID, "braunschweig"))
	b.emulate(emulation.SetEmulatedMediaParams{Media: "print"})
	b.do(
		chromedp.WaitNotVisible(chromedp.CSS(".header")), chromedp.WaitNotVisible(chromedp.CSS(".footer")),
		chromedp.WaitVisible(chromedp.CSS(".only-print")),
	)
	missing := eval[[]string](b, `Array.from(document.querySelectorAll('.sources cite a[href^="http"]'))
		.filter(a => !getComputedStyle(a, "::after").content.includes(a.getAttribute("href"))).map(a => a.href)`)
	if len(missing) > 0 {
		t.Errorf("addresses of sources that paper does not show: %q", missing)
	}
}
