package admin_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// drafted is a draft of a new program whose title nobody else may learn.
func drafted(p person, title string) int64 {
	p.t.Helper()
	form := p.get(view.Admin(i18n.ID, "programs", "new")).is(http.StatusOK).filled()
	form.Set("title_id", title)
	form.Set("title_en", title)
	form.Set("slug", "rahasia")
	form.Set("kind", "culture")
	form.Set("status", "planned")
	form.Set("reason", "alasan")
	form.Set("do", "draft")
	return p.post(view.Admin(i18n.ID, "programs", "new"), form).is(http.StatusSeeOther).changeOf()
}

// limit names the people who may see a change.
func (p person) limit(change int64, people ...person) answer {
	form := url.Values{"limited": {"1"}}
	for _, one := range people {
		form.Add("reader", strconv.FormatInt(staffIDOf(one), 10))
	}
	return p.post(path("changes", change, "readers"), form)
}

// handIn hands a draft in as it stands.
func (p person) handIn(change int64) {
	p.t.Helper()
	form := p.get(path("changes", change, "edit")).is(http.StatusOK).filled()
	form.Set("do", "submit")
	p.post(path("changes", change, "edit"), form).is(http.StatusSeeOther)
}

func TestLimitedChangeIsShutAtEveryDoorToWhoIsNotNamed(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, named := o.person("Rina", portal.Editor), o.person("Sari", portal.Reviewer)
	outside := []person{o.person("Dimas", portal.Reviewer), o.person("Kepala", portal.Administrator), o.person("Sri", portal.Editor)}
	const title = "Pameran Rahasia"
	change := drafted(editor, title)
	named.get(path("changes", change)).is(http.StatusNotFound)
	editor.limit(change, named).is(http.StatusSeeOther)
	named.get(path("changes", change)).is(http.StatusOK).holds("main", "Terbatas")
	named.get(view.Admin(i18n.ID, "changes")+"?state=draft").is(http.StatusOK).holds("main .queue", title)
	for _, state := range []portal.State{portal.Draft, portal.Submitted} {
		if state == portal.Submitted {
			editor.handIn(change)
		}
		for _, p := range outside {
			shut(t, p, change, title, state)
		}
	}
	named.get(path("changes", change)).is(http.StatusOK)
	named.get(view.Admin(i18n.ID)).is(http.StatusOK).holds("main .queue", title)
	boss := outside[1].get(view.Admin(i18n.ID, "changes")).is(http.StatusOK)
	boss.holds("main", "Program, oleh Rina")
	if strings.Contains(outside[0].get(view.Admin(i18n.ID, "changes")).text("main"), "oleh Rina") {
		t.Error("who is no administrator learns that there is a limited change")
	}
	traces, err := o.Traces(t.Context(), store.TraceFilter{Search: title})
	if err != nil || len(traces) > 0 {
		t.Errorf("the audit trail tells %v, %v", traces, err)
	}
	publish(named, change)
	outside[0].get(path("changes", change)).is(http.StatusOK).holds("main", title)
}

// shut fails where a page or a post lets somebody in on a change that they may not see.
func shut(t *testing.T, p person, change int64, title string, state portal.State) {
	t.Helper()
	for _, door := range []string{"", "preview", "edit"} {
		p.get(strings.TrimSuffix(path("changes", change, door), "/")).is(http.StatusNotFound)
	}
	for door, form := range map[string]url.Values{
		"comment": {"words": {"halo"}}, "decide": {"revision": {"1"}, "verdict": {"apply"}}, "assign": {"to": {"0"}},
		"readers": {}, "restore": {}, "unschedule": {}, "edit": {}, "withdraw": {},
	} {
		if a := p.post(path("changes", change, door), form); a.status != http.StatusNotFound && a.status != http.StatusForbidden {
			t.Errorf("%s, %s: posting to %s gives %d", p.name, state, door, a.status)
		}
	}
	for _, page := range []string{
		view.Admin(i18n.ID), view.Admin(i18n.ID, "changes") + "?state=all&q=Pameran", view.Admin(i18n.ID, "changes") + "?state=draft",
		view.Admin(i18n.ID, "changes") + "?kind=program", view.Admin(i18n.ID, "programs"),
	} {
		if a := p.get(page).is(http.StatusOK); strings.Contains(a.text("main"), title) {
			t.Errorf("%s, %s: %s tells of it", p.name, state, page)
		}
	}
}

