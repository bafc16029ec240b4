package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
)

func TestTranslationRemembersTheVersionThatItWasMadeFrom(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	p := o.person("sari", portal.Administrator)
	program, err := o.Programs.BySlug(t.Context(), "seo-hongdae")
	if err != nil {
		t.Fatal(err)
	}
	at := path("programs", program.ID)
	publish := func(fields ...string) {
		t.Helper()
		form := p.get(at).is(http.StatusOK).filled()
		for i := 0; i < len(fields); i += 2 {
			form.Set(fields[i], fields[i+1])
		}
		form.Set("reason", "uji")
		form.Set("do", "submit")
		id := p.post(at, form).is(http.StatusSeeOther).changeOf()
		verdict := p.get(path("changes", id)).filled()
		verdict.Set("verdict", "apply")
		p.post(path("changes", id, "decide"), verdict).is(http.StatusSeeOther)
	}
	stale := func() string {
		return p.get("/admin/translations?state=stale&kind=program").is(http.StatusOK).text("main")
	}
	marked := func() bool { return strings.Contains(p.get(at).text("main"), "lebih lama daripada teks aslinya") }

	if strings.Contains(stale(), program.Title.ID) || marked() {
		t.Error("what came with the first facts is called outdated")
	}
	publish("title_en", "Another English title")
	if marked() {
		t.Error("a better translation makes the original no older")
	}
	publish("title_id", "Judul asli yang baru")
	if !strings.Contains(stale(), "Judul asli yang baru") || !marked() {
		t.Errorf("an outdated translation is not told of: %s", stale())
	}
	if link := p.get("/admin/translations?state=stale").page.Find(`a[href="` + at + `#f-title_en"]`); link.Length() != 1 {
		t.Error("no way to the field")
	}
	publish("title_en", "The new original title")
	if strings.Contains(stale(), "Judul asli yang baru") || marked() {
		t.Error("a translation that caught up is called outdated")
	}
	publish("title_id", "Judul asli yang sangat baru", "title_en", "The very new original title")
	if marked() {
		t.Error("both sides were written together")
	}
	publish("title_id", "Judul asli yang lebih baru")
	right := url.Values{"kind": {"program"}, "record": {at[strings.LastIndex(at, "/")+1:]}, "field": {"title"}}
	p.post("/admin/translations", right).is(http.StatusSeeOther)
	if strings.Contains(stale(), "Judul asli yang lebih baru") || marked() {
		t.Error("somebody found it right")
	}
	p.post("/admin/translations", right).is(http.StatusNotFound)
	p.post("/admin/translations", url.Values{"kind": {"nothing"}}).is(http.StatusNotFound)
	publish("title_id", "Judul asli yang terbaru")
	if !marked() {
		t.Error("the original has changed again since")
	}
}

