package e2e

import (
	"regexp"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/web/view"
)

func TestCitizenConfirmsByTheMailInTheOutboxGetsNewsAndLeavesInOneClick(t *testing.T) {
	t.Parallel()
	h := open(t, func(c *server.Config, _ string) { c.Mails = true })
	boss, reviewer, citizen := h.newStaff(t, "Ani", portal.Administrator), h.newStaff(t, "Euis", portal.Reviewer), h.newReader(t, phone)
	citizen.withoutScripts()
	citizen.open(view.Partner.In(i18n.ID, "kawasaki"))
	citizen.press(`main a[href^="` + view.Alerts.In(i18n.ID) + `?"]`)
	citizen.fill("#f-email", "siti@contoh.example")
	h.later(time.Minute)
	citizen.press(send)
	citizen.reads("main", "Periksa kotak surat Anda.")
	citizen.fits()

	stop := h.work(t)
	h.until(t, "the mail to confirm is kept", "select count(*) = 1 from mails")
	link := regexp.MustCompile(view.Alerts.In(i18n.ID) + `/[\w-]+`)
	boss.open(view.Admin(i18n.ID, "outbox"))
	boss.press("main table tbody a")
	token := link.FindString(boss.words("main"))
	boss.accessible([]look{{phone, "dark"}})
	citizen.open(token)
	citizen.press(`form:has([value="confirm"]) button`)
	citizen.reads("main", "Tentang mitra Kawasaki")
	citizen.fits()
	stop()

	boss.resize(desk)
	boss.edit("cities", "Kawasaki")
	boss.fill("#f-region", "Wilayah Kabar")
	boss.handIn("Menurut laman kotanya.")
	reviewer.approve()
	h.later(24 * time.Hour)
	h.work(t)
	h.until(t, "the news is kept", "select count(*) = 1 from mails where plain like '%Kawasaki%' and id > (select min(id) from mails)")
	citizen.open(token)
	citizen.press(`form:has([value="end"]) button`)
	citizen.reads("main", "Alamat Anda sudah dihapus.")
}