func TestOnlyTheAuthorLimitsAChangeAndOnlyToStaff(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	boss.limit(change).is(http.StatusForbidden)
	editor.post(path("changes", change, "readers"), url.Values{"limited": {"1"}, "reader": {"999999"}}).is(http.StatusUnprocessableEntity)
	editor.post(path("changes", change, "readers"), url.Values{"limited": {"1"}, "reader": {"x"}}).is(http.StatusUnprocessableEntity)
	editor.limit(change).is(http.StatusSeeOther)
	editor.get(path("changes", change)).is(http.StatusOK).holds("main", "Belum ada peninjau di antara mereka")
	boss.get(path("changes", change)).is(http.StatusNotFound)
	editor.post(path("changes", change, "readers"), url.Values{}).is(http.StatusSeeOther)
	boss.get(path("changes", change)).is(http.StatusOK)
}

func TestRestOfALimitedChangeIsLimitedToTheSamePeople(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, named, boss := o.person("Rina", portal.Editor), o.person("Sari", portal.Reviewer), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	editor.limit(change, named).is(http.StatusSeeOther)
	review := named.get(path("changes", change)).is(http.StatusOK)
	verdict := url.Values{"revision": {review.page.Find("[name=revision]").AttrOr("value", "")}, "verdict": {"part"}, "field": {"name_en"}, "note": {"dari mana?"}}
	named.post(path("changes", change, "decide"), verdict).is(http.StatusSeeOther)
	rest, err := o.OwnDraft(t.Context(), staffIDOf(editor), store.Named{Kind: portal.KindCity, ID: changeOn(t, o, change).RecordID}, "")
	if err != nil || rest == 0 {
		t.Fatalf("rest %d, %v", rest, err)
	}
	named.get(path("changes", rest)).is(http.StatusOK)
	boss.get(path("changes", rest)).is(http.StatusNotFound)
}

func changeOn(t *testing.T, o office, id int64) portal.Change {
	t.Helper()
	c, err := o.Change(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReviewerAssignsAllThatIsTicked(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss, peer := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer), o.person("Sari", portal.Reviewer)
	_, first := proposed(editor, "kawasaki")
	_, second := proposed(editor, "suwon")
	_, own := proposed(peer, "seoul")
	queue := boss.get(view.Admin(i18n.ID, "changes")).is(http.StatusOK)
	if n := queue.page.Find("main input[name=change]").Length(); n != 3 {
		t.Errorf("%d changes can be ticked, want 3", n)
	}
	form := url.Values{"to": {strconv.FormatInt(staffIDOf(peer), 10)}}
	boss.post(view.Admin(i18n.ID, "changes", "assign"), form).is(http.StatusSeeOther)
	for _, id := range []int64{first, second, own, 999999} {
		form.Add("change", strconv.FormatInt(id, 10))
	}
	if a := boss.post(view.Admin(i18n.ID, "changes", "assign"), form).is(http.StatusSeeOther); !strings.Contains(a.location, "assigned_some") {
		t.Errorf("led to %s", a.location)
	}
	for id, want := range map[int64]string{first: "Sari", second: "Sari", own: ""} {
		if c := changeOn(t, o, id); c.Assignee != want {
			t.Errorf("%d is assigned to %q, want %q", id, c.Assignee, want)
		}
	}
	form.Set("change", "x")
	boss.post(view.Admin(i18n.ID, "changes", "assign"), form).is(http.StatusUnprocessableEntity)
	editor.post(view.Admin(i18n.ID, "changes", "assign"), form).is(http.StatusForbidden)
}
