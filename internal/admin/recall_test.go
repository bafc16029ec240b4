package admin_test

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

func TestAuthorTakesAWaitingChangeBackAsADraft(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, change := proposed(editor, "kawasaki")
	decision := approval(boss.get(path("changes", change)))
	boss.post(path("changes", change, "recall"), nil).is(http.StatusForbidden)
	editor.get(path("changes", change)).is(http.StatusOK).holds("main details", "Usulan ini akan ditutup")
	editor.post(path("changes", change, "recall"), nil).is(http.StatusSeeOther)
	boss.get(path("changes", change)).is(http.StatusNotFound)
	if a := boss.post(path("changes", change, "decide"), decision); a.status < http.StatusBadRequest {
		t.Errorf("a draft is decided on: %d", a.status)
	}
	editor.post(path("changes", change, "recall"), nil).is(http.StatusConflict)
	editor.handIn(change)
	publish(boss, change)
}

func TestWhoWantsToChangeAnothersProposalIsToldWhoseItIs(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	author, boss := o.person("Asep", portal.Editor), o.person("Dimas", portal.Administrator)
	_, change := proposed(author, "kawasaki")
	for _, a := range []answer{
		boss.get(path("changes", change, "edit")), boss.post(path("changes", change, "edit"), nil),
		boss.post(path("changes", change, "withdraw"), nil), boss.post(path("changes", change, "recall"), nil),
	} {
		a.is(http.StatusForbidden)
		a.holds("main h1", "Ini usulan Asep; hanya ia yang mengubahnya")
		if a.page.Find(`main a[href="`+path("changes", change)+`"]`).Length() != 1 || a.page.Find(".admin-rail").Length() != 1 {
			t.Error("the page in the frame of staff does not lead to the change")
		}
	}
	if c := changeOn(t, o, change); c.State != portal.Submitted {
		t.Errorf("the proposal is %s", c.State)
	}
}

func TestClosedChangeBeginsAgainOnTodaysVersion(t *testing.T) {
	t.Parallel()
	o := newOffice(t, false)
	editor, boss := o.person("Rina", portal.Editor), o.person("Dimas", portal.Reviewer)
	_, first := proposed(editor, "kawasaki")
	editor.post(path("changes", first, "restart"), nil).is(http.StatusConflict)
	editor.post(path("changes", first, "withdraw"), nil).is(http.StatusSeeOther)
	begun := editor.post(path("changes", first, "restart"), nil).is(http.StatusSeeOther)
	editor.get(begun.location).is(http.StatusOK)
	begun.location = strings.TrimSuffix(begun.location, "/edit")
	again := changeOn(t, o, begun.changeOf())
	past := changeOn(t, o, first)
	if again.State != portal.Draft || len(again.Changed()) == 0 || strings.Join(again.Changed(), " ") != strings.Join(past.Changed(), " ") {
		t.Errorf("begun again: %s %v, want a draft of %v", again.State, again.Changed(), past.Changed())
	}
	boss.get(path("changes", again.ID)).is(http.StatusNotFound)
}
