package admin_test

import (
	"net/http"
	"strings"
	"testing"

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
