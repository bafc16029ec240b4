package portal_test

import (
	"errors"
	"testing"
	"time"

	"kotakembar/internal/portal"
)

// may tells who may do what in which state: a for the author alone, r for reviewers who are not the author, s for a reviewer who is
// the author where the office has one person, u for a reviewer who is the author elsewhere, e for any other editor.
var may = map[portal.Move]map[portal.State]string{
	portal.DoEdit:       {portal.Draft: "aus", portal.Returned: "aus"},
	portal.DoSubmit:     {portal.Draft: "aus", portal.Returned: "aus"},
	portal.DoWithdraw:   {portal.Draft: "aus", portal.Submitted: "aus", portal.Returned: "aus", portal.Scheduled: "aus"},
	portal.DoRecall:     {portal.Submitted: "aus"},
	portal.DoDecide:     {portal.Submitted: "rs"},
	portal.DoSchedule:   {portal.Submitted: "rs"},
	portal.DoUnschedule: {portal.Scheduled: "arsu"},
	portal.DoAssign:     {portal.Submitted: "rsu"},
	portal.DoUrgently:   {portal.Submitted: "u"},
	portal.DoReview:     {portal.Applied: "rs"},
	portal.DoLimit:      {portal.Draft: "aus", portal.Submitted: "aus", portal.Returned: "aus", portal.Scheduled: "aus"},
	portal.DoComment: {
		portal.Draft: "aersu", portal.Submitted: "aersu", portal.Returned: "aersu", portal.Scheduled: "aersu",
		portal.Applied: "aersu", portal.Rejected: "aersu", portal.Withdrawn: "aersu",
	},
}

func TestWhoMayDoWhatInWhichState(t *testing.T) {
	actors := map[rune]portal.Actor{
		'a': {ID: 1, Role: portal.Editor}, 'u': {ID: 1, Role: portal.Reviewer}, 's': {ID: 1, Role: portal.Reviewer, Solo: true},
		'e': {ID: 2, Role: portal.Editor}, 'r': {ID: 2, Role: portal.Administrator},
	}
	for _, do := range portal.Moves {
		for _, state := range portal.States {
			for name, actor := range actors {
				want := false
				for _, who := range may[do][state] {
					want = want || who == name
				}
				err := portal.Change{AuthorID: 1, Op: portal.OpSave, State: state, Urgent: "mendesak"}.Allows(do, actor)
				if (err == nil) != want {
					t.Errorf("%s, %s, %c: %v", do, state, name, err)
				}
				if err != nil && !errors.Is(err, portal.ErrForbidden) && !errors.Is(err, portal.ErrConflict) {
					t.Errorf("%s, %s, %c: %v is no word of the trade", do, state, name, err)
				}
			}
			if err := (portal.Change{AuthorID: 0, State: state}).Allows(do, portal.Actor{}); err == nil {
				t.Errorf("%s, %s: nobody may", do, state)
			}
		}
	}
}

func TestWhoBeganAChangeThatWasHandedOverDoesNotDecideOnIt(t *testing.T) {
	began := portal.Actor{ID: 1, Role: portal.Reviewer}
	waiting := portal.Change{AuthorID: 2, BegunByID: began.ID, State: portal.Submitted}
	published := portal.Change{AuthorID: 2, BegunByID: began.ID, State: portal.Applied, Urgent: "mendesak"}
	if waiting.Allows(portal.DoDecide, began) == nil || published.Allows(portal.DoReview, began) == nil {
		t.Error("who wrote it decides on it")
	}
	if err := waiting.Allows(portal.DoDecide, portal.Actor{ID: 3, Role: portal.Reviewer}); err != nil {
		t.Errorf("nobody else may: %v", err)
	}
}

func TestPublicationIsSetForATimeAheadWithinAYear(t *testing.T) {
	now := time.Date(2026, time.November, 24, 5, 0, 0, 0, time.UTC)
	for at, ok := range map[time.Time]bool{
		{}: false, now.Add(-time.Hour): false, now: false, now.Add(time.Hour): true, now.AddDate(1, 0, 0): true, now.AddDate(1, 0, 2): false,
	} {
		if err := portal.CheckSchedule(at, now); (err == nil) != ok {
			t.Errorf("%s: %v", at, err)
		}
	}
}
