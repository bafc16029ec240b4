package e2e

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// decide is the button of a reviewer's decision.
const decide = `form[action$="decide"] .actions button`

func TestReviewerOnAPhoneApprovesAPartAndTheRestComesBack(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	citizen := h.newReader(t, phone)
	reviewer.resize(phone)
	partner := view.Partner.In(i18n.ID, "kawasaki")

	editor.edit("cities", "Kawasaki")
	editor.fill("#f-region", "Wilayah Uji")
	editor.fill("#f-native_name", "Kawasaki Uji")
	editor.handIn("Menurut laman kotanya.")

	reviewer.open(view.Admin(i18n.ID))
	reviewer.press(`.queue a[href*="/changes/"]`)
	if status := reviewer.tryPress(decide); status != http.StatusUnprocessableEntity {
		t.Errorf("a decision that nobody chose is answered with %d", status)
	}
	reviewer.reads(".error-summary", i18n.ID.T("problem.verdict"))
	reviewer.tick(`input[name="verdict"][value="part"]`)
	reviewer.tick(`input[name="field"][value="region"]`)
	if !reviewer.warns() {
		t.Error("nobody asks before a decision that was not sent is lost")
	}
	if status := reviewer.tryPress(decide); status != http.StatusUnprocessableEntity {
		t.Errorf("a part without a note is answered with %d", status)
	}
	reviewer.fits()
	reviewer.accessible(allDay)
	if n := reviewer.count(`input[name="field"]:checked`); n != 1 {
		t.Fatalf("after a refusal %d fields stand as chosen, want the one that was", n)
	}
	reviewer.add("#f-note", "Namanya dari mana?")
	reviewer.press(decide)
	reviewer.reads("main", i18n.ID.T("saved.part"))
	reviewer.fits()
	citizen.open(partner)
	citizen.reads("main", "Wilayah Uji")
	if strings.Contains(citizen.words("main"), "Kawasaki Uji") {
		t.Error("what was held back is public")
	}

	editor.open(view.Admin(i18n.ID))
	editor.press(`.queue a[href*="/changes/"]`)
	editor.reads("main", "Namanya dari mana?")
	if kept := editor.value("#f-native_name"); kept != "Kawasaki Uji" {
		t.Errorf("what was held back is %q", kept)
	}
	editor.handIn("Papan nama balai kotanya.")
	reviewer.approve()
	editor.history("cities", "Kawasaki")
	editor.reads(".queue", "Asep", "Euis", "Papan nama balai kotanya.")
}
