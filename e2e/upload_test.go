package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// watched remembers whether the progress of a file is ever shown.
const watched = `(() => {
	const bar = document.querySelector("#f-file").closest(".field").querySelector("progress");
	new MutationObserver(() => (window.progressed ||= !bar.hidden)).observe(bar, {attributes: true});
	return true;
})()`

// sent waits until the form says words about the file that went ahead of it, and tells whether its progress was shown.
const sent = `(words => new Promise(told => {
	const field = document.querySelector("#f-file").closest(".field"), look = () => field.textContent.includes(words) && told(!!window.progressed);
	new MutationObserver(look).observe(field, {childList: true, characterData: true, subtree: true});
	look();
}))`

// dropped lets a file fall on the question for one, as a hand would.
const dropped = `((name, text) => {
	const carried = new DataTransfer();
	carried.items.add(new File([text], name, {type: "text/html"}));
	document.querySelector("#f-file").closest(".field").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
	return true;
})`

func TestFileIsDroppedOrChosenRefusedInWordsAndKeptWhenTheFormIsNotYetRight(t *testing.T) {
	t.Parallel()
	b := open(t).newStaff(t, "Asep", portal.Editor)
	b.wrong.bear(http.StatusUnprocessableEntity)
	b.edit("agreements", "Braunschweig")
	b.press(`main a[href*="documents/new"]`)
	b.reads("main", i18n.ID.T("upload.drop"))
	eval[bool](b, dropped+`("naskah.html", "<html>no paper</html>")`)
	eval[bool](b, sent+`("yang diterima")`)
	b.accessible([]look{{phone, "dark"}, {desk, "light"}})

	file := filepath.Join(t.TempDir(), "naskah.pdf")
	paper := "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
	if err := os.WriteFile(file, []byte(paper), 0o600); err != nil {
		t.Fatal(err)
	}
	b.resize(phone)
	eval[bool](b, watched)
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#f-file"), []string{file}))
	if !eval[bool](b, sent+`("application/pdf")`) {
		t.Error("nothing told how far the file was")
	}
	b.fits()
	b.fill("#f-title_id", "Naskah perjanjian")
	b.fill("#f-reason", "Dari arsip")
	if status := b.tryPress(submit); status != http.StatusUnprocessableEntity {
		t.Fatalf("a document without a text alternative is taken with %d", status)
	}
	b.reads("main form", "application/pdf")
	if n := b.count(`.error-summary a[href="#f-file"]`); n != 0 {
		t.Error("the file that was kept is asked for again")
	}
	for field, words := range map[string]string{
		"#f-title_en": "The paper", "#f-language": "de", "#f-alt_text_id": "Naskah dua halaman", "#f-alt_text_en": "A paper of two pages",
	} {
		b.add(field, words)
	}
	b.handIn("Dari arsip")
	b.reads("main", "Naskah perjanjian", "application/pdf")
}
