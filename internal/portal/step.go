package portal

import "kotakembar/internal/i18n"

// Stage is a stage on the legal path of a cooperation. Stages are skipped, repeated and stall, so a path is a list of dated
// steps and never one status.
type Stage string

// The stages: a to g and the later ones of the procedure, with the four ways in which a term ends.
const (
	Initiative     Stage = "initiative"
	Exploration    Stage = "exploration"
	Intent         Stage = "loi"
	Plan           Stage = "plan"
	CouncilStage   Stage = "dprd"
	Verification   Stage = "verification"
	Drafting       Stage = "draft"
	PartnerConsent Stage = "partner_consent"
	FullPowers     Stage = "full_powers"
	Signed         Stage = "signed"
	Implementation Stage = "implementing"
	Monitoring     Stage = "monitoring"
	Renewed        Stage = "renewed"
	Amended        Stage = "amended"
	Terminated     Stage = "ended"
	Lapsed         Stage = "lapsed"
)

// Stages lists the stages in the order of the procedure.
var Stages = []Stage{
	Initiative, Exploration, Intent, Plan, CouncilStage, Verification, Drafting, PartnerConsent, FullPowers, Signed,
	Implementation, Monitoring, Renewed, Amended, Terminated, Lapsed,
}

// StageGroup is one of the steps that a reader sees: seven of the home city's law, and between them the partner's own.
type StageGroup string

// ByPartner is what the partner decides by its own law; the home city's asks for no such step.
const ByPartner StageGroup = "partner"

// StageGroups lists the steps in their order.
var StageGroups = []StageGroup{"exploration", "intent", "council", "ministries", ByPartner, "signing", "implementation", "evaluation"}

// Group is the step in which a reader sees the stage.
func (s Stage) Group() StageGroup {
	switch s {
	case Initiative, Exploration:
		return "exploration"
	case Intent, Plan:
		return "intent"
	case CouncilStage:
		return "council"
	case Verification, Drafting, FullPowers:
		return "ministries"
	case PartnerConsent:
		return ByPartner
	case Signed, Renewed, Amended: // a further signature
		return "signing"
	case Implementation:
		return "implementation"
	}
	return "evaluation"
}

// Person is somebody who signed or witnessed, with the office held that day.
type Person struct {
	Name string    `json:"name"`
	Role i18n.Text `json:"role"`
	Side string    `json:"side"` // ISO 3166-1 alpha-2 of the side
}

// Step is one dated event on an agreement's legal path.
type Step struct {
	Meta
	AgreementID int64
	Stage       Stage
	HappenedOn  Date
	Place       i18n.Text
	Signatories []Person
	Note        i18n.Text
	NoDocument  bool // searched for and not found
}

// GroupIn is the step of a paper's path in which a reader sees the event: a renewal in the making belongs to its evaluation.
func (s Step) GroupIn(a Agreement) StageGroup {
	if s.renews(a, a.SignedOn) {
		return Monitoring.Group()
	}
	return s.Stage.Group()
}

// renews tells whether the event prepares another text than that of the paper, which was signed before.
func (s Step) renews(a Agreement, signed Date) bool {
	switch s.Stage {
	case Initiative, Exploration, Plan, Drafting:
		return a.Instrument.Binding() && signed != "" && s.HappenedOn != "" && signed.Latest().Before(s.HappenedOn.Earliest())
	}
	return false
}

// Check tells what is wrong with the step.
func (s Step) Check() error {
	var p Problems
	p.Must(s.AgreementID != 0, "agreement_id", "problem.required")
	oneOf(&p, s.Stage, Stages, "stage")
	p.date(s.HappenedOn, "happened_on")
	p.notHalf(s.Place, "place")
	p.notHalf(s.Note, "note")
	for _, person := range s.Signatories {
		p.Must(person.Name != "", "signatories", "problem.signatory_name")
	}
	return p.Err()
}
