package portal

import (
	"strings"
	"time"
)

// Op is what a change does to the live record.
type Op string

// A change writes a record or takes it out of publication.
const (
	OpSave   Op = "save"
	OpRetire Op = "retire"
)

// State is where a change stands on its way.
type State string

// The states of a change.
const (
	Draft     State = "draft"
	Submitted State = "submitted"
	Returned  State = "returned"
	Scheduled State = "scheduled" // approved for a set time
	Applied   State = "applied"
	Rejected  State = "rejected"
	Withdrawn State = "withdrawn"
)

// States lists the states in the order of the way.
var States = []State{Draft, Submitted, Returned, Scheduled, Applied, Rejected, Withdrawn}

// Open tells whether the change can still become public.
func (s State) Open() bool { return s == Draft || s == Submitted || s == Returned || s == Scheduled }

// OpenStates are those of changes that somebody still has to finish.
func OpenStates() []State { return keep(States, State.Open) }

// Editable tells whether its author may still edit the change.
func (s State) Editable() bool { return s == Draft || s == Returned }

// Change is one edit of one record, from the first draft to the decision. A draft, a review, a line of history, an undo and an
// audit row are all this.
type Change struct {
	ID          int64
	Kind        Kind
	RecordID    int64 // 0 while the record is new
	BaseVersion int64 // the version of the record that it starts from, 0 for a new one
	Revision    int64 // how often the draft itself was saved; guards two tabs
	Op          Op
	Title       string // how the record was called, for lists
	Before      Snapshot
	After       Snapshot
	Reason      string
	State       State
	AuthorID    int64 // 0 for the seed
	Author      string
	BegunByID   int64  // who began it, where it was handed over to its author since; else 0
	BegunBy     string // empty where it was not
	ReviewerID  int64  // 0 while undecided
	Reviewer    string
	AssigneeID  int64 // the reviewer who looks after it, or 0; others may decide, too
	Assignee    string
	Note        string // the reviewer's words to the author
	Key         string // idempotency: one form, one change
	Within      string // the key of the form of another record within which it was proposed, or empty
	UndoOf      int64  // the change whose earlier state it brings back, or 0
	RestID      int64  // the change with which the author got back what a partial approval held back; 0 for none
	LetterID    int64  // the citizen's letter that it was made from, or 0
	BatchID     int64  // the batch that it belongs to, or 0
	CreatedAt   time.Time
	SubmittedAt time.Time
	DecidedAt   time.Time
	PublishAt   time.Time // for which it is approved; zero where it is not scheduled
	Held        string    // why its time passed in vain: HeldMovedOn, HeldNotAllowed, or empty
	Limited     bool      // until it is published, only its author and its readers may see it
	Readers     []int64   // staff whom the author named
	Urgent      string    // why its author published it without a review, or empty
	ReviewedAt  time.Time // when somebody reviewed what was published so; zero = not yet
	Hindsight   Hindsight // what that review found
}

// Seed is the author of the facts that the migrations brought.
const Seed = "seed"

// Revives tells whether the change brings back a record that is not public any more.
func (c Change) Revives() bool { return c.Op == OpSave && c.UndoOf != 0 && c.Before.Empty() }

// Changed lists the fields that the change touches.
func (c Change) Changed() []string { return Differences(c.Before, c.After) }

// CheckReason tells what is missing before the change may be handed in: why it is made.
func (c Change) CheckReason() (p Problems) {
	p.Must(strings.TrimSpace(c.Reason) != "", "reason", "problem.reason")
	return p
}

// Same tells whether another change would do the same for the same reason.
func (c Change) Same(other Change) bool {
	return c.Op == other.Op && c.Reason == other.Reason && len(Differences(c.After, other.After)) == 0
}

// MayEdit tells whether the actor may go on editing the change.
func (c Change) MayEdit(a Actor) bool { return c.Allows(DoEdit, a) == nil }

// MayDecide tells whether the actor may decide on the change: nobody decides on their own, unless the office allows it.
func (c Change) MayDecide(a Actor) bool { return c.Allows(DoDecide, a) == nil }

// MayAssign tells whether the actor may say who looks after the change while it waits.
func (c Change) MayAssign(a Actor) bool { return c.Allows(DoAssign, a) == nil }

// MayLookAfter tells whether somebody may be given the change: only who may decide on it.
func (c Change) MayLookAfter(p Staff, solo bool) bool {
	return !p.Disabled && c.MayDecide(Actor{ID: p.ID, Role: p.Role, Solo: solo})
}
