package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
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

// addSources adds sources whose titles begin with a word, and returns their numbers.
func addSources(o office, pool *pgxpool.Pool, word string, n int) (ids []string) {
	o.t.Helper()
	rows, err := pool.Query(o.t.Context(), `
		insert into sources (slug, title, publisher, language, quality)
		select lower($1) || '-' || n, $1 || ' ' || n, 'Koran lama', 'id', 'unverifiable'
		from generate_series(1, $2) as n
		returning id::text`, word, n)
	if err != nil {
		o.t.Fatal(err)
	}
	if ids, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
		o.t.Fatal(err)
	}
	return ids
}

func TestEveryTickedRecordIsChangedAndNoneIsDroppedInSilence(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	editor := o.person("Rina", portal.Editor)
	ids := addSources(o, pool, "Kliping", 501)
	action := view.Admin(i18n.ID, "sources", "bulk")
	editor.get(action+"?"+url.Values{"record": ids[:111], "do": {"change"}}.Encode()).is(http.StatusOK).holds("h1", "111 catatan")
	post := url.Values{"record": ids[:111], "do": {"change"}, "field": {"publisher"}, "publisher": {"Arsip"}, "reason": {"satu nama"}, "step": {"preview"}}
	editor.post(action, post).is(http.StatusOK).holds("h1", "111 catatan")
	post["record"] = ids
	editor.post(action, post).is(http.StatusUnprocessableEntity).holds(".error-summary", "Paling banyak 500 catatan")
}

func TestAllThatAFilterFindsArePickedWithoutTicks(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	editor := o.person("Rina", portal.Editor)
	addSources(o, pool, "Kliping", 130)
	list := editor.get(view.Admin(i18n.ID, "sources") + "?q=Kliping").is(http.StatusOK)
	list.holds(".bulk", "Semua yang cocok dengan saringan: 130")
	form := list.page.Find("main form:has(.bulk)")
	q := url.Values{"do": {"change"}, "all": {form.Find("input[name=all]").AttrOr("value", "")}}
	form.Find("input[type=hidden]").Each(func(_ int, s *selection) { q.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	action := form.AttrOr("action", "")
	fields := editor.get(action + "?" + q.Encode()).is(http.StatusOK)
	fields.holds("h1", "130 catatan")
	again := url.Values{"field": {"publisher"}}
	fields.page.Find("main form.filters input").Each(func(_ int, s *selection) { again.Add(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	post := editor.get(action + "?" + again.Encode()).is(http.StatusOK).filled()
	post.Set("publisher", "Arsip")
	post.Set("reason", "satu nama")
	post.Set("step", "preview")
	editor.post(action, post).is(http.StatusOK).holds("h1", "130 catatan")
	addSources(o, pool, "Koran", 501)
	editor.get(view.Admin(i18n.ID, "sources")+"?q=Koran").is(http.StatusOK).holds(".bulk", "Persempit saringannya")
	if to := editor.get(action + "?all=1&q=Koran&do=change").is(http.StatusSeeOther).location; to != "/admin/sources?q=Koran&saved=too_many_picked" {
		t.Errorf("too many lead to %s", to)
	}
	editor.get("/admin/sources?q=Koran&saved=too_many_picked").is(http.StatusOK).holds(".notice", "Terlalu banyak catatan")
	if n := editor.get(view.Admin(i18n.ID, "sources") + "?q=Kliping+130").page.Find("input[name=all]").Length(); n != 0 {
		t.Error("all are offered where the page shows all")
	}
}
