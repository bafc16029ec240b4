package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"kotakembar/internal/portal"
)

func TestImpossibleDateStaysAsTypedAndTheSummaryLeadsToIt(t *testing.T) {
	t.Parallel()
	b := open(t).newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	for _, month := range []string{"2", "Februari"} {
		b.wrong.bear(http.StatusUnprocessableEntity) // what is typed may be kept by itself before it is sent
		b.fill("#f-signed_on_day", "31")
		b.fill("#f-signed_on_month", month)
		b.fill("#f-reason", "Alasan yang panjang")
		if status := b.tryPress(submit); status != http.StatusUnprocessableEntity {
			t.Fatalf("31 %s is answered with %d", month, status)
		}
		if title := ask(b, chromedp.Title()); !strings.HasPrefix(title, "Galat: ") {
			t.Errorf("the title does not tell that something is wrong: %s", title)
		}
		for field, typed := range map[string]string{"#f-signed_on_day": "31", "#f-signed_on_month": month, "#f-reason": "Alasan yang panjang"} {
			if kept := b.value(field); kept != typed {
				t.Errorf("%s holds %q, not %q as typed", field, kept, typed)
			}
		}
		b.do(chromedp.Click(chromedp.CSS(".error-summary a")))
		if id := eval[string](b, "document.activeElement.id"); id != "f-signed_on_day" {
			t.Errorf("the summary leads to %q", id)
		}
	}
}

func TestDoubleClickMakesOneChange(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	b.fill("#f-signed_on_day", "25")
	b.fill("#f-reason", "Klik dua kali")
	b.do(chromedp.DoubleClick(chromedp.CSS(submit)), chromedp.WaitVisible(chromedp.CSS(".notice")))
	if n := h.changes(t); n != 1 {
		t.Errorf("a double click made %d changes", n)
	}
}

func TestGoingBackAfterSavingMakesNoSecondChange(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	b.fill("#f-signed_on_day", "25")
	b.handIn("Sekali saja")
	ask(b, chromedp.WaitEvent(page.FrameNavigated, nil, chromedp.Evaluate[chromedp.Void]("history.back()")))
	b.do(chromedp.WaitVisible(chromedp.CSS(submit)))
	b.leave(chromedp.Evaluate[chromedp.Void]("document.querySelector('" + submit + "').click()"))
	if n := h.changes(t); n != 1 {
		t.Errorf("going back made %d changes", n)
	}
}

func TestSecondTabOfADraftSeesBothVersionsAndLosesNothing(t *testing.T) {
	t.Parallel()
	h := open(t)
	first := h.newStaff(t, "Asep", portal.Editor)
	first.edit("agreements", "Braunschweig")
	first.fill("#f-signed_on_day", "25")
	first.press(draft)
	first.press(`main a[href$="/edit"]`)
	second := first.another()
	second.open(first.path())

	first.fill("#f-signed_on_day", "26")
	first.press(draft)
	second.fill("#f-signed_on_day", "27")
	if status := second.tryPress(draft); status != http.StatusConflict {
		t.Fatalf("the second tab saves with %d", status)
	}
	second.reads(".diff", "26 Mei 1960", "27 Mei 1960")
	if kept := second.value("#f-signed_on_day"); kept != "27" {
		t.Errorf("the second tab holds %q", kept)
	}
	second.press(draft)
	second.reads(".diff", "27 Mei 1960")
	if n := h.changes(t); n != 1 {
		t.Errorf("two tabs made %d changes", n)
	}
}

func TestWhatWasPublishedMeanwhileStandsBesideWhatWasTyped(t *testing.T) {
	t.Parallel()
	h := open(t)
	late, early, reviewer := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Dadang", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer)
	late.edit("agreements", "Braunschweig")
	early.edit("agreements", "Braunschweig")
	early.fill("#f-signed_on_day", "25")
	early.handIn("Lebih dulu")
	reviewer.approve()

	late.wrong.bear(http.StatusConflict)
	late.fill("#f-signed_on_day", "26")
	late.fill("#f-reason", "Belakangan")
	if status := late.tryPress(submit); status != http.StatusConflict {
		t.Fatalf("an old version is saved with %d", status)
	}
	late.reads(".diff", "25 Mei 1960", "26 Mei 1960")
	late.handIn("Belakangan")
	late.reads(".diff", "25 Mei 1960", "26 Mei 1960")
}
