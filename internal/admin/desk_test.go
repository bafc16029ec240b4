package admin_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// routes are the desks' parts of addresses.
var routes = []string{
	"cities", "agreements", "steps", "approvals", "promises", "programs", "activities", "outcomes", "opportunities", "venues", "mirrors",
	"sources", "documents", "sectors", "limits",
}

// unseeded are the desks of which the first facts bring no record.
var unseeded = []string{"documents", "opportunities"}

func TestEditorChangesAFactAndReviewerPublishesIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "braunschweig")
	if err != nil {
		t.Fatal(err)
	}
	form := editor.get(path("cities", city.ID)).is(http.StatusOK).filled()
	form.Set("region", "Niedersachsen, Jerman")
	form.Set("cite.region.0.source", "bsw-de")
	form.Set("reason", "Nama negara ditambahkan")
	form.Set("do", "submit")
	change := editor.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf()
	seen := editor.get(path("changes", change)).is(http.StatusOK)
	if seen.page.Find("input[name=verdict]").Length() > 0 {
		t.Error("the author is offered a decision")
	}
	review := boss.get(path("changes", change)).is(http.StatusOK)
	review.holds(".diff-row .diff-new p", "Niedersachsen, Jerman")
	if added := review.text(".diff-new > p:not(.diff-source) ins"); added != ", Jerman" {
		t.Errorf("marked as added: %q", added)
	}
	review.holds(".diff-new .diff-source", "Bandung/Indonesien")
	if rows := review.page.Find("section.diff-row").Length(); rows != 1 {
		t.Errorf("%d changed fields are shown, want 1", rows)
	}
	verdict := review.filled()
	verdict.Set("verdict", "apply")
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != "Niedersachsen, Jerman" {
		t.Errorf("published %q, %v", now.Region, err)
	}
	history := boss.get(path("cities", city.ID, "history")).is(http.StatusOK)
	history.holds("main .queue", "Rina")
	history.holds("main .queue", "Dimas")
	history.holds("main .queue", "Nama negara ditambahkan")
}

func TestUndoBringsTheEarlierStateBack(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "suwon")
	if err != nil {
		t.Fatal(err)
	}
	form := alone.get(path("cities", city.ID)).filled()
	form.Set("region", "salah")
	form.Set("reason", "coba")
	form.Set("do", "submit")
	publish(alone, alone.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf())
	history := alone.get(path("cities", city.ID, "history")).is(http.StatusOK)
	restore := history.page.Find("form[action$=restore]")
	if restore.Length() != 1 {
		t.Fatalf("%d ways back are offered, want one", restore.Length())
	}
	key := restore.Find("input[name=key]").AttrOr("value", "")
	first := alone.post(restore.AttrOr("action", ""), url.Values{"key": {key}}).is(http.StatusSeeOther)
	again := alone.post(restore.AttrOr("action", ""), url.Values{"key": {key}}).is(http.StatusSeeOther)
	if first.location != again.location {
		t.Errorf("a double click leads to %s and %s", first.location, again.location)
	}
	draft := alone.get(first.location).is(http.StatusOK).filled()
	draft.Set("do", "submit")
	publish(alone, alone.post(first.location, draft).is(http.StatusSeeOther).changeOf())
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != city.Region {
		t.Errorf("after undo %q, %v", now.Region, err)
	}
}

func publish(p person, change int64) {
	p.t.Helper()
	verdict := p.get(path("changes", change)).is(http.StatusOK).filled()
	verdict.Set("verdict", "apply")
	p.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
}

func TestWhatWasTypedIsNeverLost(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	form := editor.get(path("agreements", agreement.ID)).filled()
	form.Set("signed_on_day", "31")
	form.Set("signed_on_month", "Februari")
	form.Set("title_en", "")
	form.Set("cite.signed_on.0.source", "tidak-ada")
	form.Set("do", "submit")
	again := editor.post(path("agreements", agreement.ID), form).is(http.StatusUnprocessableEntity)
	for name, want := range map[string]string{"signed_on_month": "Februari", "cite.signed_on.0.source": "tidak-ada"} {
		if got := again.filled().Get(name); got != want {
			t.Errorf("%s comes back as %q, want %q", name, got, want)
		}
	}
	again.holds(".error-summary", "Tulis hari, bulan, dan tahun dengan angka")
	again.holds(".error-summary", "Judul: Isi teks bahasa Inggris")
	again.holds(".error-summary", "Tulis alasan perubahan")
	again.holds(".error-summary", "tidak-ada")
	again.page.Find(".error-summary a").Each(func(_ int, s *goquery.Selection) {
		if id := strings.TrimPrefix(s.AttrOr("href", ""), "#"); again.page.Find("[id='"+id+"']").Length() != 1 {
			t.Errorf("an error leads to #%s, which is not there", id)
		}
	})
	if title := again.text("title"); !strings.HasPrefix(title, "Galat") {
		t.Errorf("the title is %q", title)
	}
}

