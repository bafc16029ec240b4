package admin_test

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestFileThatIsGoneIsATaskAndAnOrphanCanBeDeleted(t *testing.T) {
	t.Parallel()
	o := newOffice(t, true)
	alone, head := o.person("Rina", portal.Reviewer), o.person("Kepala", portal.Administrator)
	agreement, err := o.Agreements.BySlug(t.Context(), "melbourne")
	if err != nil {
		t.Fatal(err)
	}
	at, form := alone.described(agreement.ID)
	publish(alone, alone.upload(at, form, []byte(paper)).is(http.StatusSeeOther).changeOf())
	stray, err := o.files.KeepNoted(t.Context(), strings.NewReader(paper+"% stray\n"), func(f portal.File) error { return o.NoteFile(t.Context(), f) })
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.Documents.All(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if err := os.Remove(o.place(all[0].Hash)); err != nil {
		t.Fatal(err)
	}
	later := time.Now().AddDate(0, 0, 8)
	if done, err := jobs.CheckFiles(t.Context(), o.Store, o.files, later, 0, time.Now().Add(time.Minute)); !done || err != nil {
		t.Fatal(done, err)
	}
	alone.get(view.Admin(i18n.ID)+"?kind=file").is(http.StatusOK).holds("main .queue", "Naskah")
	list := view.Admin(i18n.ID, "files")
	page := alone.get(list).is(http.StatusOK)
	page.holds("main table", "Hilang")
	page.holds("main table", "Tidak dipakai")
	if page.page.Find("main form[action$='/forget']").Length() > 0 {
		t.Error("somebody who is no administrator may delete")
	}
	forget := view.Admin(i18n.ID, "files", stray.Hash, "forget")
	alone.post(forget, nil).is(http.StatusForbidden)
	if _, err := os.Stat(o.place(stray.Hash)); err != nil {
		t.Errorf("a reviewer deleted the file: %v", err)
	}
	head.post(view.Admin(i18n.ID, "files", all[0].Hash, "forget"), nil).is(http.StatusConflict)
	if head.get(list).page.Find("main form[action$='/forget']").Length() != 1 {
		t.Error("an administrator is offered to delete another number of files than one")
	}
	head.post(forget, nil).is(http.StatusSeeOther)
	if _, err := os.Stat(o.place(stray.Hash)); !os.IsNotExist(err) {
		t.Errorf("the orphan is still there: %v", err)
	}
	head.get(list+"?state=orphan").is(http.StatusOK).holds("main", "Tidak ada berkas yang bermasalah")
}

func TestPageOfFilesSaysWhenTheyWereLastLookedAt(t *testing.T) {
	t.Parallel()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	p := o.person("Rina", portal.Editor)
	page := view.Admin(i18n.EN, "files")
	if said := p.get(page).is(http.StatusOK).text("main"); strings.Contains(said, "Last finished") {
		t.Errorf("nobody has looked yet: %s", said)
	}
	if _, err := pool.Exec(t.Context(), `insert into river_job (kind, args, state, attempt, max_attempts, attempted_at, finalized_at)
		values ('check_files', '{}', 'completed', 1, 5, '2026-11-27 19:00Z', '2026-11-27 19:05Z'),
			('check_files', '{}', 'completed', 1, 5, '2026-11-28 19:00Z', '2026-11-28 19:05Z')`); err != nil {
		t.Fatal(err)
	}
	p.get(page).is(http.StatusOK).holds("main", "Last finished on 29 November 2026 at 02:05")
}
