package e2e

import (
	"net/http"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

const (
	addFile   = `button[name="do"][value="new_file"]`
	newFile   = "#f-new_file-file"
	foldedOut = `details.proof:has(` + addFile + `)`
)

// attach puts a file into the form of a record, and leaves what else is asked of it to the caller.
func (b *tab) attach(t *testing.T, name string) {
	t.Helper()
	if b.count(foldedOut+"[open]") == 0 {
		b.tick(foldedOut + " > summary")
	}
	b.brings(newFile, paper(t, name))
}

// describe answers what is asked of such a file.
func (b *tab) describe(title string) {
	for field, words := range map[string]string{
		"title_id": title, "title_en": "The paper", "alt_text_id": "Naskah dua halaman", "alt_text_en": "A paper of two pages",
	} {
		b.add("#f-new_file-"+field, words)
	}
}

func TestFileIsAddedInTheFormOfARecordOnAPhoneWithoutScripts(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	for _, b := range []*tab{editor, reviewer} {
		b.resize(phone)
		b.withoutScripts()
	}
	editor.wrong.bear(http.StatusUnprocessableEntity)
	editor.edit("agreements", "Braunschweig")
	editor.fill("#f-term_id", "Enam belas tahun")
	editor.fill("#f-term_en", "Sixteen years")
	editor.attach(t, "naskah.pdf")
	editor.fits()
	if status := editor.tryPress(addFile); status != http.StatusUnprocessableEntity {
		t.Errorf("a file without words is taken with %d", status)
	}
	editor.reads(foldedOut, "application/pdf")
	editor.describe("Naskah perjanjian")
	editor.press(addFile)
	editor.reads(foldedOut, i18n.ID.T("document.offer_done", "Naskah perjanjian"))
	if kept := editor.value("#f-term_id"); kept != "Enam belas tahun" {
		t.Errorf("adding a file leaves %q", kept)
	}
	editor.handIn("Menurut arsip.")

	reviewer.open(editor.path())
	change := reviewer.path()
	reviewer.reads("main", i18n.ID.T("review.files_first"))
	reviewer.fits()
	reviewer.press(`main .notice a[href*="/changes/"]`)
	reviewer.tick(`input[name="verdict"][value="apply"]`)
	reviewer.press(`main form.form button:not(.vh)`)
	reviewer.open(change)
	reviewer.tick(`input[name="verdict"][value="apply"]`)
	reviewer.press(`main form.form button:not(.vh)`)
	reviewer.reads("main", i18n.ID.T("saved.applied"))
}

func TestFileIsDroppedIntoTheFormOfARecordAndShownOnItsWay(t *testing.T) {
	t.Parallel()
	b := open(t).newStaff(t, "Asep", portal.Editor)
	b.wrong.bear(http.StatusUnprocessableEntity)
	b.edit("programs", "Little Bandung")
	b.fill("#f-reason", "Dari arsip")
	b.tick(foldedOut + " > summary")
	b.reads(foldedOut, i18n.ID.T("upload.drop"))
	eval[bool](b, `(() => {
		const carried = new DataTransfer(), field = document.querySelector("`+newFile+`").closest(".field");
		carried.items.add(new File(["<html>no paper</html>"], "naskah.html", {type: "text/html"}));
		field.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
		return true;
	})()`)
	b.sentAhead("yang diterima")
	eval[bool](b, `(() => {
		const bar = document.querySelector("`+newFile+`").closest(".field").querySelector("progress");
		new MutationObserver(() => (window.progressed ||= !bar.hidden)).observe(bar, {attributes: true});
		return true;
	})()`)
	b.attach(t, "naskah.pdf")
	if !b.sentAhead("application/pdf") {
		t.Error("nothing told how far the file was")
	}
	b.describe("Naskah program")
	b.said("Tersimpan sebagai draf")
	b.accessible([]look{{phone, "dark"}, {desk, "light"}})
	b.press(addFile)
	b.reads(foldedOut, i18n.ID.T("document.offer_done", "Naskah program"))
	if kept := b.value("#f-reason"); kept != "Dari arsip" {
		t.Errorf("adding a file leaves %q", kept)
	}
}

// sentAhead waits until the form says words about a file that went ahead of it, and tells whether its progress was shown.
func (b *tab) sentAhead(words string) bool {
	return eval[bool](b, `(words => new Promise(told => {
		const field = document.querySelector("`+newFile+`").closest(".field"), look = () => field.textContent.includes(words) && told(!!window.progressed);
		new MutationObserver(look).observe(field, {childList: true, characterData: true, subtree: true});
		look();
	}))("`+words+`")`)
}