func TestDraftMayBreakRulesThatAHandedInChangeMayNot(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	form := editor.get(view.Admin(i18n.ID, "cities", "new")).is(http.StatusOK).filled()
	form.Set("name_id", "Utrecht")
	form.Set("do", "draft")
	draft := editor.post(view.Admin(i18n.ID, "cities", "new"), form).is(http.StatusSeeOther).changeOf()
	edit := path("changes", draft, "edit")
	form = editor.get(edit).is(http.StatusOK).filled()
	if form.Get("name_id") != "Utrecht" {
		t.Errorf("the draft holds %q", form.Get("name_id"))
	}
	form.Set("do", "submit")
	again := editor.post(edit, form).is(http.StatusUnprocessableEntity)
	again.holds(".error-summary", "Isi teks bahasa Inggris")
	again.holds(".error-summary", "Tulis alasan perubahan")
}

func TestDoubleClickSavesOneDraft(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	address := view.Admin(i18n.ID, "cities", "new")
	form := editor.get(address).filled()
	form.Set("name_id", "Utrecht")
	form.Set("do", "draft")
	first, second := editor.post(address, form).changeOf(), editor.post(address, form).changeOf()
	if first != second {
		t.Errorf("two clicks made changes %d and %d", first, second)
	}
}

func TestConflictShowsBothVersionsAndLosesNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	one, two := o.person("Rina", portal.Reviewer), o.person("Dimas", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "namur")
	if err != nil {
		t.Fatal(err)
	}
	address := path("cities", city.ID)
	late := two.get(address).filled()
	early := one.get(address).filled()
	early.Set("region", "Wallonia")
	early.Set("native_lang", "fr-BE")
	early.Set("reason", "nama baku")
	early.Set("do", "submit")
	publish(one, one.post(address, early).is(http.StatusSeeOther).changeOf())

	late.Set("region", "Région wallonne")
	late.Set("native_name", "Ville de Namur")
	late.Set("reason", "nama resmi")
	late.Set("do", "submit")
	clash := two.post(address, late).is(http.StatusConflict)
	clash.holds(".diff-now", "Wallonia")
	clash.holds(".diff-new", "Région wallonne")
	if rows := clash.page.Find("section.diff-row").Length(); rows != 1 {
		t.Errorf("%d fields clash, want the region alone", rows)
	}
	merged := clash.filled()
	for name, want := range map[string]string{"region": "Région wallonne", "native_name": "Ville de Namur", "native_lang": "fr-BE"} {
		if got := merged.Get(name); got != want {
			t.Errorf("the form holds %s = %q, want %q", name, got, want)
		}
	}
	merged.Set("do", "submit")
	publish(two, two.post(address, merged).is(http.StatusSeeOther).changeOf())
	now, err := o.Cities.ByID(t.Context(), city.ID)
	if err != nil || now.Region != "Région wallonne" || now.NativeLang != "fr-BE" {
		t.Errorf("published %+v, %v", now, err)
	}
}

func TestTwoTabsOfOneDraftClash(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	form := editor.get(view.Admin(i18n.ID, "cities", "new")).filled()
	form.Set("name_id", "Utrecht")
	form.Set("do", "draft")
	edit := path("changes", editor.post(view.Admin(i18n.ID, "cities", "new"), form).changeOf(), "edit")
	left, right := editor.get(edit).filled(), editor.get(edit).filled()
	left.Set("region", "Utrecht (provinsi)")
	left.Set("do", "draft")
	editor.post(edit, left).is(http.StatusSeeOther)
	right.Set("region", "Belanda")
	right.Set("do", "draft")
	clash := editor.post(edit, right).is(http.StatusConflict)
	clash.holds(".diff-now", "Utrecht (provinsi)")
	clash.holds(".diff-new", "Belanda")
	again := clash.filled()
	again.Set("do", "draft")
	editor.post(edit, again).is(http.StatusSeeOther)
}

