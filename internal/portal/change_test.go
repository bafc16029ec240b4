package portal_test

import (
	"slices"
	"testing"

	"kotakembar/internal/portal"
)

func TestNobodyDecidesOnTheirOwnChangeUnlessTheOfficeAllowsIt(t *testing.T) {
	change := portal.Change{AuthorID: 1, State: portal.Submitted}
	for _, tt := range []struct {
		name  string
		actor portal.Actor
		may   bool
	}{
		{"another editor", portal.Actor{ID: 2, Role: portal.Editor}, false},
		{"another editor in an office of one", portal.Actor{ID: 2, Role: portal.Editor, Solo: true}, false},
		{"another reviewer", portal.Actor{ID: 2, Role: portal.Reviewer}, true},
		{"another administrator", portal.Actor{ID: 2, Role: portal.Administrator}, true},
		{"the author, a reviewer", portal.Actor{ID: 1, Role: portal.Reviewer}, false},
		{"the author, an administrator", portal.Actor{ID: 1, Role: portal.Administrator}, false},
		{"the author in an office of one", portal.Actor{ID: 1, Role: portal.Reviewer, Solo: true}, true},
		{"the author, an editor, in an office of one", portal.Actor{ID: 1, Role: portal.Editor, Solo: true}, false},
		{"nobody", portal.Actor{}, false},
	} {
		if may := change.MayDecide(tt.actor); may != tt.may {
			t.Errorf("%s: %t, want %t", tt.name, may, tt.may)
		}
	}
}

func TestStateTellsWhoMayTouchAChange(t *testing.T) {
	author := portal.Actor{ID: 1, Role: portal.Editor}
	reviewer := portal.Actor{ID: 2, Role: portal.Reviewer}
	editable := []portal.State{portal.Draft, portal.Returned}
	open := []portal.State{portal.Draft, portal.Submitted, portal.Returned, portal.Scheduled}
	for _, state := range portal.States {
		change := portal.Change{AuthorID: 1, State: state}
		if may := change.MayEdit(author); may != slices.Contains(editable, state) {
			t.Errorf("%s: the author may edit: %t", state, may)
		}
		if change.MayEdit(reviewer) {
			t.Errorf("%s: somebody else may edit", state)
		}
		if may := change.MayDecide(reviewer); may != (state == portal.Submitted) {
			t.Errorf("%s: the reviewer may decide: %t", state, may)
		}
		if state.Open() != slices.Contains(open, state) {
			t.Errorf("%s: open is %t", state, state.Open())
		}
	}
}

func TestChangeNamesTheFieldsItTouches(t *testing.T) {
	c := portal.Change{Before: snapshot("a", `1`, "b", `1`), After: cited(snapshot("a", `1`, "b", `2`), "c", 1)}
	if got := c.Changed(); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("changed %v", got)
	}
}

func TestRoleIncludesTheOnesBeforeIt(t *testing.T) {
	for i, role := range portal.Roles {
		for j, other := range portal.Roles {
			if got := role.Includes(other); got != (i >= j) {
				t.Errorf("%s includes %s: %t", role, other, got)
			}
		}
		if portal.Role("visitor").Includes(role) || portal.Role("").Includes(role) {
			t.Errorf("an unknown role includes %s", role)
		}
		if role.Includes("visitor") || role.Includes("") {
			t.Errorf("%s includes an unknown role", role)
		}
	}
	if portal.Editor.Reviews() || !portal.Reviewer.Reviews() || !portal.Administrator.Reviews() {
		t.Error("reviewers and administrators review, editors do not")
	}
}
