package portal

import "time"

// RunErrand goes on with an errand.
type RunErrand struct{ ErrandID int64 }

// Kind is the name of the work in the queue.
func (RunErrand) Kind() string { return "run_errand" }

// ErrandKind is what an errand does.
type ErrandKind string

// The kinds of errands.
const (
	ErrandHandIn ErrandKind = "hand_in" // makes one batch of the lines of a file
	ErrandDecide ErrandKind = "decide"  // carries a verdict out on what of a batch waits
	ErrandUndo   ErrandKind = "undo"    // hands in the batch that takes another one back
)

// ErrandOutcome is what came of an errand.
type ErrandOutcome string

// The outcomes of errands.
const (
	ErrandUnderWay  ErrandOutcome = ""
	ErrandDone      ErrandOutcome = "done"
	ErrandStuck     ErrandOutcome = "stuck"     // but for changes that cannot be applied as things stand
	ErrandMoved     ErrandOutcome = "moved"     // nothing came of it: what it was about has changed meanwhile
	ErrandForbidden ErrandOutcome = "forbidden" // nothing came of it: whoever asked for it may no longer do so
)

// Errand is work on many records that somebody asked for once and that goes on in the background until it is done.
type Errand struct {
	ID        int64
	What      ErrandKind
	SubjectID int64 // the import that is handed in, or the batch that is decided on or undone
	ActorID   int64
	Solo      bool      // they decide on their own changes
	Reason    string    // of the batch that comes of it, or the note of the verdict
	Verdict   State     // of a decision
	SeenAt    time.Time // of a decision: up to when its changes were seen
	Key       string    // of the batch that comes of it
	Total     int       // changes that it is about
	Done      int       // of them
	Outcome   ErrandOutcome
	BatchID   int64 // the batch to look at afterwards, 0 for none yet
}
