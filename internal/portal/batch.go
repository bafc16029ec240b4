package portal

import (
	"slices"
	"strings"
	"time"
)

// BatchOrigin is where a batch comes from.
type BatchOrigin string

// The origins of batches.
const (
	BatchBulk   BatchOrigin = "bulk"   // one correction of several records of a list
	BatchImport BatchOrigin = "import" // rows of a file
	BatchUndo   BatchOrigin = "undo"   // takes back what another batch made public
)

// BatchOrigins lists the origins.
var BatchOrigins = []BatchOrigin{BatchBulk, BatchImport, BatchUndo}

// Batch is a set of changes that are handed in, decided on and undone together. Each is an ordinary change, in the history of its
// record like any other.
type Batch struct {
	ID         int64
	Origin     BatchOrigin
	Reason     string
	AuthorID   int64
	Author     string
	UndoOf     int64  // the batch that it takes back, or 0
	LeftOut    int    // records that were chosen and could not be taken in
	Key        string // idempotency: one form, one batch
	CreatedAt  time.Time
	Counts     map[State]int // its changes by state
	DecidingID int64         // the errand that carries a decision on it out, or 0
	AssigneeID int64         // the reviewer who looks after it, or 0
	Assignee   string
	SeenAt     time.Time // when the newest of those that wait was handed in; zero = none waits
}

// Size is how many changes the batch has.
func (b Batch) Size() (n int) {
	for _, count := range b.Counts {
		n += count
	}
	return n
}

// Check tells what is wrong with the batch itself.
func (b Batch) Check() error {
	var p Problems
	p.Must(strings.TrimSpace(b.Reason) != "", "reason", "problem.reason")
	p.Must(slices.Contains(BatchOrigins, b.Origin), "origin", "problem.choice")
	return p.Err()
}

// MayDecide tells whether the actor may decide on what of the batch waits: nobody decides on their own, unless the office allows it.
func (b Batch) MayDecide(a Actor) bool {
	return b.Counts[Submitted] > 0 && b.DecidingID == 0 && a.Role.Reviews() && (b.AuthorID != a.ID || a.Solo)
}

// MayAssign tells whether the actor may say who looks after the batch while it waits.
func (b Batch) MayAssign(a Actor) bool { return b.Counts[Submitted] > 0 && a.Role.Reviews() }

// MayLookAfter tells whether somebody may be given the batch: only who may decide on it.
func (b Batch) MayLookAfter(p Staff, solo bool) bool {
	return !p.Disabled && b.MayDecide(Actor{ID: p.ID, Role: p.Role, Solo: solo})
}

// MayWithdraw tells whether the actor may take back what of the batch has not been decided on.
func (b Batch) MayWithdraw(a Actor) bool {
	return b.AuthorID == a.ID && b.Counts[Submitted]+b.Counts[Returned] > 0
}

// Undone is the change that takes back what a change made public, on top of what is public now. What others changed since then
// stays; where they changed the same fields, or the record is gone, ok is false. So it is where nothing is left to take back.
func (c Change) Undone(live Snapshot, version int64) (undo Change, ok bool) {
	undo = Change{
		Kind: c.Kind, RecordID: c.RecordID, BaseVersion: version, Op: OpSave, Title: c.Title,
		Before: live, State: Submitted, UndoOf: c.ID,
	}
	switch {
	case c.State != Applied || live.Empty() != (c.Op == OpRetire):
		return undo, false
	case c.Op == OpRetire:
		undo.After = c.Before
		return undo, true
	case c.Before.Empty():
		undo.Op = OpRetire
		return undo, len(Differences(c.After, live)) == 0
	}
	merged, conflicts := Merge(c.After, live, c.Before)
	undo.After = merged
	return undo, len(conflicts) == 0 && len(Differences(live, merged)) > 0
}
