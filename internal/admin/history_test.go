package admin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func TestAnyTwoVersionsOfARecordAreCompared(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "suwon")
	if err != nil {
		t.Fatal(err)
	}
	for _, region := range []string{"Gyeonggi Utara", "Gyeonggi Selatan"} {
		form := alone.get(path("cities", city.ID)).filled()
		form.Set("region", region)
		form.Set("reason", "wilayah")
		form.Set("do", "submit")
		publish(alone, alone.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf())
	}
	address := path("cities", city.ID, "history")
	whole := alone.get(address).is(http.StatusOK)
	if n := whole.page.Find("main .queue li").Length(); n != 3 {
		t.Fatalf("%d versions are listed, want 3", n)
	}
	if whole.page.Find(".diff").Length() > 0 {
		t.Error("versions are compared that nobody chose")
	}
	if words := whole.text("main .queue li:first-child p"); !strings.Contains(words, "wilayah") {
		t.Errorf("the newest version says %q", words)
	}
	near := alone.get(address + "?from=2&to=3").is(http.StatusOK)
	if was, is := near.text(".diff-now del"), near.text(".diff-new ins"); was != "Utara" || is != "Selatan" {
		t.Errorf("marked %q and %q", was, is)
	}
	turned := alone.get(address + "?from=3&to=2").is(http.StatusOK)
	if turned.text(".diff-now del") != "Utara" {
		t.Error("the later version stands first")
	}
	alone.get(address+"?from=1&to=3").is(http.StatusOK).holds(".diff-new", "Gyeonggi Selatan")
	alone.get(address+"?from=2&to=2").is(http.StatusOK).holds("main", "Kedua versi ini sama")
	for _, none := range []string{"?from=0&to=3", "?from=1&to=4", "?from=x&to=-1", "?from=1", "?from=99999999999999999999&to=1"} {
		if alone.get(address+none).is(http.StatusOK).page.Find(".diff").Length() > 0 {
			t.Errorf("%s compares something", none)
		}
	}
}

func TestRecordThatComesBackAfterItWasTakenOutIsCalledRestoredAndNotNew(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	p := o.person("sari", portal.Administrator)
	var id int64
	all, err := o.Mirrors.All(t.Context())
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	id = all[0].ID
	form := p.get(path("mirrors", id, "retire")).is(http.StatusOK).filled()
	form.Set("reason", "uji")
	publish(p, p.post(path("mirrors", id, "retire"), form).is(http.StatusSeeOther).changeOf())
	versions, err := o.History(t.Context(), portal.KindMirror, id)
	if err != nil {
		t.Fatal(err)
	}
	draft := p.post(path("changes", versions[0].ID, "restore"), url.Values{"key": {"k"}}).is(http.StatusSeeOther).location
	page := p.get(draft).is(http.StatusOK)
	page.holds("h1", "Pulihkan")
	send := page.filled()
	send.Set("do", "submit")
	change := p.post(draft, send).is(http.StatusSeeOther).changeOf()
	p.get(path("changes", change)).holds("main strong", "dipulihkan")
	publish(p, change)
	history := p.get(path("mirrors", id, "history")).is(http.StatusOK)
	history.holds("main", i18n.ID.T("history.revived"))
	if strings.Count(history.text("main"), i18n.ID.T("history.first")) != 1 {
		t.Error("a record is first published once: ", history.text("main"))
	}
}
