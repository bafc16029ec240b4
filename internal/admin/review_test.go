package admin_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// proposed is a change of two fields of a city, handed in.
func proposed(p person, slug string) (portal.City, int64) {
	p.t.Helper()
	city, err := p.Cities.BySlug(p.t.Context(), slug)
	if err != nil {
		p.t.Fatal(err)
	}
	form := p.get(path("cities", city.ID)).filled()
	form.Set("region", "baru")
	form.Set("name_en", "New name")
	form.Set("reason", "alasan")
	form.Set("do", "submit")
	return city, p.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf()
}

func TestReviewerApprovesAPartAndReturnsTheRest(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, change := proposed(editor, "kawasaki")
	review := boss.get(path("changes", change))
	verdict := url.Values{"revision": {review.filled().Get("revision")}, "verdict": {"part"}, "field": {"name_en"}}
	again := boss.post(path("changes", change, "decide"), verdict).is(http.StatusUnprocessableEntity)
	again.holds(".error-summary", "Tulis catatan untuk pengusul")
	if again.page.Find("#f-note[aria-invalid]").Length() != 1 {
		t.Error("nothing at the note says that it is missing")
	}
	verdict = again.filled() // as a browser sends what it is shown
	if got := verdict["field"]; !slices.Equal(got, []string{"name_en"}) || verdict.Get("verdict") != "part" {
		t.Fatalf("after a refusal %q stands as chosen of %q", got, verdict.Get("verdict"))
	}
	verdict.Set("note", "dari mana wilayahnya?")
	boss.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	now, err := o.Cities.ByID(t.Context(), city.ID)
	if err != nil || now.Name.EN != "New name" || now.Region != city.Region {
		t.Errorf("published %q and %q, %v", now.Name.EN, now.Region, err)
	}
	tasks := editor.get(view.Admin(i18n.ID)).is(http.StatusOK)
	tasks.holds("main .queue", "Dikembalikan")
	tasks.holds("main .queue", "dari mana wilayahnya?")
	done := boss.get(path("changes", change)).is(http.StatusOK)
	done.holds("main", "Disetujui sebagian")
	rest := done.page.Find("a:contains('Isian yang ditahan')").AttrOr("href", "")
	editor.get(rest).is(http.StatusOK).holds("main", "baru")
	traces, err := o.Traces(t.Context(), store.TraceFilter{Kind: portal.TracePartApplied, Size: 2})
	if err != nil || len(traces) != 1 || traces[0].AboutID != change {
		t.Errorf("the audit trail tells %v, %v", traces, err)
	}
}

func TestNothingIsDecidedWhereNothingWasChosen(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, change := proposed(editor, "kawasaki")
	review := boss.get(path("changes", change)).is(http.StatusOK)
	if ticked := review.filled()["field"]; len(ticked) > 0 {
		t.Errorf("fields without a source stand as chosen: %q", ticked)
	}
	idle := boss.post(path("changes", change, "decide"), review.filled()).is(http.StatusUnprocessableEntity)
	idle.holds(".error-summary a[href='#f-verdict']", "Pilih keputusan")
	if now, err := o.Cities.ByID(t.Context(), city.ID); err != nil || now.Region != city.Region {
		t.Errorf("published %q, %v", now.Region, err)
	}
}

func TestNewRecordAssertsNothingThatNobodyChose(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := view.Admin(i18n.ID, "activities", "new")
	form := editor.get(at).is(http.StatusOK).filled()
	for _, name := range []string{"nature", "kind"} {
		if got := form.Get(name); got != "" {
			t.Errorf("%s is %q before anybody has chosen", name, got)
		}
	}
	form.Set("title_id", "Lokakarya")
	form.Set("do", "draft")
	editor.post(at, form).is(http.StatusSeeOther)
	form = editor.get(at).filled()
	form.Set("title_id", "Lokakarya")
	form.Set("do", "submit")
	refused := editor.post(at, form).is(http.StatusUnprocessableEntity)
	if refused.page.Find(`select#f-nature[aria-invalid], select#f-kind[aria-invalid]`).Length() != 2 {
		t.Errorf("nobody is asked to choose: %s", refused.text(".error-summary"))
	}
}

func TestRefusalForARoleStandsInTheAuditTrail(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	editor.get(view.Admin(i18n.ID, "staff")).is(http.StatusForbidden)
	traces, err := o.Traces(t.Context(), store.TraceFilter{Kind: portal.TraceRoleRefused, Size: 2})
	if err != nil || len(traces) != 1 || traces[0].Who != "Rina" || traces[0].About != "GET /admin/staff" {
		t.Errorf("the audit trail tells %v, %v", traces, err)
	}
}

func TestEditorMayNotDecide(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, other := o.person("Rina", portal.Editor), o.person("Sri", portal.Editor)
	_, change := proposed(editor, "kawasaki")
	other.post(path("changes", change, "decide"), url.Values{"revision": {"1"}, "verdict": {"apply"}}).is(http.StatusForbidden)
}

func TestDecisionOnAnotherRevisionIsAConflict(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	boss.post(path("changes", change, "decide"), url.Values{"revision": {"7"}, "verdict": {"apply"}}).is(http.StatusConflict)
	boss.post(path("changes", change, "decide"), url.Values{"revision": {"x"}, "verdict": {"apply"}}).is(http.StatusUnprocessableEntity)
}

