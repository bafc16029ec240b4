package portal

import "slices"

// Fact is one of the six core facts of a tie.
type Fact string

// The core facts.
const (
	FactKind     Fact = "kind"
	FactStart    Fact = "start"
	FactSigners  Fact = "signers"
	FactTerm     Fact = "term"
	FactScope    Fact = "scope"
	FactApproval Fact = "approval"
)

// CoreFacts lists the core facts.
var CoreFacts = []Fact{FactKind, FactStart, FactSigners, FactTerm, FactScope, FactApproval}

// Facts tells which core facts have a verifiable source.
type Facts struct {
	Sourced []Fact
	Missing []Fact
	Rows    []Row // the papers in which they are looked for
}

// coreFacts looks at the governing agreement and at those that it extends or implements; only its own term counts, because an
// older one has been replaced.
func (r reading) coreFacts() Facts {
	var f Facts
	if governing, ok := r.governing(); ok {
		for _, a := range r.lineage(governing) {
			f.Rows = append(f.Rows, Row{KindAgreement, a.ID})
		}
	}
	for _, fact := range CoreFacts {
		if r.knows(fact) {
			f.Sourced = append(f.Sourced, fact)
		} else {
			f.Missing = append(f.Missing, fact)
		}
	}
	return f
}

// knows tells whether a core fact is sourced. A step is one event, so a source that speaks of it at all speaks of who signed.
func (r reading) knows(fact Fact) bool {
	governing, ok := r.governing()
	if !ok {
		return false
	}
	chain := r.lineage(governing)
	switch fact {
	case FactKind:
		return slices.ContainsFunc(chain, func(a Agreement) bool { return r.evidence.supports(KindAgreement, a.ID, "legal_type", "instrument") })
	case FactStart:
		return slices.ContainsFunc(chain, r.knowsStart)
	case FactSigners:
		return slices.ContainsFunc(r.stepsOf(chain), func(s Step) bool { return slices.ContainsFunc(s.Signatories, Person.Signed) })
	case FactTerm:
		return governing.InForceUntil != "" && r.evidence.supports(KindAgreement, governing.ID, "in_force_until") ||
			!governing.Term.Empty() && r.evidence.supports(KindAgreement, governing.ID, "term")
	case FactScope:
		return slices.ContainsFunc(chain, r.knowsScope)
	}
	return r.knowsApproval(governing, chain)
}

func (r reading) knowsStart(a Agreement) bool {
	return a.SignedOn != "" && r.evidence.supports(KindAgreement, a.ID, "signed_on") ||
		a.InForceFrom != "" && r.evidence.supports(KindAgreement, a.ID, "in_force_from") ||
		slices.ContainsFunc(r.steps, func(s Step) bool {
			return s.AgreementID == a.ID && s.signing() && s.HappenedOn != "" &&
				r.evidence.supports(KindStep, s.ID, "happened_on")
		})
}

// knowsApproval tells whether the home council's decision is on record, for or against. A paper from before Law 24/2000 needs
// none: no act of its time that the register holds asks for one (the first is article 30 of PP 28/2018), so a sourced start
// answers the question as well.
func (r reading) knowsApproval(governing Agreement, chain []Agreement) bool {
	if r.predatesLaw(governing) && r.knowsStart(governing) {
		return true
	}
	return slices.ContainsFunc(r.approvalsOf(chain), func(a Approval) bool { return a.Kind == ByCouncil && a.Decision.Made() })
}
