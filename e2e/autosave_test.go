package e2e

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/portal"
)

// said waits until the form says words about what was typed.
func (b *tab) said(words string) {
	b.t.Helper()
	eval[bool](b, `new Promise(told => {
		const state = document.querySelector("[data-save-state]"), look = () => state.textContent.includes("`+words+`") && told(true);
		new MutationObserver(look).observe(state, {childList: true, characterData: true, subtree: true});
		look();
	})`)
}

// warns tells whether the page asks before somebody leaves it.
func (b *tab) warns() bool {
	b.t.Helper()
	return eval[bool](b, `!dispatchEvent(new Event("beforeunload", {cancelable: true}))`)
}

func TestWhatIsTypedBecomesADraftAndAReloadGoesOnWithIt(t *testing.T) {
	t.Parallel()
	for _, width := range []int{desk, phone} {
		h := open(t)
		b := h.newStaff(t, "Asep", portal.Editor)
		b.resize(width)
		b.edit("agreements", "Braunschweig")
		record := b.path()
		b.fill("#f-term_id", "Empat tahun")
		b.said("Tersimpan sebagai draf")
		draft := b.path()
		if draft == record || h.changes(t) != 1 {
			t.Fatalf("%d drafts, at %s", h.changes(t), draft)
		}
		b.open(draft)
		if kept := b.value("#f-term_id"); kept != "Empat tahun" {
			t.Errorf("after a reload the form holds %q", kept)
		}
		b.fits()
		b.fill("#f-term_en", "Four years")
		b.handIn("Naskah, pasal 7")
		if n := h.changes(t); n != 1 {
			t.Errorf("one form made %d changes", n)
		}
	}
}

func TestNobodyLeavesUnsavedWordsByMistake(t *testing.T) {
	t.Parallel()
	b := open(t).newStaff(t, "Asep", portal.Editor)
	b.wrong.bear(http.StatusUnprocessableEntity)
	b.edit("agreements", "Braunschweig")
	if b.warns() {
		t.Error("a form that nobody touched is warned of")
	}
	b.fill("#f-signed_on_month", "Mei")
	b.said("belum bisa dibaca")
	if !b.warns() {
		t.Error("nobody is warned before unsaved words are left")
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("f-signed_on_month").select()`))
	b.add("#f-signed_on_month", "6")
	b.said("Tersimpan sebagai draf")
	if b.warns() {
		t.Error("what is saved is warned of")
	}
}

func TestWordsOutliveAConnectionThatIsAway(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	b.do(chromedp.Evaluate[chromedp.Void](`window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError("away"))`))
	b.fill("#f-term_id", "Di kereta")
	b.said("tidak ada sambungan")
	if !b.warns() || h.changes(t) != 0 {
		t.Errorf("warned: %v, drafts: %d", b.warns(), h.changes(t))
	}
	b.do(chromedp.Evaluate[chromedp.Void](`window.fetch = window.real; dispatchEvent(new Event("online"))`))
	b.said("Tersimpan sebagai draf")
	if n := h.changes(t); n != 1 {
		t.Errorf("%d drafts", n)
	}
}

func TestWordsOutliveASessionThatEnds(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.wrong.bear(http.StatusUnauthorized)
	b.edit("agreements", "Braunschweig")
	if _, err := h.pool.Exec(t.Context(), "delete from sessions"); err != nil {
		t.Fatal(err)
	}
	b.fill("#f-term_id", "Setelah rapat")
	b.said("sesi Anda berakhir")
	door := b.another()
	door.open(eval[string](b, `document.querySelector("[data-save-state] a").getAttribute("href")`))
	door.signIn("asep@bandung.example", password)
	b.do(chromedp.Evaluate[chromedp.Void](`dispatchEvent(new Event("focus"))`))
	b.said("Tersimpan sebagai draf")
	if n := h.changes(t); n != 1 {
		t.Errorf("%d drafts", n)
	}
}
