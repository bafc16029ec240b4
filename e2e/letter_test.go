package e2e

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// send is the button of the form for letters.
const send = ".letter-form .actions button"

// write fills the form for letters and sends it, as fast as people do.
func (b *tab) write(words string) {
	b.t.Helper()
	b.add("#f-words", words)
	b.house.later(time.Minute)
	b.press(send)
}

func TestCitizenOnAPhoneReportsACorrectionAndFollowsItToItsPublication(t *testing.T) {
	eachWay(t, correctionOfACitizen)
}

func correctionOfACitizen(t *testing.T, w way) {
	h := open(t)
	citizen := h.newReader(t, phone)
	citizen.withoutScripts()
	const is, words = "Niedersachsen, Jerman", "Tulis juga negaranya: Niedersachsen, Jerman."

	citizen.open(view.Partner.In(i18n.ID, "braunschweig"))
	citizen.press(`.footer a[href^="` + view.Report.In(i18n.ID) + `"]`)
	citizen.fits()
	citizen.reads(".letter-about", "Braunschweig")
	if status := citizen.tryPress(send); status != http.StatusUnprocessableEntity {
		t.Errorf("an empty form is answered with %d", status)
	}
	citizen.fits()
	citizen.reads(".error-summary", i18n.ID.T("problem.letter_words"))
	citizen.write(words)
	citizen.fits()
	followed := citizen.path()
	code := citizen.words(".letter-code")
	citizen.reads("main", i18n.ID.T("letter.thanks"), i18n.ID.T("choice.letter_state.received"), words)

	editor, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	w.take(editor, reviewer)
	editor.press(`.queue a[href*="/letters/"]`)
	editor.reads("main", words)
	editor.press(`main a[href*="?letter="]`)
	editor.reads(".beside .aside", words)
	editor.fill("#f-region", is)
	editor.press(submit)
	editor.reads("main", i18n.ID.T("saved.submitted"))
	citizen.open(followed)
	citizen.reads("main", i18n.ID.T("choice.letter_state.accepted"))
	reviewer.approve()

	citizen.open(view.Report.In(i18n.ID))
	citizen.fill("#code", strings.ToLower(code[len(i18n.ID.T("letter.code")):]))
	citizen.press(`form:has(#code) button`)
	if at := citizen.path(); at != followed {
		t.Errorf("the code leads to %s, not to %s", at, followed)
	}
	citizen.reads("main", i18n.ID.T("letter.state.published"))
	citizen.fits()
	citizen.press(`main section:first-of-type a[href="` + view.Partner.In(i18n.ID, "braunschweig") + `"]`)
	citizen.reads("main", is)
}

func TestPagesOfLettersAreForEverybody(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newReader(t, desk)
	b.open(view.Report.In(i18n.ID) + "?about=city/1")
	b.fill("#f-email", "bukan surel")
	b.tryPress(send)
	b.accessible(allDay)
	b.fill("#f-email", "siti@contoh.example")
	b.write("Wilayahnya sudah berganti nama.")
	b.accessible(allDay)
	editor := h.newStaff(t, "Asep", portal.Editor)
	editor.accessible(byDay)
	editor.press(`.queue a[href*="/letters/"]`)
	editor.accessible(allDay)
	letter := editor.path()
	editor.press(`main a[href*="?letter="]`)
	editor.accessible(allDay)
	editor.open(letter)
	editor.add("#f-answer", "Wilayahnya belum berganti nama.")
	editor.press(`button[value="decline"]`)
	editor.accessible(byNight)
}

func TestLetterIsAnsweredOnAPhoneWithoutScriptsAndItsSenderReadsTheAnswer(t *testing.T) {
	t.Parallel()
	h := open(t)
	citizen, editor := h.newReader(t, phone), h.newStaff(t, "Asep", portal.Editor)
	way{width: phone, plain: true}.take(citizen, editor)
	const asks, answers = "Kapan arsip tahun 1960 dibuka?", "Arsipnya bisa dibaca di kantor kami sejak Januari."
	citizen.open(view.Report.In(i18n.ID))
	citizen.write(asks)
	followed := citizen.path()

	editor.open(view.Admin(i18n.ID, "letters"))
	editor.fits()
	editor.press(`.queue a[href*="/letters/"]`)
	editor.reads("main", asks)
	if status := editor.tryPress(`button[value="answer"]`); status != http.StatusUnprocessableEntity {
		t.Errorf("an answer without words is answered with %d", status)
	}
	editor.reads(".error-summary", i18n.ID.T("problem.letter_answer"))
	editor.fits()
	editor.add("#f-answer", answers)
	editor.press(`button[value="answer"]`)
	editor.reads("main", i18n.ID.T("saved.letter_answer"))
	editor.fits()
	citizen.open(followed)
	citizen.reads("main", answers)
}
