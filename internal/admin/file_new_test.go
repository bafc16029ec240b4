package admin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// attaching is the form of a record with a file put into it, as somebody fills it.
func attaching(page answer) url.Values {
	form := page.is(http.StatusOK).filled()
	for name, value := range map[string]string{
		"new_file.title_id": "Foto penandatanganan", "new_file.title_en": "Photo of the signing", "new_file.language": "id",
		"new_file.alt_text_id": "Dua orang berjabat tangan", "new_file.alt_text_en": "Two people shake hands", "reason": "Menurut arsip",
	} {
		form.Set(name, value)
	}
	return form
}

func TestFileIsAddedWithinTheFormOfItsRecordAndReviewedFirst(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	city, err := o.Cities.BySlug(t.Context(), "suwon")
	if err != nil {
		t.Fatal(err)
	}
	at := path("cities", city.ID)
	form := attaching(editor.get(at))
	form.Set("region", "Gyeonggi")
	form.Set("do", "new_file")
	again := editor.uploadAs("new_file.file", at, form, picture(t)).is(http.StatusOK)
	again.holds("form.form [role=status]", "Foto penandatanganan")
	if kept := again.filled(); kept.Get("region") != "Gyeonggi" || kept.Get("reason") != "Menurut arsip" || kept.Get("new_file.title_id") != "" {
		t.Errorf("the form after it: %q", kept)
	}
	editor.uploadAs("new_file.file", at, form, picture(t)).is(http.StatusOK).holds("form.form [role=status]", "Foto penandatanganan") // a second click

	send := again.filled()
	send.Set("do", "submit")
	change := editor.post(at, send).is(http.StatusSeeOther).changeOf()
	review := boss.get(path("changes", change)).is(http.StatusOK)
	first := review.page.Find(".notice a[href*='/changes/']")
	if first.Length() != 1 || first.Text() != "Foto penandatanganan" {
		t.Fatalf("the review leads to %d files to decide on first: %s", first.Length(), review.text("main"))
	}
	boss.post(path("changes", change, "decide"), approval(review)).is(http.StatusUnprocessableEntity).holds(".error-summary", "Foto penandatanganan")

	file := first.AttrOr("href", "")
	page := boss.get(file).is(http.StatusOK)
	if page.page.Find(".notice a[href='"+path("changes", change)+"']").Length() != 1 {
		t.Error("no way leads back to the change that waits: ", page.text("main"))
	}
	boss.post(file+"/decide", approval(page)).is(http.StatusSeeOther)
	publish(boss, change)
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 || all[0].AboutKind != portal.KindCity || all[0].AboutID != city.ID || all[0].AltText.EN != "Two people shake hands" {
		t.Errorf("documents %+v, %v", all, err)
	}
}

func TestFileOfANewRecordBelongsToItAndIsPublishedAfterIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	at := view.Admin(i18n.ID, "sources", "new")
	form := attaching(editor.get(at))
	form.Set("title", "Laporan kunjungan")
	form.Set("do", "new_file")
	again := editor.uploadAs("new_file.file", at, form, picture(t)).is(http.StatusOK)
	file := again.page.Find("form.form .proof .hint a").AttrOr("href", "")
	if file == "" {
		t.Fatal("the form does not name the file that it has: ", again.text("form"))
	}
	boss.post(file+"/decide", approval(boss.get(file))).is(http.StatusUnprocessableEntity).holds(".error-summary", "belum terbit")

	send := again.filled()
	for name, value := range map[string]string{"slug": "laporan-kunjungan", "publisher": "Arsip kota", "language": "id", "quality": "official", "do": "submit"} {
		send.Set(name, value)
	}
	change := editor.post(at, send).is(http.StatusSeeOther).changeOf()
	boss.get(view.Admin(i18n.ID, "sources")).holds("main", "Laporan kunjungan")
	page := boss.get(path("changes", change)).is(http.StatusOK)
	page.holds(".marks, main .cluster", i18n.ID.T("marks.not_public"))
	boss.get(file).holds(".notice", "Laporan kunjungan")
	publish(boss, change)
	boss.post(file+"/decide", approval(boss.get(file))).is(http.StatusSeeOther)
	source, err := o.Sources.BySlug(t.Context(), "laporan-kunjungan")
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 || all[0].AboutKind != portal.KindSource || all[0].AboutID != source.ID {
		t.Errorf("documents %+v, %v; the source is %d", all, err, source.ID)
	}
}

func TestFileWithinAFormIsRefusedInWordsAndNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := view.Admin(i18n.ID, "agreements", "new")
	form := attaching(editor.get(at))
	form.Set("title_id", "Perjanjian baru")
	form.Set("new_file.alt_text_en", "")
	form.Set("do", "submit")
	refused := editor.uploadAs("new_file.file", at, form, []byte("<html>no paper</html>")).is(http.StatusUnprocessableEntity)
	refused.holds(".error-summary", "yang diterima")
	if refused.page.Find(".error-summary a[href='#f-new_file-file']").Length() != 1 || refused.filled().Get("title_id") != "Perjanjian baru" {
		t.Error("the form after a file that is none: ", refused.text("main"))
	}
	refused = editor.uploadAs("new_file.file", at, form, picture(t)).is(http.StatusUnprocessableEntity)
	if refused.page.Find(".error-summary a[href='#f-new_file-alt_text_en']").Length() != 1 {
		t.Error("the words for who cannot see it are not asked for: ", refused.text(".error-summary"))
	}
	if refused.filled().Get("new_file.file_kept") == "" {
		t.Error("the file has to be chosen again")
	}
	more := refused.filled() // a row more asked for, with the file kept
	more.Set("more", "parties")
	more.Del("do")
	if again := editor.post(at, more).is(http.StatusOK).filled(); again.Get("new_file.file_kept") == "" || again.Get("new_file.title_id") == "" {
		t.Errorf("the small form lost what it had: %q", again)
	}
	if found, _, err := o.Changes(t.Context(), store.ChangeFilter{Kind: portal.KindDocument, Number: 1, Size: 1}); err != nil || len(found) != 0 {
		t.Errorf("%d documents are proposed, %v", len(found), err)
	}
}

func TestFileIsKnownByAFormThatIsADraft(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := view.Admin(i18n.ID, "sources", "new")
	form := editor.get(at).filled()
	form.Set("title", "Laporan")
	form.Set("do", "draft")
	draft := path("changes", editor.post(at, form).is(http.StatusSeeOther).changeOf(), "edit")
	form = attaching(editor.get(draft))
	form.Set("do", "new_file")
	kept := editor.uploadAs("new_file.file", draft, form, picture(t)).is(http.StatusOK).filled()
	kept.Set("do", "draft")
	editor.post(draft, kept).is(http.StatusSeeOther)
	if again := editor.get(draft).is(http.StatusOK); !strings.Contains(again.text("form.form .proof .hint a"), "Foto penandatanganan") {
		t.Error("the draft has forgotten its file: ", again.text("form"))
	}
}

func TestFileOfAFormWhoseSessionEndedIsChosenAgainAndTheWordsAreThere(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	at := view.Admin(i18n.ID, "agreements", "new")
	form := attaching(editor.get(at))
	form.Set("title_id", "Perjanjian baru")
	form.Set("do", "reopen")
	form.Set("file_lost", "1")
	again := editor.post(at, form).is(http.StatusOK)
	again.holds("form.form details[open] .field-error", "Pilih lagi berkasnya")
	if kept := again.filled(); kept.Get("title_id") != "Perjanjian baru" || kept.Get("new_file.title_id") != "Foto penandatanganan" {
		t.Errorf("the form lost %q", kept)
	}
}
