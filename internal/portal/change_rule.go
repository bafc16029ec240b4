package portal

import "time"

// Move is what somebody may do with a change.
type Move string

// The moves.
const (
	DoEdit       Move = "edit"
	DoSubmit     Move = "submit"
	DoWithdraw   Move = "withdraw"
	DoRecall     Move = "recall"   // make it a draft again
	DoDecide     Move = "decide"   // approve, return or reject
	DoSchedule   Move = "schedule" // approve for a set time
	DoUnschedule Move = "unschedule"
	DoAssign     Move = "assign"
	DoComment    Move = "comment"
	DoUrgently   Move = "urgently" // publish one's own, unreviewed
	DoLimit      Move = "limit"    // say who may see it
	DoReview     Move = "review"   // afterwards, of what was published so
)

// Moves lists the moves in the order of a change's way.
var Moves = []Move{DoEdit, DoSubmit, DoWithdraw, DoRecall, DoDecide, DoSchedule, DoUnschedule, DoAssign, DoComment, DoUrgently, DoLimit, DoReview}

// Allows tells whether the actor may do something with the change as it stands: nil, ErrForbidden where they never may, and
// ErrConflict where its state does not let anybody.
func (c Change) Allows(do Move, a Actor) error {
	if c.Limited && !c.MaySee(a) {
		return ErrForbidden
	}
	mine := c.AuthorID != 0 && c.AuthorID == a.ID
	wrote := mine || c.BegunByID != 0 && c.BegunByID == a.ID // what was handed over is still nobody's own to decide on
	var who, when bool
	switch do {
	case DoEdit, DoSubmit:
		who, when = mine, c.State.Editable()
	case DoWithdraw:
		who, when = mine, c.State.Open()
	case DoRecall:
		who, when = mine, c.State == Submitted && c.BatchID == 0 && c.Op == OpSave
	case DoDecide, DoSchedule:
		who, when = a.Role.Reviews() && (!wrote || a.Solo), c.State == Submitted
	case DoUnschedule:
		who, when = a.Role.Reviews() || mine && a.Role.Includes(Editor), c.State == Scheduled
	case DoAssign:
		who, when = a.Role.Reviews(), c.State == Submitted
	case DoComment:
		who, when = a.Role.Includes(Editor), true
	case DoUrgently:
		who, when = a.Role.Reviews() && mine && !a.Solo, c.State == Submitted
	case DoLimit:
		who, when = mine, c.State.Open() && c.BatchID == 0
	case DoReview:
		who, when = a.Role.Reviews() && (!wrote || a.Solo), c.Unreviewed()
	}
	switch {
	case !who:
		return ErrForbidden
	case !when:
		return ErrConflict
	}
	return nil
}

// Why a scheduled change could not be published at its time.
const (
	HeldMovedOn    = "moved_on"    // the record was published in another version meanwhile
	HeldNotAllowed = "not_allowed" // it breaks a rule that it kept when it was approved
)

// How far ahead a publication may be set.
const (
	soonestSchedule  = time.Minute
	farthestSchedule = 366 * 24 * time.Hour
)

// CheckSchedule tells whether a change may be published at a time.
func CheckSchedule(at, now time.Time) error {
	var p Problems
	switch {
	case at.IsZero():
		p.Add("publish_at", "problem.schedule")
	case at.Before(now.Add(soonestSchedule)):
		p.Add("publish_at", "problem.schedule_past")
	case at.After(now.Add(farthestSchedule)):
		p.Add("publish_at", "problem.schedule_far")
	}
	return p.Err()
}
