package portal

import (
	"regexp"
	"slices"
)

// Answer is what is known of a question that can be answered by yes or no.
type Answer string

// The answers.
const (
	Yes      Answer = "yes"
	No       Answer = "no"
	NotKnown Answer = "unknown"
)

// Answers lists the answers.
var Answers = []Answer{Yes, No, NotKnown}

// Condition is one condition of the outside check, with why it is answered so.
type Condition struct {
	Name   string // signed, fields or budget
	Answer Answer
	Why    Reason
	Rows   []Row // what the answer rests on; none where it is not known
}

// Key is the catalog key of the condition's words.
func (c Condition) Key() string { return "formality." + c.Name }

// Formality is the check by which Japan's council of local authorities (CLAIR) tells a sister city from a looser tie: an agreement
// signed by both heads, more than one field, and a budget that the council approved. It stands beside Indonesian law, not above it.
type Formality struct {
	Signed Condition
	Fields Condition
	Budget Condition
}

// Conditions lists the three.
func (f Formality) Conditions() []Condition { return []Condition{f.Signed, f.Fields, f.Budget} }

func (r reading) formality() Formality {
	return Formality{Signed: r.signedByHeads(), Fields: r.moreThanOneField(), Budget: r.budgeted()}
}

func condition(name string, a Answer, why string, args ...any) Condition {
	return Condition{Name: name, Answer: a, Why: Reason{Key: "formality." + name + "." + why, Args: args}}
}

func (c Condition) on(rows []Row) Condition {
	c.Rows = rows
	return c
}

// signedByHeads looks for one paper that the heads of both cities signed, be it at two ceremonies.
func (r reading) signedByHeads() Condition {
	governing, ok := r.governing()
	answer := condition("signed", NotKnown, "not_found")
	switch {
	case r.unsigned() && ok:
		return condition("signed", No, "nothing").on([]Row{{KindAgreement, governing.ID}})
	case r.unsigned():
		return condition("signed", No, "nothing").on([]Row{{KindCity, r.city.ID}})
	case !ok:
		return answer
	}
	for _, a := range r.lineage(governing) {
		home, partner, rows := r.signers(a)
		headed := slices.ContainsFunc(home, Person.head) && slices.ContainsFunc(partner, Person.head)
		switch {
		case headed:
			heads := slices.Concat(keep(home, Person.head), keep(partner, Person.head))
			return condition("signed", Yes, "both", heads).on(rows)
		case len(home) > 0 && len(partner) > 0:
			answer = condition("signed", No, "other", slices.Concat(onlyOthers(home), onlyOthers(partner))).on(rows)
		}
	}
	return answer
}

// signers are those who signed the agreement on each side, and the steps that say so; those who were only there are not among them.
// Partners lie in other countries, so a side is told by its country.
func (r reading) signers(a Agreement) (home, partner []Person, rows []Row) {
	for _, s := range byID(r.stepsOf([]Agreement{a}), func(s Step) int64 { return s.ID }) {
		if s.Stage != Signed && s.Stage != Renewed || len(s.Signatories) == 0 {
			continue
		}
		rows = append(rows, Row{KindStep, s.ID})
		for _, p := range s.Signatories {
			switch {
			case !p.Signed():
			case p.Side == r.city.Country:
				partner = append(partner, p)
			default:
				home = append(home, p)
			}
		}
	}
	return home, partner, rows
}

// onlyOthers are the signers of a side on which no head signed.
func onlyOthers(side []Person) []Person {
	if slices.ContainsFunc(side, Person.head) {
		return nil
	}
	return side
}

// A head's office begins with the word mayor, also of an acting one; that of a vice mayor, an envoy or a mayor pro tem does not.
var (
	headEN   = regexp.MustCompile(`(?i)^((acting|interim|lord) )*mayor($|,| of | \()`)
	headID   = regexp.MustCompile(`(?i)^((pj|plt|penjabat)\.? )*wali ?kota($|[ ,])`)
	attended = regexp.MustCompile(`(?i)\b(witness|saksi|present|hadir)\b`)
)

// head tells whether the office is that of a city's head.
func (p Person) head() bool { return headEN.MatchString(p.Role.EN) || headID.MatchString(p.Role.ID) }

// Signed tells whether the person is known to have signed: not as a witness, nor as one whom a source only names as present.
func (p Person) Signed() bool {
	return !attended.MatchString(p.Role.EN) && !attended.MatchString(p.Role.ID)
}

func (r reading) moreThanOneField() Condition {
	codes, rows := r.scope()
	switch n := len(codes); {
	case n > 1:
		return condition("fields", Yes, "several", n).on(rows)
	case n == 1:
		return condition("fields", No, "one").on(rows)
	case r.unsigned():
		return condition("fields", NotKnown, "nothing")
	}
	return condition("fields", NotKnown, "not_found")
}

// budgeted looks for a budget of the city for the tie. What the council approved is shown by the budget itself or by a source that speaks of
// its own acts; a report of it leaves the question open.
func (r reading) budgeted() Condition {
	reported := false
	for _, p := range byID(r.programs, func(p Program) int64 { return p.ID }) {
		if p.Kind != BudgetProgram || p.Status == ProgramPlanned {
			continue
		}
		if r.held[Row{KindProgram, p.ID}] || r.evidence.official(KindProgram, p.ID) {
			return condition("budget", Yes, "held", p.Title).on([]Row{{KindProgram, p.ID}})
		}
		reported = true
	}
	if reported {
		return condition("budget", NotKnown, "reported")
	}
	return condition("budget", NotKnown, "not_found")
}
