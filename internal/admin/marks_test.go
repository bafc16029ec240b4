package admin_test

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func TestRecordShowsWhetherItIsPublicApartFromWhatIsUnderWay(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, other, boss := o.person("Rina", portal.Editor), o.person("Sri", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, change := proposed(editor, "kawasaki")
	const waiting = "Situs publik: Tampil Perubahan: Menunggu tinjauan"
	boss.get(path("changes", change)).is(http.StatusOK).holds("main .marks", waiting)
	boss.get(view.Admin(i18n.ID, "changes")).is(http.StatusOK).holds("main .queue .marks", waiting)
	boss.get(view.Admin(i18n.ID)).is(http.StatusOK).holds("main .queue .marks", waiting)
	boss.get(path("cities", city.ID)).is(http.StatusOK).holds("main .marks", waiting)
	boss.get(path("cities", city.ID, "history")).is(http.StatusOK).holds("main .marks", waiting)
	boss.get(view.Admin(i18n.ID, "cities")+"?q=kawasaki").is(http.StatusOK).holds("main td .marks", strings.TrimPrefix(waiting, "Situs publik: "))
	publish(boss, change)
	if said := boss.get(path("cities", city.ID)).is(http.StatusOK).text("main .marks"); said != "Situs publik: Tampil" {
		t.Errorf("the record says %q", said)
	}
	boss.get(path("changes", change)).is(http.StatusOK).holds("main .marks", "Perubahan: Disetujui")

	draft := drafted(editor, "Pameran Baru")
	fresh := editor.get(view.Admin(i18n.ID, "programs")).is(http.StatusOK)
	fresh.holds("main .queue", "Pameran Baru")
	fresh.holds("main .queue .marks", "Situs publik: Belum tampil Perubahan: Draf")
	if strings.Contains(other.get(view.Admin(i18n.ID, "programs")).text("main"), "Pameran Baru") {
		t.Error("a draft is shown to others")
	}
	editor.post(path("changes", draft, "withdraw"), nil).is(http.StatusSeeOther)

	venue, err := o.Venues.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	form := editor.get(path("venues", venue[0].ID, "retire")).is(http.StatusOK).filled()
	form.Set("reason", "sudah tutup")
	retired := editor.post(path("venues", venue[0].ID, "retire"), form).is(http.StatusSeeOther).changeOf()
	boss.get(path("changes", retired)).is(http.StatusOK).holds("main .marks", "Situs publik: Tampil")
	publish(boss, retired)
	boss.get(path("changes", retired)).is(http.StatusOK).holds("main .marks", "Situs publik: Sudah ditarik")
	boss.get(path("venues", venue[0].ID, "history")).is(http.StatusOK).holds("main .marks", "Sudah ditarik")
}

func TestSecondDraftOfARecordIsMadeOnlyWhenAskedFor(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	city, err := o.Cities.BySlug(t.Context(), "kawasaki")
	if err != nil {
		t.Fatal(err)
	}
	first, second := editor.get(path("cities", city.ID)).filled(), editor.get(path("cities", city.ID)).filled() // two tabs
	first.Set("region", "tab satu")
	first.Set("do", "draft")
	draft := editor.post(path("cities", city.ID), first).is(http.StatusSeeOther).changeOf()
	offered := editor.get(path("cities", city.ID)).is(http.StatusOK)
	if offered.page.Find("main .notice a[href='"+path("changes", draft, "edit")+"']").Length() == 0 {
		t.Error("the draft is not offered to whoever opens the record again")
	}
	second.Set("region", "tab dua")
	second.Set("do", "autosave")
	editor.post(path("cities", city.ID), second).is(http.StatusConflict)
	second.Set("do", "draft")
	again := editor.post(path("cities", city.ID), second).is(http.StatusConflict)
	again.holds("main .notice", "Anda sudah punya draf")
	if now := again.filled(); now.Get("region") != "tab dua" {
		t.Errorf("what was typed became %q", now.Get("region"))
	}
	chosen := again.filled()
	chosen.Set("do", "draft")
	if other := editor.post(path("cities", city.ID), chosen).is(http.StatusSeeOther).changeOf(); other == draft {
		t.Error("the first draft was overwritten")
	}
	if c := changeOn(t, o, draft); !strings.Contains(string(c.After.Fields["region"]), "tab satu") {
		t.Errorf("the first draft says %s", c.After.Fields["region"])
	}
}

func TestRecordKeepsItsOldAddressWhenTheFormGivesItANewOne(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "kawasaki")
	if err != nil {
		t.Fatal(err)
	}
	form := editor.get(path("cities", city.ID)).filled()
	form.Set("slug", "kota-kawasaki")
	form.Set("reason", "alamat lebih jelas")
	form.Set("do", "submit")
	publish(boss, editor.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf())
	_, err = o.Cities.BySlug(t.Context(), "kawasaki")
	if moved, ok := err.(*store.Moved); !ok || moved.Slug != "kota-kawasaki" {
		t.Errorf("the old address gives %v", err)
	}
}
