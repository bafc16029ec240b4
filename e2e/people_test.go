package e2e

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// person opens the page of somebody on the list of staff.
func (b *tab) person(name string) {
	b.t.Helper()
	b.open(view.Admin(i18n.ID, "staff"))
	b.press(`main table a[href="` + eval[string](b, `Array.from(document.querySelectorAll("main table a")).find(a => a.textContent.includes("`+name+`")).pathname`) + `"]`)
}

// signedOut fails unless the next page of the tab asks who its reader is.
func (b *tab) signedOut() {
	b.t.Helper()
	b.open(view.Admin(i18n.ID))
	if at := b.path(); at != view.SignIn.In(i18n.ID) {
		b.t.Errorf("whose session has ended is at %s", at)
	}
}

func TestAdministratorGivesARoleClosesAccessAndHandsTheWorkOver(t *testing.T) {
	eachWay(t, whoLeaves)
}

func whoLeaves(t *testing.T, w way) {
	h := open(t)
	boss, leaver, heir := h.newStaff(t, "Ani", portal.Administrator), h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Dadang", portal.Editor)
	citizen := h.newReader(t, phone)
	w.take(boss, leaver, heir)
	const handedIn, begun = "Wilayah yang Diajukan", "Wilayah yang Belum Selesai"
	leaver.edit("cities", "Kawasaki")
	leaver.fill("#f-region", handedIn)
	leaver.handIn("Menurut laman kotanya.")
	leaver.edit("cities", "Suwon")
	leaver.fill("#f-region", begun)
	leaver.press(draft)
	draft := leaver.path()

	boss.person("Dadang")
	boss.choose("#f-role", i18n.ID.T("choice.role.reviewer"))
	boss.press("main form.form .actions button")
	boss.reads("main", i18n.ID.T("saved.access"))
	heir.approve()
	citizen.open(view.Partner.In(i18n.ID, "kawasaki"))
	citizen.reads("main", handedIn)

	boss.person("Asep")
	boss.do(chromedp.Click(chromedp.CSS("[name=disabled]")))
	boss.press("main form.form .actions button")
	boss.reads("main", i18n.ID.T("saved.access_open"))
	boss.fits()
	boss.accessible([]look{{phone, "dark"}})
	leaver.signedOut()
	if status := leaver.signIn("asep@bandung.example", password); status != http.StatusUnprocessableEntity {
		t.Errorf("whose access is closed is answered with %d", status)
	}
	boss.choose(`form[action$="/hand-over"] select`, "Dadang")
	boss.press(`form[action$="/hand-over"] button:not([name])`)
	boss.reads("main", i18n.ID.T("saved.handed_over"))

	heir.open(draft)
	heir.reads("main", i18n.ID.T("handover.from", "Asep"))
	heir.press(`main a[href$="/edit"]`)
	if kept := heir.value("#f-region"); kept != begun {
		t.Errorf("the work is handed over with %q", kept)
	}
	heir.handIn("Melanjutkan pekerjaan Asep.")
}

func TestSessionsAreEndedByTheirOwnerAndByAnAdministrator(t *testing.T) {
	eachWay(t, endedSessions)
}

func endedSessions(t *testing.T, w way) {
	h := open(t)
	boss, here, there := h.newStaff(t, "Ani", portal.Administrator), h.newStaff(t, "Asep", portal.Editor), h.newReader(t, desk)
	w.take(boss, here, there)
	there.open(view.SignIn.In(i18n.ID))
	there.signIn("asep@bandung.example", password)
	here.open(view.Admin(i18n.ID, "security"))
	if n := here.count(`main table form[action$="/sessions"]`); n != 1 {
		t.Errorf("%d other sessions are shown, want the one", n)
	}
	here.fits()
	here.press(`section > .stack > form[action$="/sessions"] button`)
	here.reads("main", i18n.ID.T("saved.sessions"))
	there.signedOut()
	here.open(view.Admin(i18n.ID))

	boss.person("Asep")
	boss.fits()
	boss.press(`section > .stack > form[action$="/sessions"] button`)
	boss.reads("main", i18n.ID.T("saved.sessions"))
	here.signedOut()
}
