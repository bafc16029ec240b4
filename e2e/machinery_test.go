package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/link"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestAdministratorOnAPhoneRunsWorkThatFailedAgain(t *testing.T) {
	t.Parallel()
	h := open(t)
	boss := h.newStaff(t, "Ani", portal.Administrator)
	way{width: phone, plain: true}.take(boss)
	h.write(t, `insert into river_job (kind, args, state, attempt, max_attempts, attempted_at, finalized_at, errors)
		values ('tidy', '{}', 'discarded', 5, 5, now(), now(), array['{"error": "the disk is away"}'::jsonb])`)
	boss.open(view.Admin(i18n.ID, "jobs"))
	boss.reads("main table", "the disk is away")
	boss.fits()
	boss.press(`main table form[action$="/again"] button`)
	boss.reads("main", i18n.ID.T("saved.job"))
	h.work(t)
	h.until(t, "the work is done", "select exists (select from river_job where kind = 'tidy' and state = 'completed')")
	boss.open(view.Admin(i18n.ID, "jobs"))
	if n := boss.count(`main table form[action$="/again"]`); n != 0 {
		t.Errorf("%d pieces of work that went well are offered once more", n)
	}
}

func TestDeadLinkIsCheckedAndItsArchivedCopyIsProposed(t *testing.T) {
	eachWay(t, deadLink)
}

func deadLink(t *testing.T, w way) {
	h := open(t, known)
	site := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(site.Close)
	editor, reviewer, citizen := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Euis", portal.Reviewer), h.newReader(t, phone)
	w.take(editor, reviewer)
	copied := "web.archive.org/web/20260901/" + site.URL
	h.write(t, "update sources set url = $1, archive_url = null where slug = 'bsw-de'", site.URL)
	h.write(t, `insert into links (source_id, url, status, fault, failures, checked_at, good_at, failing_since)
		select id, url, 404, 'gone', 3, '2026-11-20', '2026-09-01', '2026-11-10' from sources where slug = 'bsw-de'`)
	h.write(t, `insert into links (source_id, url, status, checked_at, good_at)
		select id, url, 200, now(), now() from sources where slug <> 'bsw-de' and url is not null`) // nobody else's is due

	editor.open(view.Admin(i18n.ID) + "?kind=" + string(portal.TaskLink))
	editor.press(`.queue a[href*="/links/"]`)
	editor.accessible([]look{{phone, "dark"}})
	address := editor.path()
	editor.press(`form[action$="/check"] button`)
	editor.reads("main", i18n.ID.T("saved.link"))
	h.work(t, func(c *jobs.Config) {
		c.Links = &link.Checker{Agent: "KotaKembar", Pause: time.Millisecond, Guard: func(netip.AddrPort) bool { return true }}
	})
	h.until(t, "the address was asked for", "select exists (select from links where failures = 4)")

	editor.open(address)
	editor.reads("main", copied, i18n.ID.T("link.fault.gone"))
	editor.fits()
	editor.press(`form[action$="/archive"] button`)
	if kept := editor.value("#f-archive_url"); !strings.HasSuffix(kept, copied) {
		t.Errorf("the form of the source proposes %q", kept)
	}
	editor.press(submit)
	reviewer.approve()
	citizen.open(view.Source.In(i18n.ID, "bsw-de"))
	if n := citizen.count(`main a[href$="` + copied + `"]`); n == 0 {
		t.Error("the public page of the source does not lead to the copy")
	}
	editor.open(view.Admin(i18n.ID) + "?kind=" + string(portal.TaskLink))
	if n := editor.count(`.queue a[href="` + address + `"]`); n != 0 {
		t.Error("the link is still a task")
	}
}

func TestStrayFileIsFoundAtNightAndDeletedOnAPhone(t *testing.T) {
	t.Parallel()
	h := open(t)
	editor, boss := h.newStaff(t, "Asep", portal.Editor), h.newStaff(t, "Ani", portal.Administrator)
	way{width: phone, plain: true}.take(editor, boss)
	stray, err := h.files.KeepNoted(t.Context(), strings.NewReader(onePage), func(f portal.File) error { return h.store.NoteFile(t.Context(), f) })
	if err != nil {
		t.Fatal(err)
	}
	if done, err := jobs.CheckFiles(t.Context(), h.store, h.files, time.Now().AddDate(0, 0, 8), 0, time.Now().Add(patience)); !done || err != nil {
		t.Fatal(done, err)
	}
	const forget = `main table form[action$="/forget"]`
	editor.open(view.Admin(i18n.ID, "files"))
	editor.reads("main table", i18n.ID.T("choice.file_fault.orphan"), stray.Hash[:12])
	editor.fits()
	if editor.count(forget) != 0 {
		t.Error("an editor is offered to delete it")
	}
	boss.open(view.Admin(i18n.ID, "files"))
	boss.press(forget + " button")
	boss.reads("main", i18n.ID.T("saved.file_forgotten"), i18n.ID.T("files.none"))
	if status := boss.tryOpen(view.Admin(i18n.ID, "files", stray.Hash)); status != http.StatusNotFound {
		t.Errorf("the file is answered with %d", status)
	}
}

// onePage is the smallest document that is taken.
const onePage = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

// paper is a file of such a document, to be chosen in a form.
func paper(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(onePage), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// brings chooses a file in a form.
func (b *tab) brings(field, file string) {
	b.t.Helper()
	b.do(chromedp.SetUploadFiles(chromedp.CSS(field), []string{file}))
}
