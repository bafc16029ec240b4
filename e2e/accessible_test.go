package e2e

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// publicPages are every kind of page that citizens see, and of records some that are unlike each other.
func publicPages(l i18n.Lang) []string {
	return []string{
		view.Home.In(l), view.Partners.In(l), view.Agreements.In(l), view.Approvals.In(l), view.Programs.In(l), view.Sources.In(l),
		view.About.In(l), view.Method.In(l), view.LegalPath.In(l), view.Glossary.In(l), view.SignIn.In(l), view.Promises.In(l), view.Venues.In(l), view.Opportunities.In(l), view.Activities.In(l), view.Visits.In(l),
		view.Benefits.In(l),
		view.Partner.In(l, "braunschweig"), view.Partner.In(l, "melbourne"), view.Partner.In(l, "cebu"),
		view.Agreement.In(l, "braunschweig"), view.Agreement.In(l, "melbourne"),
		view.Program.In(l, "seo-hongdae"), view.Program.In(l, "seo-wall"), view.Source.In(l, "bsw-de"),
		view.PulseFrame.In(l, "suwon"),
		view.APIDocs.In(l), view.APIDoc.In(l, "agreements"), view.Compare.In(l) + "?kota=suwon&kota=melbourne",
		view.Data.In(l), view.DataSet.In(l, "activities"),
		view.History.In(l), view.Recent.In(l), view.Calendar.In(l), view.RecordHistory.In(l, "agreement", "1"),
		view.Report.In(l), view.Report.In(l) + "?kind=idea", view.Report.In(l) + "?kind=document&about=agreement/1&field=signed_on",
		view.Alerts.In(l),
		view.Activities.In(l) + "?sector=xyz", view.Missing.In(l), view.Request.In(l, "agreement-1-term"), view.Privacy.In(l), view.Accessibility.In(l),
		view.Find.In(l), view.Find.In(l) + "?q=litle+bandung", view.Find.In(l) + "?q=zzqx",
	}
}

func TestPublicPagesAreForEverybody(t *testing.T) {
	t.Parallel()
	h := open(t)
	for l, looks := range map[i18n.Lang][]look{i18n.ID: byDay, i18n.EN: byNight} {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			b := h.newReader(t, desk)
			for _, path := range publicPages(l) {
				b.open(path)
				b.frugal()
				b.accessible(looks)
				b.forced()
				b.enlarged()
				b.resize(desk)
			}
			if status := b.tryOpen(view.Partner.In(l, "atlantis")); status != http.StatusNotFound {
				t.Errorf("a partner that does not exist answers %d", status)
			}
			b.accessible(looks)
		})
	}
}

// desks are the parts of addresses of all kinds of records that staff keep.
func desks(b *tab) []string {
	return eval[[]string](b, `Array.from(document.querySelectorAll(".admin-rail a")).map(a => a.pathname)`)
}

func TestPagesOfStaffAreForEverybody(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.newStaff(t, "Asep", portal.Editor).proposeADate()
	for name, walk := range map[string]func(*tab){
		"lists": (*tab).walkLists, "forms": (*tab).walkForms, "changes": (*tab).walkChanges,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			walk(h.newStaff(t, name, portal.Administrator))
		})
	}
}

// proposeADate leaves a change for a reviewer.
func (b *tab) proposeADate() {
	b.t.Helper()
	b.edit("agreements", "Braunschweig")
	b.fill("#f-signed_on_day", "25")
	b.cite("signed_on", "bsw-aktuell")
	b.handIn("Arsip kota menyebut hari berikutnya.")
}

// walkLists visits every page that the rail leads to, in both languages by turns, and a list that finds nothing.
func (b *tab) walkLists() {
	b.t.Helper()
	for i, path := range desks(b) {
		looks := byDay
		if i%2 == 1 {
			looks, path = byNight, view.Desks.EN+strings.TrimPrefix(path, view.Desks.ID)
		}
		b.open(path)
		b.accessible(looks)
	}
	b.open(view.Admin(i18n.ID, "agreements") + "?q=atlantis")
	b.accessible(allDay)
	b.open(view.Admin(i18n.ID, "reports", "2017"))
	b.accessible(byDay)
	b.open(view.Admin(i18n.EN, "links", "1"))
	b.accessible(byNight)
}

// walkForms visits the empty form of every desk and, where there are records, that of one.
func (b *tab) walkForms() {
	b.t.Helper()
	for _, path := range desks(b) {
		b.open(path)
		if b.count(`main a[href="`+path+`/new"]`) == 0 {
			continue
		}
		if b.count("main table tbody a") > 0 {
			b.press("main table tbody a")
			b.accessible(byDay)
		}
		b.open(path + "/new")
		b.accessible(byNight)
	}
	b.edit("agreements", "Braunschweig")
	b.wrong.bear(http.StatusUnprocessableEntity) // what is typed may be kept by itself before it is sent
	b.fill("#f-signed_on_day", "31")
	b.fill("#f-signed_on_month", "2")
	b.tryPress(submit)
	b.accessible(allDay)
}

// walkChanges visits what is special around one record and one person: review, history, taking out, a link for a password.
func (b *tab) walkChanges() {
	b.t.Helper()
	b.press(`.queue a[href*="/changes/"]`)
	b.accessible(allDay)
	b.history("agreements", "Braunschweig")
	b.accessible(allDay)
	b.edit("agreements", "Braunschweig")
	b.press(`main a[href$="/retire"]`)
	b.accessible(allDay)
	b.open(view.Admin(i18n.ID, "staff"))
	b.press("main table tbody a")
	b.accessible(allDay)
	b.press(`main form[action$="/invitation"] button`)
	b.accessible(allDay)
}
