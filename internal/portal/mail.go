package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// MailState is where a mail stands.
type MailState string

// The states of a mail.
const (
	MailWaiting MailState = "waiting" // to be sent, or sent again
	MailKept    MailState = "kept"    // there is no mail server; it can be read and handed over
	MailSent    MailState = "sent"
	MailDead    MailState = "dead" // the server does not take it
)

// MailStates lists the states: what needs a look first.
var MailStates = []MailState{MailDead, MailKept, MailWaiting, MailSent}

// MailKind is what a mail tells.
type MailKind string

// The kinds of mail.
const (
	MailHandedIn MailKind = "handed_in" // to reviewers: a change waits
	MailDecided  MailKind = "decided"   // to an author: their change was decided on
	MailReminder MailKind = "reminder"  // to staff: a term runs out soon, or a stage takes too long
	MailDigest   MailKind = "digest"    // to staff: what waits this week
	MailAssigned MailKind = "assigned"  // to a reviewer: a change was given to them
	MailComment  MailKind = "comment"   // to those who have to do with a change: somebody commented on it
	MailNamed    MailKind = "named"     // to staff: they may see a change that is limited to some
	MailHeir     MailKind = "heir"      // to staff: the open changes of somebody who has left are theirs now
	MailLetter   MailKind = "letter"    // to reviewers: a citizen's letter has come
	MailInvited  MailKind = "invited"   // to staff: a one-time link for their password
	MailMoved    MailKind = "moved"     // to the old address of somebody of the staff who has another one now
	MailAnswer   MailKind = "answer"    // to a citizen: their letter has an answer
	MailConfirm  MailKind = "confirm"   // to a citizen: whether they want an alert
	MailNews     MailKind = "news"      // to a citizen: what was published that their alerts concern
)

// Mail is one message to one person, and how far it has come.
type Mail struct {
	ID        int64
	Key       string // one cause, one mail
	Kind      MailKind
	To        string // empty once a citizen's mail is sent
	Lang      i18n.Lang
	Subject   string
	Plain     string // empty once it is sent
	HTML      string
	Leave     string // where its reader ends mail of this kind
	State     MailState
	Tries     int
	Error     string // of the last try
	WrittenAt time.Time
	SentAt    time.Time
	LetterID  int64 // whose sender it goes to, or 0
	AlertID   int64 // whose address it goes to, or 0

	InvitationID int64 // whose one-time link it carries, or 0
}

// MaySend tells whether a person may have the mail sent, or sent again.
func (m Mail) MaySend() bool { return m.State == MailKept || m.State == MailDead }

// MailTries is how often a mail is tried before it is given up; with the pauses of the queue, over a day.
const MailTries = 14

// Notices is what a member of staff wants to be told by mail.
type Notices struct {
	HandedIn  bool // changes that they may decide on
	Letters   bool // letters of citizens, to who reviews
	Decided   bool // decisions on their own changes
	Reminders bool // terms that run out soon, and stages that take too long
	Digest    bool // once a week, what waits
	Lang      i18n.Lang
}

// UsualNotices are those of a person who has chosen nothing.
var UsualNotices = Notices{HandedIn: true, Letters: true, Decided: true, Reminders: true, Lang: i18n.ID}
