package admin_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestApprovalOfATripNamesWhoGaveIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	blank := view.Admin(i18n.ID, "activities", "new")
	form := alone.get(blank + "?city=2").is(http.StatusOK).filled()
	for name, value := range map[string]string{
		"title_id": "Belajar air", "title_en": "Water visit", "nature": "protocol", "kind": "delegation", "place": "there", "purpose_id": "Belajar.", "purpose_en": "To learn.",
		"approved_on_year": "2025", "reason": "Surat tugas", "do": "submit",
	} {
		form.Set(name, value)
	}
	alone.post(blank, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Sebutkan siapa yang menyetujui")
	form.Set("approved_by_id", "Kemendagri")
	form.Set("approved_by_en", "Home Ministry")
	form.Set("approval_sought_on_year", "2024")
	alone.post(blank, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "kosongkan tanggal pencarian")
	form.Set("approval_sought_on_year", "")
	publish(alone, alone.post(blank, form).is(http.StatusSeeOther).changeOf())
	all, err := o.Activities.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if a.Title.EN == "Water visit" {
			if a.Purpose.EN != "To learn." || a.ApprovedBy.ID != "Kemendagri" || a.ApprovedOn != "2025" || a.ApprovalSoughtOn != "" {
				t.Errorf("published %+v", a)
			}
			return
		}
	}
	t.Error("the trip was not published")
}