func TestMissingAndCopiedTranslationsAreTold(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("sari", portal.Editor)
	long := strings.Repeat("kata ", 20)
	for _, sql := range []string{
		"update programs set plan_id = 'Hanya bahasa Indonesia', plan_en = '' where slug = 'seo-hongdae'",
		"update programs set summary_id = '" + long + "', summary_en = '" + long + "' where slug = 'seo-hongdae'",
	} {
		if _, err := pool.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	list := p.get("/en/admin/translations?kind=program").is(http.StatusOK)
	list.holds("table", "Hanya bahasa Indonesia")
	list.holds("table", "Not translated")
	list.holds("table", "The same in both languages")
	if text := p.get("/admin/translations?kind=city").text("main"); strings.Contains(text, "Hanya bahasa Indonesia") {
		t.Error("the kind of records narrows nothing")
	}
	if chips := p.get("/admin/translations?kind=program&state=missing").page.Find(`.chips a[href*="kind=program"]`); chips.Length() != 4 {
		t.Errorf("%d chips keep the kind", chips.Length())
	}
}

func TestChangeThatLeavesATranslationBehindIsToldInItsForm(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	p := o.person("sari", portal.Editor)
	program, err := o.Programs.BySlug(t.Context(), "seo-hongdae")
	if err != nil {
		t.Fatal(err)
	}
	form := p.get(path("programs", program.ID)).filled()
	form.Set("title_id", "Judul lain")
	form.Set("do", "draft")
	draft := p.post(path("programs", program.ID), form).is(http.StatusSeeOther).changeOf()
	p.get(path("changes", draft, "edit")).is(http.StatusOK).holds("main", "Terjemahan lebih lama daripada teks aslinya")
}

func TestOriginalThatComesBackIsTheOneThatItsTranslationWasMadeFrom(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	p := o.person("sari", portal.Administrator)
	program, err := o.Programs.BySlug(t.Context(), "seo-hongdae")
	if err != nil {
		t.Fatal(err)
	}
	at := path("programs", program.ID)
	send := func(where string, form url.Values) {
		t.Helper()
		form.Set("reason", "uji")
		form.Set("do", "submit")
		publish(p, p.post(where, form).is(http.StatusSeeOther).changeOf())
	}
	write := func(fields ...string) {
		t.Helper()
		form := p.get(at).is(http.StatusOK).filled()
		for i := 0; i < len(fields); i += 2 {
			form.Set(fields[i], fields[i+1])
		}
		send(at, form)
	}
	versions := func() []portal.Change {
		t.Helper()
		all, err := o.History(t.Context(), portal.KindProgram, program.ID)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	restore := func(version int) {
		t.Helper()
		draft := p.post(path("changes", versions()[version-1].ID, "restore"), url.Values{"key": {t.Name() + strconv.Itoa(len(versions()))}}).is(http.StatusSeeOther).location
		send(draft, p.get(draft).is(http.StatusOK).filled())
	}
	stale := func() answer { return p.get("/admin/translations?state=stale&kind=program").is(http.StatusOK) }
	marked := func() bool { return strings.Contains(p.get(at).text("main"), "lebih lama daripada teks aslinya") }

	first := len(versions())
	write("title_id", program.Title.ID+" diperbarui")
	list := stale()
	list.holds("tbody", "Versi "+strconv.Itoa(first))
	list.holds("tbody details ins", "diperbarui")
	compared := list.page.Find("tbody a[href*='history?from=']").AttrOr("href", "")
	p.get(compared).is(http.StatusOK).holds("main .diff", "diperbarui")
	restore(first)
	if marked() || strings.Contains(stale().text("tbody"), program.Title.ID) {
		t.Error("the original is again what the translation was made from, and it is called outdated: ", stale().text("tbody"))
	}
	restore(first + 1)
	if !marked() {
		t.Error("the original has gone again, and the translation is called right")
	}
	write("title_id", "Judul ketiga", "title_en", "The third title")
	restore(first + 1)
	if !marked() {
		t.Error("a translation that came back with another original is called right")
	}
	write("title_en", "A title of the second original")
	if marked() {
		t.Error("the translation was made anew, and is called outdated")
	}
}

func TestReviewTellsWhichTranslationsAChangeLeavesBehind(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	program, err := o.Programs.BySlug(t.Context(), "seo-hongdae")
	if err != nil {
		t.Fatal(err)
	}
	at := path("programs", program.ID)
	propose := func(title string) answer {
		t.Helper()
		form := editor.get(at).is(http.StatusOK).filled()
		form.Set("title_id", title)
		form.Set("reason", "uji")
		form.Set("do", "submit")
		change := editor.post(at, form).is(http.StatusSeeOther).changeOf()
		page := boss.get(path("changes", change)).is(http.StatusOK)
		publish(boss, change)
		return page
	}
	propose("Judul lain").holds(".diff-head", i18n.ID.T("translation.leaves_behind"))
	if back := propose(program.Title.ID).text(".diff-head"); strings.Contains(back, i18n.ID.T("translation.leaves_behind")) {
		t.Error("the original that comes back leaves nothing behind, and the review says: ", back)
	}
}
