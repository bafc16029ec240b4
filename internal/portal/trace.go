package portal

import "time"

// TraceKind is what somebody of the staff did.
type TraceKind string

// What the audit trail tells of.
const (
	TraceSignIn         TraceKind = "sign_in"
	TraceSignInRefused  TraceKind = "sign_in_refused"
	TraceSignOut        TraceKind = "sign_out"
	TracePassword       TraceKind = "password_changed"
	TracePasswordGiven  TraceKind = "password_given"
	TraceStaffAdded     TraceKind = "staff_added"
	TraceInvited        TraceKind = "invited"
	TraceInvitationUsed TraceKind = "invitation_used"
	TraceUninvited      TraceKind = "invitation_withdrawn"
	TraceAccess         TraceKind = "access_changed"
	TraceRenamed        TraceKind = "name_changed"
	TraceAddress        TraceKind = "address_changed"
	TraceLanguage       TraceKind = "language_changed"
	TraceHandedIn       TraceKind = "change_handed_in"
	TraceWithdrawn      TraceKind = "change_withdrawn"
	TraceApplied        TraceKind = "change_applied"
	TracePartApplied    TraceKind = "change_part_applied"
	TraceReturned       TraceKind = "change_returned"
	TraceRejected       TraceKind = "change_rejected"
	TraceScheduled      TraceKind = "change_scheduled"
	TraceUnscheduled    TraceKind = "change_unscheduled"
	TraceAssigned       TraceKind = "change_assigned"
	TraceTaskGiven      TraceKind = "task_given"
	TraceBatchAssigned  TraceKind = "batch_assigned"
	TraceRecalled       TraceKind = "change_recalled"
	TraceHandedOver     TraceKind = "change_handed_over"
	TraceLimited        TraceKind = "change_limited"
	TraceUnlimited      TraceKind = "change_unlimited"
	TraceUrgent         TraceKind = "change_urgent"
	TraceKept           TraceKind = "change_kept"
	TraceUndone         TraceKind = "change_undone"
	TraceCommented      TraceKind = "change_commented"
	TraceLetterTaken    TraceKind = "letter_take"
	TraceLetterAnswered TraceKind = "letter_answer"
	TraceLetterDeclined TraceKind = "letter_decline"
	TraceLetterSpam     TraceKind = "letter_spam"
	TraceLetterNoSpam   TraceKind = "letter_unspam"
	TraceCodeRefused    TraceKind = "code_refused"
	TraceCodeUsed       TraceKind = "code_used"
	TraceCodesMade      TraceKind = "codes_made"
	TraceFactorAdded    TraceKind = "factor_added"
	TraceFactorRemoved  TraceKind = "factor_removed"
	TracePasskeyAdded   TraceKind = "passkey_added"
	TracePasskeyRemoved TraceKind = "passkey_removed"
	TraceSessionsEnded  TraceKind = "sessions_ended"
	TraceExported       TraceKind = "exported"
	TraceReportSent     TraceKind = "report_sent"
	TraceTranslation    TraceKind = "translation_right"
	TraceQuestionnaire  TraceKind = "questionnaire_opened"
	TraceQuestionsEnd   TraceKind = "questionnaire_closed"
	TracePaper          TraceKind = "questionnaire_paper"
	TraceFileForgotten  TraceKind = "file_forgotten"
	TraceRoleRefused    TraceKind = "role_refused"
	TraceJobAgain       TraceKind = "job_again"
	TraceMailAgain      TraceKind = "mail_again"
	TraceMailRead       TraceKind = "mail_read"
	TraceLetterFile     TraceKind = "letter_file"
	TraceLinkChecked    TraceKind = "link_checked"
)

// TraceKinds lists what the audit trail tells of, in the order in which people look for it.
var TraceKinds = []TraceKind{
	TraceSignIn, TraceSignInRefused, TraceSignOut, TraceCodeRefused, TracePassword, TracePasswordGiven, TraceFactorAdded, TraceFactorRemoved,
	TracePasskeyAdded, TracePasskeyRemoved, TraceCodesMade, TraceCodeUsed, TraceSessionsEnded, TraceStaffAdded, TraceInvited, TraceInvitationUsed, TraceUninvited, TraceAccess,
	TraceRenamed, TraceAddress, TraceLanguage,
	TraceHandedIn, TraceWithdrawn, TraceApplied, TracePartApplied, TraceReturned, TraceRejected, TraceScheduled, TraceUnscheduled, TraceUrgent, TraceKept, TraceUndone,
	TraceRecalled, TraceHandedOver, TraceLimited, TraceUnlimited, TraceAssigned, TraceBatchAssigned, TraceTaskGiven, TraceCommented,
	TraceLetterTaken, TraceLetterAnswered, TraceLetterDeclined, TraceLetterSpam, TraceLetterNoSpam, TraceExported, TraceReportSent, TraceTranslation, TraceQuestionnaire,
	TraceQuestionsEnd, TracePaper, TraceLetterFile, TraceMailRead, TraceMailAgain, TraceJobAgain, TraceLinkChecked, TraceFileForgotten, TraceRoleRefused,
}

// What a deed may be about, beside the kinds of records, which are told by the change.
const (
	AboutChange = "change"
	AboutStaff  = "staff"
	AboutLetter = "letter"
)

// Trace is one line of the audit trail. It never holds passwords, codes, tokens or contact data.
type Trace struct {
	ID        int64
	DoneAt    time.Time
	Kind      TraceKind
	StaffID   int64  // who did it; 0 where nobody is known, or the program itself
	Who       string // the name at that time
	AboutKind string // AboutChange, AboutStaff, AboutLetter, or empty
	AboutID   int64
	About     string // what it was called at that time
	Was       string // before and after, where that is short: a role
	Became    string
}

// By returns a deed of an actor.
func By(a Actor, kind TraceKind) Trace { return Trace{Kind: kind, StaffID: a.ID, Who: a.Name} }

// TraceOfLetter is what the audit trail calls the treatment of a letter.
func TraceOfLetter(act LetterAct) TraceKind { return TraceKind("letter_" + act) }

// On returns the deed with what it was about.
func (d Trace) On(kind string, id int64, name string) Trace {
	d.AboutKind, d.AboutID, d.About = kind, id, name
	return d
}