func TestDraftIsItsAuthorsAlone(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	form := editor.get(view.Admin(i18n.ID, "cities", "new")).filled()
	form.Set("do", "draft")
	draft := editor.post(view.Admin(i18n.ID, "cities", "new"), form).is(http.StatusSeeOther).changeOf()
	boss.get(path("changes", draft)).is(http.StatusNotFound)
	boss.get(path("changes", draft, "edit")).is(http.StatusNotFound)
	boss.post(path("changes", draft, "withdraw"), nil).is(http.StatusNotFound)
	editor.post(path("changes", draft, "withdraw"), nil).is(http.StatusSeeOther)
	if a := editor.get(path("changes", draft, "edit")).is(http.StatusSeeOther); a.changeOf() != draft {
		t.Errorf("editing a withdrawn change leads to %s", a.location)
	}
}

func TestChangeLeftBehindIsShownAsSuchAndOnlyReturned(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, first := proposed(editor, "kawasaki")
	_, second := proposed(o.person("Sri", portal.Editor), "kawasaki")
	open := boss.get(path("changes", second)).filled()
	publish(boss, first)
	open.Set("verdict", "part")
	open.Set("field", "region")
	open.Set("note", "wilayahnya dari mana?")
	late := boss.post(path("changes", second, "decide"), open).is(http.StatusConflict)
	late.holds("textarea[name=note]", "wilayahnya dari mana?")
	late.holds(".error-summary", "berubah sejak halaman ini dibuka")
	stale := boss.get(path("changes", second)).is(http.StatusOK)
	stale.holds(".notice", "Kembalikan kepada pengusul")
	stale.holds("main h2", "Yang terbit sejak usulan dimulai")
	if stale.page.Find("input[name=verdict][value=apply]").Length() > 0 {
		t.Error("approval is offered for a change that cannot be published")
	}
}

func TestBackButtonAndOtherAnswersMakeAChangeOfTheirOwn(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	city, err := o.Cities.BySlug(t.Context(), "seoul")
	if err != nil {
		t.Fatal(err)
	}
	form := editor.get(path("cities", city.ID)).filled()
	form.Set("region", "Satu")
	form.Set("reason", "alasan")
	form.Set("do", "submit")
	first := editor.post(path("cities", city.ID), form).is(http.StatusSeeOther).changeOf()
	form.Set("region", "Dua")
	again := editor.post(path("cities", city.ID), form).is(http.StatusConflict)
	again.holds(".notice", "sudah menjadi usulan")
	typed := again.filled()
	if typed.Get("region") != "Dua" {
		t.Errorf("the form holds %q", typed.Get("region"))
	}
	typed.Set("do", "submit")
	if second := editor.post(path("cities", city.ID), typed).is(http.StatusSeeOther).changeOf(); second == first {
		t.Error("the second text stands nowhere")
	}
}

// upload posts a form together with a file, nil for none.
func (p person) upload(path string, form url.Values, file []byte) answer {
	p.t.Helper()
	return p.uploadAs("file", path, form, file)
}

// uploadAs posts a form with a file in the question of a name.
func (p person) uploadAs(name, path string, form url.Values, file []byte) answer {
	p.t.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for field, values := range form {
		for _, v := range values {
			if err := parts.WriteField(field, v); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	if file != nil {
		part, err := parts.CreateFormFile(name, "naskah.pdf")
		if err == nil {
			_, err = part.Write(file)
		}
		if err != nil {
			p.t.Fatal(err)
		}
	}
	if err := parts.Close(); err != nil {
		p.t.Fatal(err)
	}
	resp, err := p.client.Post(p.url+path, parts.FormDataContentType(), &body)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.read(resp)
}

// The author works in Indonesian. What the record is called follows the reader, on every page.
func TestChangeIsCalledInTheLanguageOfWhoReadsOfIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Administrator)
	approvals, err := o.Approvals.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	one := approvals[slices.IndexFunc(approvals, func(a portal.Approval) bool { return a.DecidedOn == "2015-03-30" })]
	form := editor.get(path("approvals", one.ID)).filled()
	form.Set("note_id", "Catatan baru.")
	form.Set("reason", "alasan")
	form.Set("do", "submit")
	change := editor.post(path("approvals", one.ID), form).is(http.StatusSeeOther).changeOf()
	id, en := one.Body+", 30 Maret 2015", one.Body+", 30 March 2015"
	for _, page := range []string{path("changes", change), "/admin/changes", "/admin", path("approvals", one.ID, "history"), "/admin/audit"} {
		boss.get(page).is(http.StatusOK).holds("main", id)
		boss.get("/en"+page).is(http.StatusOK).holds("main", en)
	}
	found := boss.get("/en/admin/changes?q=" + url.QueryEscape(one.Body)).is(http.StatusOK)
	found.holds("main", en)
	city, renamed := proposed(editor, "kawasaki")
	boss.get("/en/admin/changes?q=New+name").is(http.StatusOK).holds("main", "Change of city: New name")
	boss.get(path("changes", renamed)).is(http.StatusOK).holds("h1", city.Name.ID)
	drafted(editor, "Rintisan")
	editor.get("/admin/changes?state=draft").is(http.StatusOK).holds("main .queue", "baru: Rintisan")
}
