package admin_test

import (
	"net/http"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestScopeIsComparedOnlyWhereBothSidesHaveWordsThatDiffer(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	blank := view.Admin(i18n.ID, "approvals", "new")
	opened := alone.get(blank).is(http.StatusOK)
	opened.holds("main", "Satu baris, satu bidang, menurut kata-kata sumber")
	opened.holds("main", "Hanya bila kedua sisi terisi dan berbeda")
	form := opened.filled()
	for name, value := range map[string]string{
		"agreement_id": "1", "kind": "dprd", "body": "DPRD Kota Bandung", "number": "12/2024", "decision": "approved", "reason": "Dibaca dari keputusan", "do": "submit",
		"scope.0.approved_id": "Air", "scope.0.approved_en": "Water", "scope.0.turn": "wider",
	} {
		form.Set(name, value)
	}
	alone.post(blank, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Perubahan hanya dinilai bila kedua sisi terisi dan berbeda")
	form.Set("scope.0.signed_id", "Air dan sungai")
	alone.post(blank, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "kedua bahasa")
	form.Set("scope.0.signed_en", "Water and rivers")
	publish(alone, alone.post(blank, form).is(http.StatusSeeOther).changeOf())
	all, err := o.Approvals.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var scope []portal.ScopeLine
	for _, d := range all {
		if d.Number == "12/2024" {
			scope = d.Scope
		}
	}
	want := portal.ScopeLine{Approved: i18n.Text{ID: "Air", EN: "Water"}, Signed: i18n.Text{ID: "Air dan sungai", EN: "Water and rivers"}, Turn: portal.TurnWider}
	if len(scope) != 1 || scope[0] != want {
		t.Errorf("published %+v", scope)
	}
}
