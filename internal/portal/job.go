package portal

import "time"

// What is to be done in the background is a value whose fields lie in the queue. Its Kind is the name of the work there, and never
// changes once released.
type (
	// Tidy forgets what is kept for a time only and whose time has passed.
	Tidy struct{}

	// SendMail sends a mail.
	SendMail struct{ MailID int64 }

	// TellReviewers writes to those who may decide on a change that was handed in.
	TellReviewers struct{ ChangeID, Revision int64 }

	// TellAuthor writes to the author of a change that was decided on.
	TellAuthor struct{ ChangeID, Revision int64 }

	// TellBatchReviewers writes to those who may decide on a set of changes that was handed in.
	TellBatchReviewers struct{ BatchID int64 }

	// TellBatchAuthor writes to the author of a set of changes of which none waits any more, after a reviewer decided on the last.
	TellBatchAuthor struct{ BatchID, ReviewerID int64 }

	// TellUrgent writes to those who may review what was published without a review.
	TellUrgent struct{ ChangeID int64 }

	// TellAssignee writes to the reviewer who was given a change to look after.
	TellAssignee struct{ ChangeID, AssigneeID int64 }

	// TellComment writes to those who have to do with a change that somebody commented on.
	TellComment struct{ CommentID int64 }

	// TellReader writes to somebody who was named for a change that is limited to some.
	TellReader struct{ ChangeID, ReaderID int64 }

	// TellHeir writes to somebody who was given the open changes of a person who has left: how many, by whom.
	TellHeir struct {
		FromID, HeirID, ByID int64
		Changes              int
	}

	// TellLetter writes to reviewers of a citizen's letter.
	TellLetter struct{ LetterID int64 }

	// PublishDue publishes the scheduled changes whose time has come.
	PublishDue struct{}

	// TellSender writes to the sender of a letter that was answered.
	TellSender struct{ LetterID, Revision int64 }

	// Remind writes to staff of terms that run out soon and stages that take too long, and once a week of all that waits.
	Remind struct{}

	// TellInvited writes to somebody who is to set their password by a one-time link.
	TellInvited struct{ InvitationID int64 }

	// TellMoved writes to the old address of somebody of the staff who was given another one, and by whom.
	TellMoved struct {
		StaffID  int64
		From, By string
	}

	// AskToConfirm asks an address whether it wants an alert.
	AskToConfirm struct{ AlertID int64 }

	// TellCitizens writes to those whose alerts something published concerns.
	TellCitizens struct{}
)

// Kind is the name of the work in the queue.
func (Tidy) Kind() string { return "tidy" }

// Kind is the name of the work in the queue.
func (SendMail) Kind() string { return "mail" }

// Kind is the name of the work in the queue.
func (TellReviewers) Kind() string { return "tell_reviewers" }

// Kind is the name of the work in the queue.
func (TellAuthor) Kind() string { return "tell_author" }

// Kind is the name of the work in the queue.
func (TellBatchReviewers) Kind() string { return "tell_batch_reviewers" }

// Kind is the name of the work in the queue.
func (TellBatchAuthor) Kind() string { return "tell_batch_author" }

// Kind is the name of the work in the queue.
func (TellUrgent) Kind() string { return "tell_urgent" }

// Kind is the name of the work in the queue.
func (TellAssignee) Kind() string { return "tell_assignee" }

// Kind is the name of the work in the queue.
func (TellComment) Kind() string { return "tell_comment" }

// Kind is the name of the work in the queue.
func (TellReader) Kind() string { return "tell_reader" }

// Kind is the name of the work in the queue.
func (TellHeir) Kind() string { return "tell_heir" }

// Kind is the name of the work in the queue.
func (TellLetter) Kind() string { return "tell_letter" }

// Kind is the name of the work in the queue.
func (PublishDue) Kind() string { return "publish_due" }

// Kind is the name of the work in the queue.
func (TellSender) Kind() string { return "tell_sender" }

// Kind is the name of the work in the queue.
func (Remind) Kind() string { return "remind" }

// Kind is the name of the work in the queue.
func (TellInvited) Kind() string { return "tell_invited" }

// Kind is the name of the work in the queue.
func (TellMoved) Kind() string { return "tell_moved" }

// Kind is the name of the work in the queue.
func (AskToConfirm) Kind() string { return "ask_to_confirm" }

// Kind is the name of the work in the queue.
func (TellCitizens) Kind() string { return "tell_citizens" }

// JobKinds names all work that there is, for lists and for the words of each.
var JobKinds = []string{
	Tidy{}.Kind(), SendMail{}.Kind(), TellReviewers{}.Kind(), TellAuthor{}.Kind(), TellBatchReviewers{}.Kind(), TellBatchAuthor{}.Kind(),
	TellAssignee{}.Kind(), TellComment{}.Kind(), PublishDue{}.Kind(), TellSender{}.Kind(), Remind{}.Kind(), AskToConfirm{}.Kind(), TellCitizens{}.Kind(),
	CheckImport{}.Kind(), RunErrand{}.Kind(), TellUrgent{}.Kind(), TellInvited{}.Kind(), CheckLinks{}.Kind(), CheckLink{}.Kind(),
	CheckFiles{}.Kind(), ReadFiles{}.Kind(), NarrowImages{}.Kind(), TellReader{}.Kind(), TellLetter{}.Kind(), TellHeir{}.Kind(), TellMoved{}.Kind(),
}

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
	Runs     int       // how many finished runs of its kind it stands for, itself the last; 1 where each stands for itself
}

// MayRunAgain tells whether a person may have the work done again now.
func (j Job) MayRunAgain() bool { return j.State == JobDead || j.State == JobFailing }
