package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestTwoVersionsAreComparedAndTheOlderOneIsBroughtBack(t *testing.T) {
	eachWay(t, comparedVersions)
}

func comparedVersions(t *testing.T, w way) {
	h := open(t)
	editor, reviewer, citizen := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer), h.newReader(t, phone)
	w.take(editor, reviewer)
	partner := view.Partner.In(i18n.ID, "kawasaki")
	const first, second = "Wilayah Uji Pertama", "Wilayah Uji Kedua"
	for _, region := range []string{first, second} {
		editor.edit("cities", "Kawasaki")
		editor.fill("#f-region", region)
		editor.handIn("Menurut laman kotanya.")
		reviewer.approve()
	}
	citizen.open(partner)
	citizen.reads("main", second)

	editor.history("cities", "Kawasaki")
	editor.choose(".filters select[name=from]", i18n.ID.T("history.version", 2))
	editor.choose(".filters select[name=to]", i18n.ID.T("history.version", 3))
	editor.do(chromedp.Click(chromedp.CSS(".filters button")), chromedp.WaitVisible(chromedp.CSS(".diff")))
	editor.reads("main", i18n.ID.T("history.compared", 2, 3))
	editor.reads(".diff", first, second)
	editor.accessible([]look{{phone, "dark"}})
	editor.fits()
	editor.press(`.queue form[action*="/restore"] button`)
	if kept := editor.value("#f-region"); kept != first {
		t.Errorf("the version before is brought back with %q", kept)
	}
	editor.press(submit)
	reviewer.approve()
	citizen.open(partner)
	if said := citizen.words("main"); !strings.Contains(said, first) || strings.Contains(said, second) {
		t.Errorf("after the return the page says: %s", said)
	}
	editor.history("cities", "Kawasaki")
	editor.reads(".queue", i18n.ID.T("history.restored"))
}
