package e2e

import (
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestOfficeWorksOnAPhoneWithoutScripts(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	for _, b := range []*tab{editor, reviewer} {
		b.resize(phone)
		b.withoutScripts()
	}
	editor.edit("agreements", "Braunschweig")
	editor.fill("#f-term_id", "Enam belas tahun")
	editor.fill("#f-term_en", "Sixteen years")
	editor.press(draft)
	editor.reads("main", i18n.ID.T("saved.draft"))
	editor.press(`main a[href$="/edit"]`)
	editor.tick(`details.proof:has(button[value="cite.signed_on"]) > summary`)
	editor.press(`button[name="more"][value="cite.signed_on"]`)
	if kept := editor.value("#f-term_id"); kept != "Enam belas tahun" {
		t.Errorf("one more row for a source leaves %q", kept)
	}
	editor.fits()
	editor.handIn("Menurut arsip.")
	reviewer.approve()
	reviewer.fits()

	editor.open(view.Admin(i18n.ID, "documents", "new"))
	editor.brings("#f-file", paper(t, "naskah.pdf"))
	editor.fill("#f-title_id", "Naskah")
	editor.press(draft)
	editor.reads("main", i18n.ID.T("saved.draft"))
}
