package e2e

import (
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestTranslationThatWasLeftBehindIsFoundRightAndLeavesTheTable(t *testing.T) {
	eachWay(t, foundRight)
}

func foundRight(t *testing.T, w way) {
	h := open(t)
	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	w.take(editor, reviewer)
	const is = "Judul asli yang baru"
	stale := view.Admin(i18n.ID, "translations") + "?state=" + string(portal.TranslationStale)

	editor.edit("programs", "Little Bandung")
	program := editor.path()
	editor.fill("#f-title_id", is)
	editor.handIn("Nama menurut balai kotanya.")
	reviewer.open(editor.path())
	reviewer.reads("main", i18n.ID.T("translation.leaves_behind"))
	reviewer.approve()

	editor.open(program)
	editor.reads("main", i18n.ID.T("translation.behind"))
	editor.open(stale)
	editor.reads("main table", is, "Little Bandung", i18n.ID.T("choice.translation.stale"))
	editor.fits()
	editor.press("main table form button")
	editor.reads("main", i18n.ID.T("saved.translation"))
	editor.open(stale)
	if said := editor.words("main"); strings.Contains(said, is) {
		t.Errorf("what was found right is still in the table: %s", said)
	}
	editor.open(program)
	if said := editor.words("main"); strings.Contains(said, i18n.ID.T("translation.behind")) {
		t.Error("the form still calls the translation older")
	}
}
