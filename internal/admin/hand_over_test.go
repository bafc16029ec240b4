package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// shutOut takes somebody's access away.
func (p person) shutOut(other person) answer {
	p.t.Helper()
	form := url.Values{"role": {string(portal.Editor)}, "disabled": {"1"}}
	return p.post(path("staff", staffIDOf(other)), form)
}

// give hands the open changes of somebody over.
func (p person) give(from, to person) answer {
	return p.post(path("staff", staffIDOf(from), "hand-over"), url.Values{"to": {strconv.FormatInt(staffIDOf(to), 10)}})
}

func TestOpenWorkOfSomebodyWhoLeavesIsNamedAndHandedOver(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	gone, next := o.person("Rina", portal.Editor), o.person("Sari", portal.Editor)
	chief, reviewer := o.person("Kepala", portal.Administrator), o.person("Dimas", portal.Reviewer)
	draft := drafted(gone, "Pameran Rahasia")
	_, waiting := proposed(gone, "kawasaki")
	gone.limit(waiting).is(http.StatusSeeOther)
	chief.get(path("changes", draft)).is(http.StatusNotFound)

	chief.give(gone, next).is(http.StatusConflict) // who may sign in keeps their work
	if a := chief.shutOut(gone).is(http.StatusSeeOther); !strings.Contains(a.location, "saved=access_open") {
		t.Errorf("the open work is not told of: %s", a.location)
	}
	page := chief.get(path("staff", staffIDOf(gone))).is(http.StatusOK)
	page.holds("main", "Usulan yang belum selesai: 2")
	if strings.Contains(page.text("main"), "Pameran Rahasia") {
		t.Error("what a private draft is called is told")
	}
	chief.get(view.Admin(i18n.ID)+"?owner="+strconv.FormatInt(staffIDOf(gone), 10)).is(http.StatusOK).holds("main .queue", "2 usulan menunggu diserahkan")

	reviewer.give(gone, next).is(http.StatusForbidden)
	chief.give(gone, gone).is(http.StatusUnprocessableEntity).holds("main .error-summary", "Pilih orang yang bisa masuk")
	chief.give(gone, next).is(http.StatusSeeOther)

	next.get(path("changes", draft, "edit")).is(http.StatusOK)
	next.get(path("changes", draft)).is(http.StatusOK).holds("main", "Diserahkan dari Rina")
	next.post(path("changes", waiting, "withdraw"), nil).is(http.StatusSeeOther)
	chief.get(view.Admin(i18n.ID, "audit")).is(http.StatusOK).holds("main", "menyerahkan usulan")
	traces, err := o.Traces(t.Context(), store.TraceFilter{Kind: portal.TraceHandedOver})
	if err != nil || len(traces) != 2 || traces[0].Was != "Rina" || traces[0].Became != "Sari" || traces[0].Who != "Kepala" {
		t.Errorf("the audit trail tells %+v, %v", traces, err)
	}
}

func TestWhoApprovedAChangeIsNotGivenIt(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	gone, chief := o.person("Rina", portal.Editor), o.person("Kepala", portal.Administrator)
	next := o.person("Sari", portal.Editor)
	_, waiting := proposed(gone, "kawasaki")
	_, err := pool.Exec(t.Context(),
		"update changes\nset state = 'scheduled', reviewer_id = $2, reviewer = 'Kepala', publish_at = now() + interval '1 day'\nwhere id = $1", waiting, staffIDOf(chief))
	if err != nil {
		t.Fatal(err)
	}
	chief.shutOut(gone).is(http.StatusSeeOther)
	chief.give(gone, chief).is(http.StatusUnprocessableEntity).holds("main .error-summary", "sudah menyetujui")
	chief.give(gone, next).is(http.StatusSeeOther)
}

func TestSingleChangesOfSomebodyWhoLeftGoToDifferentPeople(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	gone, next, chief := o.person("Rina", portal.Editor), o.person("Sari", portal.Editor), o.person("Kepala", portal.Administrator)
	draft := drafted(gone, "Pameran")
	_, waiting := proposed(gone, "kawasaki")
	chief.shutOut(gone).is(http.StatusSeeOther)
	hand := func(to person, changes ...int64) answer {
		form := url.Values{"to": {strconv.FormatInt(staffIDOf(to), 10)}, "what": {"ticked"}}
		for _, id := range changes {
			form.Add("change", strconv.FormatInt(id, 10))
		}
		return chief.post(path("staff", staffIDOf(gone), "hand-over"), form)
	}
	hand(next).is(http.StatusUnprocessableEntity).holds("main .error-summary", "Centang usulan")
	hand(next, draft).is(http.StatusSeeOther)
	next.get(path("changes", draft, "edit")).is(http.StatusOK)
	next.post(path("changes", waiting, "withdraw"), nil).is(http.StatusForbidden)
	if n := chief.get(path("staff", staffIDOf(gone))).is(http.StatusOK).page.Find(`input[name="change"]`).Length(); n != 1 {
		t.Errorf("%d changes are left to be handed over, want 1", n)
	}
	hand(chief, waiting).is(http.StatusSeeOther)
	chief.post(path("changes", waiting, "withdraw"), nil).is(http.StatusSeeOther)
}
