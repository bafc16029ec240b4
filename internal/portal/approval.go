package portal

import "kotakembar/internal/i18n"

// ApprovalKind tells whose approval it is.
type ApprovalKind string

// The kinds: the home city's council (DPRD), the partner's council, or a ministry.
const (
	ByCouncil        ApprovalKind = "dprd"
	ByForeignCouncil ApprovalKind = "foreign_council"
	ByMinistry       ApprovalKind = "ministry"
)

// ApprovalKinds lists the choices.
var ApprovalKinds = []ApprovalKind{ByCouncil, ByForeignCouncil, ByMinistry}

// Group is the step of the legal path in which a reader sees an approval of this kind.
func (k ApprovalKind) Group() StageGroup {
	switch k {
	case ByCouncil:
		return CouncilStage.Group()
	case ByMinistry:
		return Verification.Group()
	}
	return ByPartner
}

// Decision is what a council or ministry decided.
type Decision string

// The decisions.
const (
	Pending   Decision = "pending"
	Approved  Decision = "approved"
	Refused   Decision = "refused"
	Discussed Decision = "discussed" // what was decided is about something else, and the tie came up along with it
)

// Decisions lists the choices.
var Decisions = []Decision{Pending, Approved, Refused, Discussed}

// Made tells whether anything was decided about the tie itself.
func (d Decision) Made() bool { return d == Approved || d == Refused }

// Approval is a decision about an agreement, of the council above all.
type Approval struct {
	Meta
	AgreementID    int64
	Kind           ApprovalKind
	Body           string // name of the deciding body in its own language
	Number         string // of the decision; empty = not known
	NumberNotFound bool   // searched for in the archive and not found
	ProposedOn     Date
	DecidedOn      Date // for a pending one: the day on which it was reported pending
	Decision       Decision
	Sectors        []string    // codes of the sectors approved
	Scope          []ScopeLine // what was approved beside what was signed, field by field in their own words
	Note           i18n.Text
}

// BodyLang is the language of the deciding body's name: the partner's, or Indonesian for those of this country.
func (a Approval) BodyLang(partner City) string {
	if a.Kind == ByForeignCouncil {
		return i18n.Spoken(a.Body, partner.NativeLang)
	}
	return string(i18n.ID)
}

// Told is the deciding body where a name in another language cannot be marked as one: by what it is.
func (a Approval) Told() i18n.Text {
	told, _ := i18n.Lookup("choice.approval.kind." + string(a.Kind))
	if a.Kind != ByForeignCouncil {
		told.ID = a.Body
	}
	return told
}

// Check tells what is wrong with the approval.
func (a Approval) Check() error {
	var p Problems
	p.Must(a.AgreementID != 0, "agreement_id", "problem.required")
	p.Must(a.Body != "", "body", "problem.required")
	oneOf(&p, a.Kind, ApprovalKinds, "kind")
	oneOf(&p, a.Decision, Decisions, "decision")
	p.Must(a.Number != "" || a.NumberNotFound, "number", "problem.number_or_not_found")
	p.Must(a.Number == "" || !a.NumberNotFound, "number", "problem.number_and_not_found")
	p.date(a.ProposedOn, "proposed_on")
	p.date(a.DecidedOn, "decided_on")
	p.ordered(a.ProposedOn, a.DecidedOn, "decided_on", "problem.decided_before_proposed")
	p.scope(a.Scope)
	p.notHalf(a.Note, "note")
	return p.Err()
}
