package admin_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// missed is an office with an opportunity of which nobody wrote what became, and the name of the task that follows from it.
func missed(t *testing.T) (o office, id int64, task string) {
	t.Helper()
	o, pool := newOfficeOver(t, storetest.URL(t), false)
	err := pool.QueryRow(t.Context(),
		`insert into opportunities (title_id, title_en, kind, who_id, who_en, deadline_on)
		values ('Beasiswa lama', 'Old grant', 'grant', 'x', 'x', '2020-01-01')
		returning id`).Scan(&id)
	if err != nil {
		t.Fatal(err)
	}
	return o, id, fmt.Sprintf("opportunity/opportunity/%d", id)
}

func (p person) number() int64 {
	p.t.Helper()
	staff, err := p.StaffByEmail(p.t.Context(), p.name+"@example.test")
	if err != nil {
		p.t.Fatal(err)
	}
	return staff.ID
}

func TestTaskOfTheRegisterIsGivenToAPersonAndCountsAsTheirsUntilItIsDone(t *testing.T) {
	t.Parallel()
	o, id, task := missed(t)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	page := boss.get("/admin").is(http.StatusOK)
	if page.page.Find(`input[name="task"][value="`+task+`"]`).Length() != 1 {
		t.Fatalf("the task cannot be ticked: %s", page.text("main"))
	}
	rina := numberOf(editor)
	boss.post("/admin/tasks/give", url.Values{"to": {rina}, "task": {task, "expiry/agreement/999999"}}).is(http.StatusSeeOther)

	const title = "Beasiswa lama"
	editor.get("/admin?owner=mine").is(http.StatusOK).holds("main .queue", title)
	boss.get("/admin?owner="+rina).is(http.StatusOK).holds("main .queue", title)
	boss.get("/admin?kind=opportunity").is(http.StatusOK).holds("main .queue", "Diberikan kepada Rina.")
	if mine := boss.get("/admin?owner=mine").is(http.StatusOK).text("main .queue"); strings.Contains(mine, title) {
		t.Errorf("it stands among the reviewer's own: %q", mine)
	}
	if got := o.own(editor); got != 1 {
		t.Errorf("%d tasks wait for whom it was given to", got)
	}
	told, err := o.Traces(t.Context(), store.TraceFilter{Kind: portal.TraceTaskGiven})
	if err != nil || len(told) != 1 || told[0].About != title || told[0].Became != "Rina" {
		t.Errorf("the audit trail tells of %v, %v", told, err)
	}

	gone := portal.Change{Kind: portal.KindOpportunity, RecordID: id, BaseVersion: 1, Op: portal.OpRetire, Title: title, Reason: "salah catat", State: portal.Submitted}
	if err := o.SaveChange(t.Context(), portal.Actor{ID: editor.number(), Name: "Rina", Role: portal.Editor}, &gone); err != nil {
		t.Fatal(err)
	}
	at := path("changes", gone.ID)
	boss.post(at+"/decide", approval(boss.get(at))).is(http.StatusSeeOther)
	if got := o.own(editor); got != 0 {
		t.Errorf("%d tasks wait for them after it is done", got)
	}
}

func numberOf(p person) string { return fmt.Sprint(p.number()) }

// own is how many tasks wait for a person and nobody else.
func (o office) own(p person) int {
	o.t.Helper()
	staff, err := o.StaffByID(o.t.Context(), p.number())
	if err != nil {
		o.t.Fatal(err)
	}
	n, err := o.OwnTasks(o.t.Context(), portal.Actor{ID: staff.ID, Role: staff.Role})
	if err != nil {
		o.t.Fatal(err)
	}
	return n
}

func TestEditorTakesATaskAndMovesNobodyElses(t *testing.T) {
	t.Parallel()
	o, _, task := missed(t)
	rina, asep, boss := o.person("Rina", portal.Editor), o.person("Asep", portal.Editor), o.person("Dimas", portal.Administrator)
	give := func(p person, to string) {
		t.Helper()
		p.post("/admin/tasks/give", url.Values{"to": {to}, "task": {task}}).is(http.StatusSeeOther)
	}
	holds := func(p person, n int) {
		t.Helper()
		if got := o.own(p); got != n {
			t.Errorf("%s has %d tasks, want %d", p.name, got, n)
		}
	}
	give(rina, numberOf(asep)) // an editor gives nothing to others
	holds(asep, 0)
	give(rina, numberOf(rina))
	holds(rina, 1)
	give(asep, numberOf(asep))
	give(asep, "0")
	holds(rina, 1)
	give(boss, numberOf(asep))
	holds(rina, 0)
	holds(asep, 1)
	if err := o.SetAccess(t.Context(), portal.Actor{}, asep.number(), portal.Editor, true); err != nil {
		t.Fatal(err)
	}
	rina.get("/admin?kind=opportunity").is(http.StatusOK)
	if all := rina.get("/admin?kind=opportunity").text("main .queue"); strings.Contains(all, "Diberikan kepada") {
		t.Errorf("it stays with somebody who has left: %q", all)
	}
	give(rina, numberOf(rina))
	give(rina, "0")
	holds(rina, 0)
}

