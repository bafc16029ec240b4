package admin_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

const paper = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

// described is the form of a new document of an agreement, filled in but for its file.
func (p person) described(agreement int64) (at string, form url.Values) {
	p.t.Helper()
	from := p.get(path("agreements", agreement)).is(http.StatusOK)
	at, found := from.page.Find(`main a[href*="documents/new"]`).Attr("href")
	if !found {
		p.t.Fatal("no way leads from the agreement's form to a document of it")
	}
	form = p.get(at).is(http.StatusOK).filled()
	for name, value := range map[string]string{
		"title_id": "Naskah", "title_en": "Paper", "language": "en", "alt_text_id": "Naskah dua halaman", "alt_text_en": "A paper of two pages",
		"reason": "naskah diterima", "do": "submit",
	} {
		form.Set(name, value)
	}
	at, _, _ = strings.Cut(at, "?")
	return at, form
}

func TestDocumentIsUploadedFromTheFormOfItsRecord(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, form := alone.described(agreement.ID)
	refused := alone.upload(at, form, []byte("<html>no paper</html>")).is(http.StatusUnprocessableEntity)
	if n := refused.page.Find(".error-summary li").Length(); n != 1 {
		t.Errorf("a refused file is told %d times: %s", n, refused.text(".error-summary"))
	}
	publish(alone, alone.upload(at, form, []byte(paper)).is(http.StatusSeeOther).changeOf())
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 || all[0].AboutKind != portal.KindAgreement || all[0].AboutID != agreement.ID ||
		all[0].MediaType != "application/pdf" || all[0].Size != int64(len(paper)) {
		t.Errorf("kept %+v, %v", all, err)
	}
}

func TestOfficeFileWhoseNamesLeadAwayIsRefusedInWordsAtTheDesk(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor := o.person("Rina", portal.Editor)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml", "../../../../etc/cron.d/x"} {
		w, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(w, "<x/>")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	at, form := editor.described(agreement.ID)
	editor.upload(at, form, file.Bytes()).is(http.StatusUnprocessableEntity).holds(".error-summary", "menunjuk ke tempat lain")
	if kept, err := os.ReadDir(o.dir); err != nil || len(kept) != 0 {
		t.Errorf("kept %v, %v", kept, err)
	}
}

func TestDocumentsAreAddedToEveryKindOfRecordThatHasSomeAndToNewOnesToo(t *testing.T) {
	t.Parallel()
	p := stocked(t)
	for _, kind := range portal.DocumentKinds {
		titles, err := p.Titles(t.Context(), i18n.ID, kind, []int64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
		if err != nil || len(titles) == 0 {
			t.Fatalf("%s: none, %v", kind, err)
		}
		for id := range titles {
			way := p.get(path(desks[kind], id)).is(http.StatusOK).page.Find(`main a[href*="documents/new"]`).AttrOr("href", "")
			if about := p.get(way).is(http.StatusOK).filled().Get("about"); about != string(kind)+":"+strconv.FormatInt(id, 10) {
				t.Errorf("%s: the new document belongs to %q", kind, about)
			}
			break
		}
		p.get(view.Admin(i18n.ID, desks[kind], "new")).is(http.StatusOK).holds("form.form", i18n.ID.T("document.offer"))
	}
}

func TestRefusedFormKeepsTheFileThatWasUploaded(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, form := alone.described(agreement.ID)
	form.Set("alt_text_en", "")
	refused := alone.upload(at, form, []byte(paper)).is(http.StatusUnprocessableEntity)
	if said := refused.text(".error-summary"); strings.Contains(said, "berkas") || strings.Contains(said, "Berkas") {
		t.Errorf("the file is complained about: %s", said)
	}
	refused.holds("main form", "application/pdf")
	again := refused.filled()
	again.Set("alt_text_en", "A paper of two pages")
	again.Set("do", "submit")
	publish(alone, alone.upload(at, again, nil).is(http.StatusSeeOther).changeOf())
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 || all[0].Size != int64(len(paper)) {
		t.Errorf("kept %+v, %v", all, err)
	}
	again.Set("file_kept", strings.Repeat("a", 64))
	again.Set("key", "another")
	alone.upload(at, again, nil).is(http.StatusUnprocessableEntity).holds(".error-summary", "Pilih lagi berkasnya")
}

func TestDocumentWithoutItsTextAlternativeOrLanguageIsNotPublished(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone := o.person("Rina", portal.Reviewer)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, form := alone.described(agreement.ID)
	for _, missing := range []string{"alt_text_id", "alt_text_en", "language", "about"} {
		was := form.Get(missing)
		form.Set(missing, "")
		alone.upload(at, form, []byte(paper)).is(http.StatusUnprocessableEntity)
		form.Set(missing, was)
	}
}

func TestFileThatWasSentAheadIsNamedByNobodyElse(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone, other := o.person("Rina", portal.Reviewer), o.person("Dimas", portal.Editor)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, form := alone.described(agreement.ID)
	kept := alone.upload(view.Admin(i18n.ID, "files"), nil, []byte(paper)).is(http.StatusOK)
	var said struct{ Hash, Said string }
	if err := json.Unmarshal([]byte(kept.text("body")), &said); err != nil || len(said.Hash) != 64 || !strings.Contains(said.Said, "application/pdf") {
		t.Fatalf("%+v, %v", said, err)
	}
	form.Set("file_kept", said.Hash)
	other.upload(at, form, nil).is(http.StatusUnprocessableEntity).holds(".error-summary", "Pilih lagi berkasnya")
	publish(alone, alone.upload(at, form, nil).is(http.StatusSeeOther).changeOf())
	alone.upload(view.Admin(i18n.ID, "files"), nil, []byte("<html>no paper</html>")).is(http.StatusUnprocessableEntity).holds("body", "yang diterima")
	alone.upload(view.Admin(i18n.EN, "files"), nil, nil).is(http.StatusUnprocessableEntity)
}

func TestDraftOfADocumentMayWaitForItsRecord(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	p := o.person("Rina", portal.Editor)
	form := p.get("/admin/documents/new").is(http.StatusOK).filled()
	form.Set("title_id", "Naskah dari lemari")
	form.Set("do", "draft")
	p.upload("/admin/documents/new", form, []byte(paper)).is(http.StatusSeeOther)
	form.Set("do", "submit")
	again := p.upload("/admin/documents/new", form, []byte(paper)).is(http.StatusUnprocessableEntity)
	if n := again.page.Find(`.error-summary a[href="#f-about"]`).Length(); n != 1 {
		t.Errorf("handed in without a record: %s", again.text(".error-summary"))
	}
	form.Set("about", "agreement:x")
	form.Set("do", "draft")
	p.upload("/admin/documents/new", form, []byte(paper)).is(http.StatusUnprocessableEntity)
}
