package admin_test

import (
	"net/http"
	"net/url"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// published urgently is a change of the person's own, handed in and published without a review.
func publishedUrgently(p person, slug string) (portal.City, int64) {
	p.t.Helper()
	city, change := proposed(p, slug)
	form := p.get(path("changes", change, "urgent")).is(http.StatusOK).filled()
	p.post(path("changes", change, "urgent"), form).is(http.StatusUnprocessableEntity).holds(".error-summary", "tidak bisa menunggu")
	form.Set("urgent", "Nomor darurat kantor salah.")
	p.post(path("changes", change, "urgent"), form).is(http.StatusSeeOther)
	return city, change
}

func TestUrgentChangeIsPublicAtOnceAndMarkedUntilAnotherPersonReviewsIt(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	boss, peer := o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	city, change := publishedUrgently(boss, "kawasaki")
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != "baru" {
		t.Fatalf("published %q, %v", now.Region, err)
	}
	own := boss.get(path("changes", change)).is(http.StatusOK)
	own.holds("main .tag", "Belum ditinjau")
	if own.page.Find("[name=hindsight]").Length() > 0 {
		t.Error("the author is asked to review their own publication")
	}
	boss.post(path("changes", change, "review"), url.Values{"hindsight": {"kept"}}).is(http.StatusForbidden)
	peer.get(view.Admin(i18n.ID)).is(http.StatusOK).holds("main .queue", "Nomor darurat kantor salah.")
	queue := peer.get(view.Admin(i18n.ID, "changes") + "?state=unreviewed").is(http.StatusOK)
	queue.holds(".chip[aria-current]", "Belum ditinjau 1")
	queue.holds("main .queue", "Belum ditinjau")
	for _, sql := range []string{"update changes set reason = 'lain' where id = $1", "update changes set urgent = '' where id = $1", "delete from changes where id = $1"} {
		if _, err := pool.Exec(t.Context(), sql, change); err == nil {
			t.Errorf("%q was let through", sql)
		}
	}
	form := peer.get(path("changes", change)).is(http.StatusOK).filled()
	form.Set("hindsight", "kept")
	peer.post(path("changes", change, "review"), form).is(http.StatusSeeOther)
	peer.post(path("changes", change, "review"), form).is(http.StatusConflict)
	seen := boss.get(path("changes", change)).is(http.StatusOK)
	seen.holds("main", "Ditinjau Sari")
	if _, err := pool.Exec(t.Context(), "update changes set note = 'lain' where id = $1", change); err == nil {
		t.Error("a review was changed afterwards")
	}
	kinds := []portal.TraceKind{portal.TraceKept, portal.TraceUrgent, portal.TraceHandedIn}
	found, err := o.Traces(t.Context(), store.TraceFilter{Search: city.Name.ID})
	if err != nil || len(found) != len(kinds) {
		t.Fatalf("traces %v, %v", found, err)
	}
	for i, want := range kinds {
		if found[i].Kind != want {
			t.Errorf("trace %d is %s, want %s", i, found[i].Kind, want)
		}
	}
}

func TestReviewerTakesAnUrgentPublicationBackAndSaysWhy(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	boss, peer := o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	city, change := publishedUrgently(boss, "kawasaki")
	form := peer.get(path("changes", change)).is(http.StatusOK).filled()
	form.Set("hindsight", "undone")
	peer.post(path("changes", change, "review"), form).is(http.StatusUnprocessableEntity).holds(".error-summary", "Tulis catatan")
	form.Set("note", "Nomornya benar.")
	peer.post(path("changes", change, "review"), form).is(http.StatusSeeOther)
	now, err := o.Cities.ByID(t.Context(), city.ID)
	if err != nil || now.Region != city.Region || now.Name.EN != city.Name.EN {
		t.Errorf("public is %q, %q, %v", now.Region, now.Name.EN, err)
	}
	past, err := o.History(t.Context(), portal.KindCity, city.ID)
	if last := past[len(past)-1]; err != nil || last.UndoOf != change || last.Reviewer != "Sari" || last.Unreviewed() {
		t.Errorf("the last version is %+v, %v", last, err)
	}
}

func TestWhatHasChangedAgainSinceIsNotTakenBackBlindly(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss, peer := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	city, change := publishedUrgently(boss, "kawasaki")
	again := editor.get(path("cities", city.ID)).filled()
	again.Set("region", "paling baru")
	again.Set("reason", "alasan")
	again.Set("do", "submit")
	publish(peer, editor.post(path("cities", city.ID), again).is(http.StatusSeeOther).changeOf())
	form := url.Values{"hindsight": {"undone"}, "note": {"salah"}}
	peer.post(path("changes", change, "review"), form).is(http.StatusConflict).holds(".error-summary", "sudah berubah lagi")
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != "paling baru" {
		t.Errorf("public is %q, %v", now.Region, err)
	}
}

func TestOnlyReviewersPublishTheirOwnUrgently(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	for _, p := range []person{editor, boss} {
		p.get(path("changes", change, "urgent")).is(http.StatusForbidden)
		p.post(path("changes", change, "urgent"), url.Values{"revision": {"1"}, "urgent": {"cepat"}}).is(http.StatusForbidden)
	}
	_, own := proposed(boss, "suwon")
	boss.post(path("changes", own, "urgent"), url.Values{"revision": {"7"}, "urgent": {"cepat"}}).is(http.StatusConflict)
}