func TestSetOfChangesIsGivenToOneReviewer(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss, peer := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	b := batched(editor, "Sama", "kawasaki", "suwon")
	at := path("batches", b.ID)
	editor.post(at+"/assign", url.Values{"to": {numberOf(peer)}}).is(http.StatusForbidden)
	boss.post(at+"/assign", url.Values{"to": {numberOf(editor)}}).is(http.StatusUnprocessableEntity)
	boss.post(at+"/assign", url.Values{"to": {numberOf(peer)}}).is(http.StatusSeeOther)
	boss.get(view.Admin(i18n.ID, "batches")).is(http.StatusOK).holds("main .queue", "Diserahkan kepada Sari.")
	if mine, hers := o.own(boss), o.own(peer); mine != 0 || hers != 1 {
		t.Errorf("it is one of %d tasks of who gave it, and of %d of who got it", mine, hers)
	}
	peer.get("/admin?owner=mine").is(http.StatusOK).holds("main .queue", "satu ejaan")
	boss.get("/admin?owner="+numberOf(peer)).is(http.StatusOK).holds("main .queue", "satu ejaan")
	if own := boss.get("/admin?owner=mine").is(http.StatusOK).text("main .queue"); strings.Contains(own, "satu ejaan") {
		t.Errorf("it stands among the tasks of who gave it: %q", own)
	}
	boss.get(at).is(http.StatusOK) // and may still be decided on
	boss.post(at+"/assign", url.Values{"to": {"0"}}).is(http.StatusSeeOther)
	if mine, hers := o.own(boss), o.own(peer); mine != 1 || hers != 1 {
		t.Errorf("given to nobody, it is one of %d and of %d", mine, hers)
	}
}

func TestWhatWaitsOfPickedRecordsIsAssignedFromTheirList(t *testing.T) {
	t.Parallel()
	o, id, _ := missed(t)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	live, version, err := o.Live(t.Context(), portal.KindOpportunity, id)
	if err != nil {
		t.Fatal(err)
	}
	c := portal.Change{Kind: portal.KindOpportunity, RecordID: id, BaseVersion: version, Op: portal.OpSave, Title: "Beasiswa lama", Reason: "nama", State: portal.Submitted}
	c.After = portal.Pick(live, live, nil)
	c.After.Fields["title_en"] = []byte(`"Former grant"`)
	if err := o.SaveChange(t.Context(), portal.Actor{ID: editor.number(), Name: "Rina", Role: portal.Editor}, &c); err != nil {
		t.Fatal(err)
	}
	record := fmt.Sprint(id)
	boss.get("/admin/opportunities").is(http.StatusOK).holds(".bulk", "Serahkan")
	ask := boss.get("/admin/opportunities/bulk?do=assign&record=" + record).is(http.StatusOK)
	ask.holds("main", "Beasiswa lama")
	boss.post("/admin/opportunities/bulk", url.Values{"do": {"assign"}, "record": {record}, "to": {numberOf(boss)}}).
		is(http.StatusSeeOther)
	if c, err = o.Change(t.Context(), c.ID); err != nil || c.Assignee != "Dimas" {
		t.Errorf("the change that waits is with %q, %v", c.Assignee, err)
	}
	if got := o.own(boss); got != 3 { // the change, that nobody wrote what became of it, and that no source tells of it
		t.Errorf("%d tasks wait for whom all was given to", got)
	}
	a := boss.post("/admin/opportunities/bulk", url.Values{"do": {"assign"}, "record": {record}, "to": {numberOf(boss)}}).is(http.StatusSeeOther)
	if !strings.HasSuffix(a.location, "records_not_assigned") {
		t.Errorf("a second time leads to %q", a.location)
	}
}
