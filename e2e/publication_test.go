package e2e

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestDraftIsSeenByThoseNamedAloneAndPublishedAtItsTime(t *testing.T) {
	eachWay(t, publishedAtItsTime)
}

func publishedAtItsTime(t *testing.T, w way) {
	h := open(t)
	editor, other, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Dadang", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	citizen, partner := h.newReader(t, phone), view.Partner.In(i18n.ID, "kawasaki")
	const is = "Wilayah Uji Terjadwal"
	w.take(editor, other, reviewer)

	editor.edit("cities", "Kawasaki")
	editor.fill("#f-region", is)
	editor.press(draft)
	change := editor.path()
	editor.tick("details:has([name=limited]) > summary")
	editor.tick("[name=limited]")
	editor.tick(editor.choiceOf("[name=reader]", "Euis"))
	editor.press(`form[action$="/readers"] .actions button`)
	editor.reads("main", i18n.ID.T("saved.limited"), i18n.ID.T("marks.limited"))
	if status := other.tryOpen(change); status != http.StatusNotFound {
		t.Errorf("whom nobody named is answered with %d", status)
	}
	editor.press(`main a[href$="/edit"]`)
	editor.handIn("Menurut laman kotanya.")

	reviewer.open(change)
	reviewer.tick(`input[name="verdict"][value="schedule"]`)
	reviewer.fill("#f-publish_at_day", "31")
	if status := reviewer.tryPress(decide); status != http.StatusUnprocessableEntity {
		t.Errorf("half a date is answered with %d", status)
	}
	reviewer.reads(".error-summary", i18n.ID.T("problem.moment"))
	reviewer.accessible([]look{{phone, "dark"}, {desk, "light"}})
	at := h.now().Add(48 * time.Hour).In(portal.WIB)
	for part, typed := range map[string]string{
		"day": strconv.Itoa(at.Day()), "month": strconv.Itoa(int(at.Month())), "year": strconv.Itoa(at.Year()), "time": portal.TimeOfDay(at),
	} {
		reviewer.fill("#f-publish_at_"+part, typed)
	}
	reviewer.press(decide)
	reviewer.reads("main", i18n.ID.T("saved.scheduled"), portal.When(i18n.ID, at))
	citizen.open(partner)
	if strings.Contains(citizen.words("main"), is) {
		t.Error("it is public before its time")
	}
	h.later(49 * time.Hour)
	h.work(t)
	h.until(t, "it is published", "select exists (select from changes where state = 'applied' and publish_at is not null)")
	citizen.open(partner)
	citizen.reads("main", is)
}

// choiceOf is a selector of the control among those of one name whose label says some words.
func (b *tab) choiceOf(controls, words string) string {
	b.t.Helper()
	value := eval[string](b, `Array.from(document.querySelectorAll("`+controls+`")).find(c => c.closest("label").textContent.includes("`+words+`")).value`)
	return controls + `[value="` + value + `"]`
}

func TestUrgentPublicationIsMarkedUntilASecondPersonReviewsIt(t *testing.T) {
	eachWay(t, publishedUrgently)
}

func publishedUrgently(t *testing.T, w way) {
	h := open(t)
	alone, second := h.newStaff(t, "Euis", portal.Reviewer), h.newStaff(t, "Dimas", portal.Reviewer)
	citizen, partner := h.newReader(t, phone), view.Partner.In(i18n.ID, "kawasaki")
	const is = "Wilayah Uji Mendesak"
	w.take(alone, second)
	marked := i18n.ID.T("publication.unreviewed_page")

	alone.edit("cities", "Kawasaki")
	alone.fill("#f-region", is)
	alone.handIn("Ralat dari balai kota.")
	alone.press(`main a[href$="/urgent"]`)
	if status := alone.tryPress(".actions button"); status != http.StatusUnprocessableEntity {
		t.Errorf("urgency without a reason is answered with %d", status)
	}
	alone.accessible([]look{{phone, "light"}, {desk, "dark"}})
	alone.add("#f-urgent", "Wartawan menanyakannya hari ini.")
	alone.press(".actions button")
	alone.reads("main", i18n.ID.T("saved.urgent"))
	citizen.open(partner)
	citizen.reads("main", is, marked)

	second.open(view.Admin(i18n.ID))
	second.press(`.queue a[href*="/changes/"]`)
	second.reads("main", "Wartawan menanyakannya hari ini.")
	second.do(chromedp.SetValue(chromedp.CSS("#f-hindsight"), "kept"))
	second.press(`form[action$="/review"] .actions button`)
	second.reads("main", i18n.ID.T("saved.urgent_kept"))
	citizen.open(partner)
	if said := citizen.words("main"); strings.Contains(said, marked) || !strings.Contains(said, is) {
		t.Errorf("after the review the page says: %s", said)
	}
}
