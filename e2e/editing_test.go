package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestTwoPeopleWithPhonesEditOneAgreementAndNobodysWordsAreLost(t *testing.T) {
	t.Parallel()
	h := open(t)
	late, early, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Dadang", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	for _, b := range []*tab{late, early} {
		b.resize(phone)
		b.edit("agreements", "Braunschweig")
	}
	early.fill("#f-term_id", "Kata Dadang")
	early.fill("#f-term_en", "Words of Dadang")
	early.handIn("Lebih dulu")
	reviewer.approve()

	late.wrong.bear(http.StatusConflict)
	late.fill("#f-term_id", "Kata Asep")
	late.fill("#f-term_en", "Words of Asep")
	late.fill("#f-summary_id", "Ringkasan Asep")
	late.fill("#f-summary_en", "Summary of Asep")
	late.fill("#f-reason", "Belakangan")
	if status := late.tryPress(submit); status != http.StatusConflict {
		t.Fatalf("an old version is saved with %d", status)
	}
	late.reads(".diff", "Kata Dadang", "Kata Asep")
	late.accessible([]look{{phone, "dark"}})
	late.do(chromedp.Click(chromedp.CSS(`input[name="theirs.0"]:not([value=""])`)))
	late.handIn("Belakangan")
	late.reads(".diff", "Ringkasan Asep")
	reviewer.approve()
	late.edit("agreements", "Braunschweig")
	for field, words := range map[string]string{"#f-term_id": "Kata Dadang", "#f-summary_id": "Ringkasan Asep"} {
		if kept := late.value(field); kept != words {
			t.Errorf("%s says %q, not %q", field, kept, words)
		}
	}
}

func TestStaffSeeAPreviewCopyARecordCorrectManyAndBringAFile(t *testing.T) {
	eachWay(t, func(t *testing.T, w way) {
		h := open(t)
		editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
		w.take(editor, reviewer)
		editor.preview("Braunschweig")
		editor.copyOf("Melbourne")
		editor.correctMany(reviewer)
		editor.bring(reviewer)
	})
}

// preview shows the public page as it would be with a change.
func (b *tab) preview(partner string) {
	b.t.Helper()
	b.edit("agreements", partner)
	b.fill("#f-term_id", "Enam belas tahun")
	b.fill("#f-term_en", "Sixteen years")
	b.press(draft)
	b.press(`main a[href$="/preview"]`)
	b.reads("main", i18n.ID.T("preview.title"), "Enam belas tahun")
	b.fits()
}

// copyOf begins a new agreement as a copy.
func (b *tab) copyOf(partner string) {
	b.t.Helper()
	b.edit("agreements", partner)
	b.press(`main a[href*="/new?from="]`)
	if b.value("#f-title_id") == "" || b.value("#f-slug") != "" {
		b.t.Errorf("the copy of %s is called %q at %q", partner, b.value("#f-title_id"), b.value("#f-slug"))
	}
	b.fits()
	b.press(draft)
	b.reads("main", i18n.ID.T("saved.draft"), i18n.ID.T("marks.not_public"))
}

// correctMany gives two cities one region, has that published, and takes it back.
func (b *tab) correctMany(reviewer *tab) {
	b.t.Helper()
	b.open(view.Admin(i18n.ID, "cities"))
	pick := func(row string) { b.tick("tbody tr:nth-child(" + row + ") input[name=record]") }
	says := func(words string) {
		if b.plain {
			return // the bar counts by a script
		}
		b.do(chromedp.Poll[chromedp.Void](`document.querySelector(".bulk strong").textContent === "` + words + `"`))
	}
	pick("3")
	says(i18n.ID.T("bulk.picked", "1"))
	b.tick(`.bulk [type="reset"]`)
	says(i18n.ID.T("bulk.bar"))
	pick("1")
	pick("2")
	says(i18n.ID.T("bulk.picked", "2"))
	b.do(chromedp.Click(chromedp.CSS(`.bulk button[value="change"]`)), chromedp.WaitVisible(chromedp.CSS("#f-field")))
	b.fits()
	b.do(chromedp.SetValue(chromedp.CSS("#f-field"), "region"))
	b.do(chromedp.Click(chromedp.CSS("main form .button")), chromedp.WaitVisible(chromedp.CSS("#f-region")))
	b.fits()
	b.fill("#f-region", "Wilayah Uji")
	b.fill("#f-reason", "Satu ejaan")
	b.press(".actions button")
	b.reads("main table", "Wilayah Uji")
	b.fits()
	b.press(".actions button")
	set := b.path()
	reviewer.decideSet(set)
	b.undoSet(set, reviewer)
	b.open(view.Admin(i18n.ID, "cities") + "?q=Wilayah+Uji")
	if n := b.count("main table tbody a"); n != 0 {
		b.t.Errorf("after the undo %d cities have the region", n)
	}
}

