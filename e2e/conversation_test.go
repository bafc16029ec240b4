package e2e

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// choose takes the answer of a list that reads so.
func (b *tab) choose(list, words string) {
	b.t.Helper()
	value := eval[string](b, `Array.from(document.querySelector('`+list+`').options).find(o => o.text.includes("`+words+`")).value`)
	b.do(chromedp.SetValue(chromedp.CSS(list), value))
}

func TestStaffTalkAboutAChangeAndOneOfThemLooksAfterIt(t *testing.T) {
	eachWay(t, talkedOver)
}

func talkedOver(t *testing.T, w way) {
	h := open(t)
	editor, first, second := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer), h.newStaff(t, "Dimas", portal.Reviewer)
	w.take(editor, first, second)
	const asks, answers = "Dari papan nama yang mana?", "Papan nama di alun-alun utara."
	const comment, assign = `form[action$="/comment"] .actions button`, `form[action$="/assign"]`

	editor.edit("cities", "Kawasaki")
	editor.fill("#f-region", "Wilayah Uji")
	editor.handIn("Menurut papan nama.")
	change := editor.path()

	first.open(change)
	if status := first.tryPress(comment); status != http.StatusUnprocessableEntity {
		t.Errorf("a comment without words is answered with %d", status)
	}
	first.add("#f-words", asks)
	first.press(comment)
	first.reads("main", i18n.ID.T("saved.commented"))
	first.choose(assign+" select", "Dimas")
	first.press(assign + " button")
	first.reads("main", i18n.ID.T("saved.assigned"), i18n.ID.T("review.assigned", "Dimas"))
	first.fits()

	editor.open(change)
	editor.reads(".comments", "Euis", asks)
	editor.add("#f-words", answers)
	editor.press(comment)
	editor.fits()

	first.open(view.Admin(i18n.ID, "changes") + "?assignee=me")
	if n := first.count(`.queue a[href$="` + change + `"]`); n != 0 {
		t.Error("who gave a change away still looks after it")
	}
	second.open(view.Admin(i18n.ID, "changes") + "?assignee=me")
	second.press(`.queue a[href="` + change + `"]`)
	second.reads(".comments", asks, answers)
	second.accessible([]look{{desk, "dark"}})
	second.approve()
	second.open(change)
	second.reads(".comments", asks, answers)
}
