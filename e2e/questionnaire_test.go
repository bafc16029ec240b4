package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestWhoTookPartAnswersOnAPhoneWithoutScriptsAndIsCounted(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor := h.newStaff(t, "Asep", portal.Editor)
	editor.edit("programs", "Little+Bandung")
	editor.press(`main a[href*="/questionnaires/new?"]`)
	editor.press(".actions button")
	editor.reads("main", i18n.ID.T("saved.questionnaire"))
	desk := editor.path()
	way := strings.TrimPrefix(eval[string](editor, `document.querySelector('main a[href*="/angket/"]').href`), h.url)

	first := h.newReader(t, phone)
	first.withoutScripts()
	for range 5 { // fewer are not shown
		first.open(way)
		for _, choice := range eval[[]string](first, `Array.from(document.querySelectorAll("main form select"), s => s.id + "=" + s.options[1].value)`) {
			id, value, _ := strings.Cut(choice, "=")
			first.do(chromedp.SetValue(chromedp.CSS("#"+id), value))
		}
		h.later(time.Minute)
		first.press("main form .actions button")
		first.reads("main", i18n.ID.T("questionnaire.thanks"))
	}
	second := h.newReader(t, phone)
	second.open(way)
	second.accessible([]look{{phone, "light"}})
	editor.open(desk)
	editor.reads("main", i18n.ID.T("questionnaire.sheets_in")+" 5")
	if n := editor.count("main section table"); n == 0 {
		t.Error("five sheets are shown as no counts")
	}
	if said := editor.words("main"); strings.Contains(said, "%") {
		t.Errorf("results are more than counts: %s", said)
	}
	editor.accessible([]look{{phone, "dark"}})
}
