package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/web/view"
)

func TestCitizenFindsLittleBandungByAMistypedWordAndReadsWhatCameOfIt(t *testing.T) {
	t.Parallel()
	h := open(t)
	for l, reader := range map[i18n.Lang]struct {
		width         int
		plan, outcome string
	}{
		i18n.ID: {phone, "Gedung empat lantai", "dua kafe di Seoul"},
		i18n.EN: {desk, "A building of four floors", "two cafés in Seoul"},
	} {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			b, scripts := h.newReader(t, reader.width), reader.width == desk
			way := `.nav-wide a[href="`
			if !scripts {
				b.withoutScripts()
				way = `.menu a[href="`
			}
			b.open(view.Home.In(l))
			if !scripts {
				b.do(chromedp.Click(chromedp.CSS(".menu > summary")))
			}
			b.press(way + view.Find.In(l) + `"]`)
			b.fill(searched, "litle bandung hongdea")
			b.finds(scripts)
			b.fits()
			b.reads("main [role=status]", "litle bandung hongdea", "little bandung hongdae")
			b.press(`.hits a[href="` + view.Program.In(l, "seo-hongdae") + `"]`)
			b.fits()
			b.reads("h1", "Little Bandung")
			b.reads(".table-plan", reader.plan, reader.outcome, l.T("unknown"))

			b.do(chromedp.Click(chromedp.CSS(".table-plan tbody td:nth-of-type(2) .refs a")))
			b.reads(".sources > :target", "Merdeka.com Bandung")
			if n := b.count(`.sources > :target cite a[rel="external"][href^="https://"]`); n != 1 {
				t.Errorf("the source in %s leads outside by %d links", l, n)
			}
			b.press(".sources > :target small a")
			b.reads("h1", "Ini dua lokasi Little Bandung di Korea Selatan")
			if n := b.count(`main a[href="` + view.Program.In(l, "seo-hongdae") + `"]`); n == 0 {
				t.Errorf("%s does not lead back to the program", b.address())
			}
		})
	}
}

// finds sends a search. With scripts the hits come without a new page.
func (b *tab) finds(scripts bool) {
	b.t.Helper()
	const button = "main .search .button"
	if !scripts {
		b.press(button)
		return
	}
	b.do(chromedp.Click(chromedp.CSS(button)), chromedp.WaitVisible(chromedp.CSS(".hits")))
}

func TestNothingIsMissingWithoutScripts(t *testing.T) {
	t.Parallel()
	b := open(t).newReader(t, phone)
	b.withoutScripts()
	b.open(view.Partners.In(i18n.ID))
	b.fill(`.filters [name="q"]`, "jepang")
	b.do(chromedp.SetValue(chromedp.CSS(`.filters [name="sort"]`), "name"))
	b.press(".filters > .button")
	b.fits()
	if at := b.address(); !strings.HasSuffix(at, "#"+view.PartnersID) || !strings.Contains(at, "q=jepang") || !strings.Contains(at, "sort=name") {
		t.Errorf("the filter leads to %s", at)
	}
	names := eval[[]string](b, `[...document.querySelectorAll(".pulse-name")].map(e => e.textContent.trim())`)
	if strings.Join(names, " ") != "Hamamatsu Kawasaki Toyota" {
		t.Errorf("in Japan: %q", names)
	}
	b.press(`.pulse-list a[href="` + view.Partner.In(i18n.ID, "hamamatsu") + `"]`)
	if n := b.count("button[data-copy]:not([hidden]), button[data-print]:not([hidden])"); n > 0 {
		t.Errorf("%d buttons do nothing", n)
	}
	b.reads("[data-unscripted]", i18n.ID.T("print.hint"))
	if n := b.count(".suggestions, [role=combobox]"); n > 0 {
		t.Error("a search promises suggestions that cannot come")
	}
}