// undoSet takes a set of changes back in one step.
func (b *tab) undoSet(set string, reviewer *tab) {
	b.t.Helper()
	b.open(set)
	b.press(`main a[href$="/undo"]`)
	b.fill("#f-reason", "Ternyata keliru")
	b.press(".actions button")
	reviewer.decideSet(b.path())
}

// decideSet approves a set of changes.
func (b *tab) decideSet(path string) {
	b.t.Helper()
	b.open(path)
	b.tick(`input[name="verdict"][value="apply"]`)
	b.press(`form[action$="/decide"] .actions button`)
	b.reads("main", i18n.ID.T("saved.batch_decided"))
}

// bring adds sectors from a file, after a look at what each line would do.
func (b *tab) bring(reviewer *tab) {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "bidang.csv")
	if err := os.WriteFile(file, []byte("code,name_id,name_en,field_group\nUJI,Bidang Uji,Field of Test,1\nSALAH,,,\n"), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.open(view.Admin(i18n.ID, "sectors", "import"))
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#f-file"), []string{file}))
	b.press(".actions button")
	b.press(".actions button")
	b.reads("main table", i18n.ID.T("problem.number"))
	b.fits()
	b.fill("#f-reason", "Dari daftar kota")
	b.press(".actions button")
	set := b.path()
	reviewer.decideSet(set)
	found := view.Admin(i18n.ID, "sectors") + "?q=Bidang+Uji"
	b.open(found)
	b.reads("main table", "Bidang Uji")
	b.undoSet(set, reviewer)
	b.open(found)
	if n := b.count("main table tbody a"); n != 0 {
		b.t.Errorf("after the undo %d sectors of the file are left", n)
	}
}

func TestEditFormIsFilledByKeyboardAlone(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	const city = "#f-city_id"
	b.accessible([]look{{phone, "dark"}, {desk, "light"}})
	says := func() string { return eval[string](b, `document.querySelector("`+city+`").value`) }
	b.tabOn()
	b.do(chromedp.KeyEvent("\r")) // past the header and the rail
	b.tabTo(city)
	b.do(chromedp.KeyEvent("suw"), chromedp.KeyEvent(kb.ArrowDown))
	if shown := eval[string](b, `document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.textContent || ""`); shown != "Suwon" {
		t.Errorf("the arrow chooses %q", shown)
	}
	for _, v := range b.violations(allRules) {
		t.Errorf("with its list open: %s", v)
	}
	b.do(enter())
	if at := says(); at != "Suwon" {
		t.Errorf("the field says %q", at)
	}
	if sent := eval[string](b, `document.querySelector("[name=city_id]").selectedOptions[0].text`); sent != "Suwon" {
		t.Errorf("the form sends %q", sent)
	}
	b.do(chromedp.KeyEvent("xyz"), chromedp.KeyEvent("\t"))
	if at := says(); at != "Suwon" {
		t.Errorf("what fits nothing leaves %q", at)
	}
	b.add("#f-reason", "Diketik")
	b.tabTo(submit)
	b.leave(chromedp.KeyEvent("\r"))
	b.reads("main", i18n.ID.T("saved.submitted"))
}
