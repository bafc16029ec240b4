package portal

import "time"

// What is to be done in the background is a value whose fields lie in the queue. Its Kind is the name of the work there, and never
// changes once released.
type (
	// Tidy forgets what is kept for a time only and whose time has passed.
	Tidy struct{}
)

// Kind is the name of the work in the queue.
func (Tidy) Kind() string { return "tidy" }

// JobKinds names all work that there is, for lists and for the words of each.
var JobKinds = []string{Tidy{}.Kind()}

// JobState is where a piece of background work stands.
type JobState string

// The states of background work as people ask for them.
const (
	JobWaiting JobState = "waiting" // to be done, now or at its time
	JobRunning JobState = "running"
	JobFailing JobState = "failing" // failed, and is tried again
	JobDone    JobState = "done"
	JobDead    JobState = "dead" // given up: failed too often, or called off
)

// JobStates lists the states: what needs a look first.
var JobStates = []JobState{JobDead, JobFailing, JobRunning, JobWaiting, JobDone}

// Job is one piece of background work.
type Job struct {
	ID       int64
	What     string // its kind
	State    JobState
	Attempts int
	Most     int // attempts before it is given up
	Due      time.Time
	Tried    time.Time // zero = never
	Ended    time.Time // zero = not yet
	Error    string    // the last one, empty where none was
}

// MayRunAgain tells whether a person may have the work done again now.
func (j Job) MayRunAgain() bool { return j.State == JobDead || j.State == JobFailing }
