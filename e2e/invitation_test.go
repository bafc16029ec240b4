package e2e

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestInvitedPersonOpensTheLinkOnAPhoneAndSetsAPassword(t *testing.T) {
	eachWay(t, invited)
}

func invited(t *testing.T, w way) {
	h := open(t)
	boss := h.newStaff(t, "Ani", portal.Administrator)
	w.take(boss)
	boss.open(view.Admin(i18n.ID, "staff", "new"))
	boss.fill("#f-name", "Rina Lestari")
	boss.fill("#f-email", "rina@bandung.example")
	boss.press(".actions button")
	link := strings.TrimPrefix(boss.words("code"), h.url)
	boss.accessible(allDay)
	boss.open(view.Admin(i18n.ID, "staff"))
	boss.reads("main table", "Diundang")
	boss.accessible(byDay)
	boss.press(`main table a[href$="/2"]`)
	boss.reads("main", "Undangan belum dipakai", "Tarik undangan")
	boss.accessible(allDay)

	guest := h.newReader(t, phone)
	guest.withoutScripts()
	guest.open(link)
	guest.reads("main", "Rina Lestari", "rina@bandung.example")
	guest.fill("#f-new", "Bandung2026!!")
	guest.fill("#f-repeat", "Bandung2026!!")
	if status := guest.tryPress(".actions button"); status != http.StatusUnprocessableEntity {
		t.Errorf("a password that is easy to guess is answered with %d", status)
	}
	guest.reads("main", "mudah ditebak")
	guest.fits()
	guest.fill("#f-new", "empat kucing naik genteng")
	guest.fill("#f-repeat", "empat kucing naik genteng")
	guest.press(".actions button")
	if at := guest.path(); at != view.Admin(i18n.ID) {
		t.Errorf("the link leads to %s", at)
	}

	late := h.newReader(t, desk)
	if status := late.tryOpen(link); status != http.StatusNotFound {
		t.Errorf("a used link is answered with %d", status)
	}
	late.accessible(allDay)
}
