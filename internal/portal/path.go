package portal

import "slices"

// DocumentState is whether the document of a step is held.
type DocumentState string

// The states; DocumentUnknown: none is held, and nobody says that it was searched for.
const (
	DocumentHeld    DocumentState = "held"
	DocumentMissing DocumentState = "missing"
	DocumentUnknown DocumentState = "unknown"
)

// PathStep is one step that the rules of a paper's time ask for, as far as it is on record.
type PathStep struct {
	Stage    Stage // the one that stands for the step
	Recorded bool
	On       Date // the first that is known; empty = none
	Document DocumentState
	Late     bool  // dated before a step that should come before it
	Rows     []Row // of steps, approvals and papers
}

// Key is the catalog key of the step's name.
func (s PathStep) Key() string { return "indicator.path.step." + string(s.Stage) }

// Path (V7) is the checklist of the legal steps that the governing paper needed, by its kind and by the rules of its time, and where its
// term stands. It is told in words and steps, not as a number.
type Path struct {
	Term     Reason
	Unsigned bool       // nothing was signed, not even an intent
	Older    bool       // signed, or last renewed, before Law 24/2000: no checklist
	Steps    []PathStep // none where nothing is asked for, or it is not known what
}

// pathStages are the steps of the checklist, each with the stages that it gathers. The partner's consent is of another law, and no
// sign that ministries were asked.
var pathStages = map[Stage][]Stage{
	Exploration:  {Initiative, Exploration},
	Intent:       {Intent},
	Plan:         {Plan},
	CouncilStage: {CouncilStage},
	Verification: {Verification, Drafting, FullPowers},
	Signed:       {Signed, Renewed, Amended},
}

func (r reading) path() Path {
	state := r.legalState()
	p := Path{Term: state.Reason, Unsigned: state.Mark == LegalNone}
	governing, ok := r.governing()
	if !ok {
		return p
	}
	p.Older = r.predatesLaw(governing)
	var last Date
	for _, stage := range r.asked(governing) {
		step := r.pathStep(stage, governing)
		step.Late = step.On != "" && last != "" && step.On.Latest().Before(last.Earliest())
		if step.On != "" && !step.Late {
			last = step.On
		}
		p.Steps = append(p.Steps, step)
	}
	return p
}

// asked lists the steps that the rules of its time ask of a paper, as far as those rules were read: PP 28/2018 as other acts and
// officials repeat it (a letter of intent stands at the second step of its path), and before it Law 24/2000, article 5: consult with
// the Minister before signing. What a paper without a date needed is not known where it may be older than that law.
func (r reading) asked(a Agreement) []Stage {
	signed := r.renewedOn(a)
	current := a.Regime == Regime2018
	switch {
	case a.Instrument == NoInstrument, r.predatesLaw(a), signed == "" && !current && a.Regime != Regime2006:
		return nil
	case a.Instrument == LetterOfIntent && current:
		return []Stage{Exploration, Intent}
	case a.Instrument == LetterOfIntent:
		return []Stage{Intent}
	case current:
		return []Stage{Exploration, Intent, Plan, CouncilStage, Verification, Signed}
	}
	return []Stage{Verification, Signed}
}

// pathStep gathers what is on record of a step of a paper's path: events, but those that prepare its renewal, decisions, and for the
// signing the papers themselves.
func (r reading) pathStep(stage Stage, governing Agreement) PathStep {
	n, chain, signed := PathStep{Stage: stage, Document: DocumentUnknown}, r.lineage(governing), r.renewedOn(governing)
	var dates []Date
	note := func(of Row, on Date, searched bool) {
		n.Recorded, n.Rows, dates = true, append(n.Rows, of), append(dates, on)
		switch {
		case r.held[of]:
			n.Document = DocumentHeld
		case searched && n.Document != DocumentHeld:
			n.Document = DocumentMissing
		}
	}
	for _, s := range byID(r.stepsOf(chain), func(s Step) int64 { return s.ID }) {
		if slices.Contains(pathStages[stage], s.Stage) && !s.renews(governing, signed) {
			note(Row{KindStep, s.ID}, s.HappenedOn, s.NoDocument)
		}
	}
	for _, a := range byID(r.approvalsOf(chain), func(a Approval) int64 { return a.ID }) {
		if a.stage() == stage && a.Decision.Made() {
			note(Row{KindApproval, a.ID}, a.DecidedOn, a.NumberNotFound)
		}
	}
	for _, a := range chain {
		if stage == Signed && a.Instrument.Binding() || stage == Intent && a.Instrument == LetterOfIntent {
			note(Row{KindAgreement, a.ID}, r.startOf(a), false)
		}
	}
	n.On = earliest(dates)
	return n
}

// stage is the step of the checklist that the approval makes; that of the partner's council makes none, being of another law.
func (a Approval) stage() Stage {
	switch a.Kind {
	case ByCouncil:
		return CouncilStage
	case ByMinistry:
		return Verification
	}
	return ""
}

// approvalsOf are the decisions about some agreements.
func (r reading) approvalsOf(chain []Agreement) []Approval {
	return keep(r.approvals, func(d Approval) bool {
		return slices.ContainsFunc(chain, func(a Agreement) bool { return a.ID == d.AgreementID })
	})
}

// Dated is the share of the steps asked for that are on record with a date.
func (p Path) Dated() Share {
	return Share{len(keep(p.Steps, func(s PathStep) bool { return s.On != "" })), len(p.Steps)}
}

func (p Path) figure() Figure {
	switch {
	case p.Unsigned:
		return silent(p.Term)
	case p.Older:
		return silent(Reason{Key: "indicator.path.older"}, p.olderTerm())
	case len(p.Steps) == 0:
		return silent(Reason{Key: "indicator.path.nothing_asked"}, p.Term)
	}
	f := Figure{Said: []Reason{p.Term}}
	recorded := keep(p.Steps, func(s PathStep) bool { return s.Recorded })
	held := keep(p.Steps, func(s PathStep) bool { return s.Document == DocumentHeld })
	f.Said = append(f.Said,
		share("indicator.path.recorded", len(recorded), len(p.Steps)),
		share("indicator.path.held", len(held), len(p.Steps)))
	if late := keep(p.Steps, func(s PathStep) bool { return s.Late }); len(late) > 0 {
		f.Said = append(f.Said, Reason{Key: "indicator.path.late", Args: []any{late}})
	}
	for _, s := range p.Steps {
		f.Rows = append(f.Rows, s.Rows...)
	}
	return f.rankedBy(p.Dated())
}

// olderTerm is the term of a paper that has just been called older than the law, which its own reason need not say again.
func (p Path) olderTerm() Reason {
	if p.Term.Key == "legal.reason."+string(LegalOlder) {
		return Reason{Key: "indicator.path.no_term"}
	}
	return p.Term
}
