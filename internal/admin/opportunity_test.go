package admin_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestOpportunityNeedsADeadlineAndIsPublishedWithOne(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	blank := view.Admin(i18n.ID, "opportunities", "new")
	form := alone.get(blank).is(http.StatusOK).filled()
	for name, value := range map[string]string{
		"title_id": "Magang di Hamamatsu", "title_en": "Internship in Hamamatsu", "who_id": "Lulusan SMK", "who_en": "Vocational graduates",
		"kind": "exchange", "reason": "Diumumkan", "do": "submit",
	} {
		form.Set(name, value)
	}
	alone.post(blank, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Pilih atau isi kolom ini")
	form.Set("deadline_on_day", "1")
	form.Set("deadline_on_month", "12")
	form.Set("deadline_on_year", "2026")
	publish(alone, alone.post(blank, form).is(http.StatusSeeOther).changeOf())
	all, err := o.Opportunities.All(t.Context())
	if err != nil || len(all) != 1 || all[0].DeadlineOn != "2026-12-01" || all[0].Kind != "exchange" {
		t.Errorf("published %+v, %v", all, err)
	}
}