func TestDraftLeftBehindIsMergedWhenItIsOpened(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	one, two := o.person("Rina", portal.Reviewer), o.person("Dimas", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "cuenca")
	if err != nil {
		t.Fatal(err)
	}
	mine := two.get(path("cities", city.ID)).filled()
	mine.Set("native_name", "Cuenca")
	mine.Set("do", "draft")
	draft := two.post(path("cities", city.ID), mine).is(http.StatusSeeOther).changeOf()
	theirs := one.get(path("cities", city.ID)).filled()
	theirs.Set("region", "El Azuay")
	theirs.Set("reason", "nama")
	theirs.Set("do", "submit")
	publish(one, one.post(path("cities", city.ID), theirs).changeOf())
	opened := two.get(path("changes", draft, "edit")).is(http.StatusOK)
	opened.holds(".notice", "digabung dengan versi terbaru")
	if form := opened.filled(); form.Get("region") != "El Azuay" || form.Get("native_name") != "Cuenca" {
		t.Errorf("the form holds %q and %q", form.Get("region"), form.Get("native_name"))
	}
}

func TestRowsGrowWithoutSavingAnything(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	address := view.Admin(i18n.ID, "steps", "new")
	form := editor.get(address).filled()
	form.Set("signatories.0.name", "Sally Capp")
	form.Set("more", "signatories")
	more := editor.post(address, form).is(http.StatusOK)
	if got := more.filled(); got.Get("signatories.0.name") != "Sally Capp" || !got.Has("signatories.3.name") {
		t.Error("the row typed is gone or no rows were added")
	}
	if _, total, err := o.Changes(t.Context(), allOf(editor, o)); err != nil || total != 0 {
		t.Errorf("%d changes were saved, %v", total, err)
	}
}

func TestRecordIsTakenOutWithAReason(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	program, err := o.Programs.BySlug(t.Context(), "kws-2019")
	if err != nil {
		t.Fatal(err)
	}
	address := path("programs", program.ID, "retire")
	form := editor.get(address).is(http.StatusOK).filled()
	again := editor.post(address, form).is(http.StatusUnprocessableEntity)
	again.holds(".error-summary", "Tulis alasan perubahan")
	form.Set("reason", "bukan program kota kembar")
	change := editor.post(address, form).is(http.StatusSeeOther).changeOf()
	if _, err := o.Programs.ByID(t.Context(), program.ID); err != nil {
		t.Errorf("gone before review: %v", err)
	}
	publish(boss, change)
	if _, err := o.Programs.ByID(t.Context(), program.ID); err == nil {
		t.Error("still public")
	}
	boss.get(path("programs", program.ID)).is(http.StatusNotFound)
	boss.get(path("programs", program.ID, "history")).is(http.StatusOK).holds("main .queue", "Ditarik dari situs")
}

func TestEveryDeskListsAndOpensItsRecordsInBothLanguages(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	for _, route := range routes {
		for _, l := range i18n.Langs {
			list := editor.get(view.Admin(l, route)).is(http.StatusOK)
			editor.get(view.Admin(l, route, "new")).is(http.StatusOK)
			first := list.page.Find("table tbody th a").First().AttrOr("href", "")
			if first == "" {
				if !slices.Contains(unseeded, route) {
					t.Errorf("%s lists no records", route)
				}
				continue
			}
			record := editor.get(first).is(http.StatusOK)
			editor.get(first + "/history").is(http.StatusOK)
			for _, page := range []answer{list, record} {
				if key := missing.FindString(page.page.Find("body").Text()); key != "" {
					t.Errorf("%s in %s shows the key %q", route, l, key)
				}
			}
		}
	}
}

// A form that is opened and handed in untouched must change nothing: no field of any kind is lost or bent on its way.
func TestFormHandedInUntouchedChangesNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	for _, route := range routes {
		editor.get(view.Admin(i18n.ID, route)).page.Find("table tbody th a").Each(func(_ int, s *goquery.Selection) {
			form := editor.get(s.AttrOr("href", "")).is(http.StatusOK).filled()
			form.Set("reason", "tidak ada")
			form.Set("do", "submit")
			a := editor.post(s.AttrOr("href", ""), form)
			if a.status != http.StatusUnprocessableEntity || !strings.Contains(a.text(".error-summary"), "Belum ada yang diubah") {
				t.Errorf("%s: %d %s", s.AttrOr("href", ""), a.status, a.text(".error-summary"))
			}
		})
	}
}
