package admin_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// picture is a small image as somebody would upload it.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 800, 400))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// offered is a change of an editor that proposes a document of an agreement, and the address at which its file is opened.
func offered(p person, file []byte) (change int64, open string) {
	p.t.Helper()
	agreement, err := p.Agreements.BySlug(p.t.Context(), "melbourne")
	if err != nil {
		p.t.Fatal(err)
	}
	at, form := p.described(agreement.ID)
	change = p.upload(at, form, file).is(http.StatusSeeOther).changeOf()
	return change, p.opened(path("changes", change))
}

// opened is where a page leads to its file.
func (p person) opened(page string) string {
	p.t.Helper()
	return p.get(page).is(http.StatusOK).page.Find("main .desk-file").AttrOr("href", "")
}

// headers are those of what stands at an address.
func (p person) headers(at string) (int, http.Header) {
	p.t.Helper()
	resp, err := p.client.Get(p.url + at)
	if err != nil {
		p.t.Fatal(err)
	}
	_ = resp.Body.Close() // its head is enough
	return resp.StatusCode, resp.Header
}

func TestFileUnderReviewIsOpenedByItsReviewerAndItsAuthor(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	author, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	change, open := offered(author, picture(t))
	for _, p := range []person{author, boss} {
		page := p.get(path("changes", change)).is(http.StatusOK)
		small := page.page.Find("main .desk-file img").AttrOr("src", "")
		for _, at := range []string{open, small} {
			status, head := p.headers(at)
			if at == "" || status != http.StatusOK || head.Get("Cache-Control") != "no-store" || !strings.HasPrefix(head.Get("Content-Type"), "image/") ||
				!strings.Contains(head.Get("Content-Security-Policy"), "sandbox") || head.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("%s at %q: %d %v", p.name, at, status, head)
			}
		}
	}
	stranger := person{office: o, client: &http.Client{CheckRedirect: author.client.CheckRedirect}}
	if status, _ := stranger.headers(open); status == http.StatusOK {
		t.Error("a file under review is shown to who has not signed in")
	}
	boss.get(view.Admin(i18n.ID, "files", strings.Repeat("a", 64))).is(http.StatusNotFound)
	publish(boss, change)
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("%d documents, %v", len(all), err)
	}
	if at := boss.opened(path("documents", all[0].ID)); at != open {
		t.Errorf("the form of the published document leads to %q, want %q", at, open)
	}
}

func TestPaperUnderReviewIsSavedAndNotShown(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	_, open := offered(o.person("Rina", portal.Editor), []byte(paper))
	boss := o.person("Dimas", portal.Reviewer)
	if status, head := boss.headers(open); status != http.StatusOK || !strings.HasPrefix(head.Get("Content-Disposition"), "attachment") {
		t.Errorf("%d %v", status, head)
	}
	boss.get(open + "/small").is(http.StatusNotFound)
}

func TestFileOfADraftOrALimitedChangeIsOpenedByNobodyElse(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	author, named, boss := o.person("Rina", portal.Editor), o.person("Sari", portal.Reviewer), o.person("Kepala", portal.Administrator)
	change, open := offered(author, []byte(paper))
	author.limit(change, named).is(http.StatusSeeOther)
	named.get(open).is(http.StatusOK)
	author.get(open).is(http.StatusOK)
	boss.get(open).is(http.StatusNotFound)
	_, form := boss.described(1)
	form.Set("file_kept", strings.TrimPrefix(open, view.Admin(i18n.ID, "files")+"/"))
	boss.upload(view.Admin(i18n.ID, "documents", "new"), form, nil).is(http.StatusUnprocessableEntity).holds(".error-summary", "Pilih lagi berkasnya")
	author.post(path("changes", change, "readers"), url.Values{}).is(http.StatusSeeOther)
	boss.get(open).is(http.StatusOK)
}
