package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func cityNumbers(o office, slugs ...string) (ids []string) {
	o.t.Helper()
	for _, slug := range slugs {
		city, err := o.Cities.BySlug(o.t.Context(), slug)
		if err != nil {
			o.t.Fatal(err)
		}
		ids = append(ids, strconv.FormatInt(city.ID, 10))
	}
	return ids
}

func TestOneFieldOfTickedRecordsIsChangedAsOneSet(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	list := editor.get(view.Admin(i18n.ID, "cities")).is(http.StatusOK)
	action := list.page.Find("main form:has(.bulk)").AttrOr("action", "")
	if list.page.Find("main input[type=checkbox][name=record]").Length() == 0 || action != "/admin/cities/bulk" {
		t.Fatalf("nothing can be ticked, or leads to %q", action)
	}
	ids := cityNumbers(o, "kawasaki", "suwon")
	q := url.Values{"record": ids, "do": {"change"}}
	fields := editor.get(action + "?" + q.Encode()).is(http.StatusOK)
	fields.holds("main", "Suwon")
	if first := fields.page.Find("main select[name=field] option").First(); first.AttrOr("value", "?") != "" {
		t.Errorf("a field is chosen before anybody chose: %q", first.Text())
	}
	if fields.page.Find("option[value=name], option[value=lat]").Length() != 0 {
		t.Error("what only one record can be called or where it lies is offered for many")
	}
	if fields.page.Find("option[value=region]").Length() != 1 || fields.page.Find("option[value=slug]").Length() != 0 {
		t.Error("the region cannot be chosen, or the address can")
	}
	q.Set("field", "region")
	form := editor.get(action + "?" + q.Encode()).is(http.StatusOK).filled()
	form.Set("region", "Wilayah Baru")
	form.Set("step", "preview")
	editor.post(action, form).is(http.StatusUnprocessableEntity).holds(".error-summary", "alasan")
	form.Set("reason", "satu ejaan")
	preview := editor.post(action, form).is(http.StatusOK)
	preview.holds("main table", "Wilayah Baru")
	preview.holds("h1", "2 catatan")
	submit := preview.filled()
	submit.Set("step", "submit")
	set := editor.post(action, submit).is(http.StatusSeeOther).location
	if again := editor.post(action, submit).is(http.StatusSeeOther).location; again != set {
		t.Errorf("a second post makes another set: %s, then %s", set, again)
	}
	boss.post(strings.TrimSuffix(set, "?saved=submitted")+"/decide", approval(boss.get(set))).is(http.StatusSeeOther)
	for _, slug := range []string{"kawasaki", "suwon"} {
		if city, err := o.Cities.BySlug(t.Context(), slug); err != nil || city.Region != "Wilayah Baru" {
			t.Errorf("%s lies in %q, %v", slug, city.Region, err)
		}
	}
	same := editor.post(action, form).is(http.StatusOK)
	same.holds("main table", "Belum ada yang diubah")
	same.holds(".notice", "Tidak ada catatan yang akan berubah")
}

func TestTickedRecordsAreTakenOutUnlessOthersNameThem(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	action := view.Admin(i18n.ID, "cities", "bulk")
	post := url.Values{"record": cityNumbers(o, "kawasaki"), "do": {"retire"}, "reason": {"ganda"}, "step": {"preview"}}
	editor.post(action, post).is(http.StatusOK).holds("main table", "Catatan lain masih merujuk")
	editor.get(action).is(http.StatusSeeOther)
	editor.get(action + "?record=x&record=-1").is(http.StatusSeeOther)
	editor.post(action, url.Values{"record": {"999999"}, "do": {"retire"}, "reason": {"x"}}).is(http.StatusUnprocessableEntity)
	editor.post(action, url.Values{"record": post["record"], "field": {"slug"}, "reason": {"x"}}).is(http.StatusUnprocessableEntity)
}
