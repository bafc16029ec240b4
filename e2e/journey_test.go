package e2e

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestEditorChangesADateReviewerPublishesHistoryTellsUndoRestores(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	citizen := h.newReader(t, phone)
	const was, is, reason = "24 Mei 1960", "25 Mei 1960", "Arsip kota menyebut hari berikutnya."

	editor.edit("agreements", "Braunschweig")
	editor.fill("#f-signed_on_day", "25")
	editor.cite("signed_on", "bsw-aktuell")
	editor.handIn(reason)
	if editor.count(`form[action$="decide"]`) != 0 {
		t.Error("an editor is asked to decide")
	}
	citizen.open(view.Agreement.In(i18n.ID, "braunschweig"))
	citizen.reads(".facts", was)

	reviewer.open(view.Admin(i18n.ID))
	reviewer.press(`.queue a[href*="/changes/"]`)
	reviewer.reads(".diff", was, is, "Bandung: Aktuelle Aktivitaeten")
	reviewer.reads("main", "Asep", reason)
	reviewer.approve()
	citizen.open(view.Agreement.In(i18n.ID, "braunschweig"))
	citizen.reads(".facts", is)

	editor.history("agreements", "Braunschweig")
	editor.reads(".queue", "Asep", "Euis", reason, i18n.ID.T("history.first"))
	editor.press(".queue > li:last-child form button")
	editor.press(submit)
	reviewer.approve()
	citizen.open(view.Agreement.In(i18n.ID, "braunschweig"))
	citizen.reads(".facts", was)
	editor.history("agreements", "Braunschweig")
	editor.reads(".queue", i18n.ID.T("history.restored"))
}

// history opens that of the record that a search in a desk finds first.
func (b *tab) history(section, search string) {
	b.t.Helper()
	b.edit(section, search)
	b.press(`main a[href$="/history"]`)
}

func TestRecordIsTakenOutAndBroughtBack(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, reviewer, citizen := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer), h.newReader(t, phone)
	partner := view.Partner.In(i18n.ID, "liuzhou")
	const title, why = "Pertemuan daring ulang tahun ke-20, dengan wali kota Muhammad Farhan", "Tercatat dua kali."

	editor.history("activities", "daring+ulang+tahun+ke-20")
	past := editor.address()
	editor.press(".crumbs li:nth-child(2) a")
	editor.press(`main a[href$="/retire"]`)
	editor.fill("#f-reason", why)
	editor.press(".actions button")
	citizen.open(partner)
	citizen.reads("main", title)
	reviewer.approve()
	citizen.open(partner)
	if strings.Contains(citizen.words("main"), title) {
		t.Error("an activity that was taken out is still on the site")
	}

	editor.open(past)
	editor.reads(".queue", i18n.ID.T("history.retired"), why)
	editor.press(".queue > li:last-child form button")
	editor.press(submit)
	reviewer.approve()
	citizen.open(partner)
	citizen.reads("main", title)
}

func TestEditorDoesNotDecideAndKeepsNoStaff(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor := h.newStaff(t, "Asep", portal.Editor)
	other := h.newStaff(t, "Dadang", portal.Editor)
	other.edit("sectors", "")
	other.fill("#f-name_en", "Learning together")
	other.handIn("Kata yang lebih tepat.")
	editor.open(other.path())
	if editor.count(`form[action$="decide"]`) != 0 {
		t.Error("an editor is asked to decide")
	}
	if status := editor.tryOpen(view.Admin(i18n.ID, "staff")); status != http.StatusForbidden {
		t.Errorf("the list of staff answers an editor with %d", status)
	}
}
