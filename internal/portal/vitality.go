package portal

import (
	"slices"
	"time"
)

// Label says in a word or two whether a tie lives.
type Label string

// The labels, in the order of the rules.
const (
	LabelEnded           Label = "ended"
	LabelExploratory     Label = "exploratory"
	LabelNotAssessable   Label = "not_assessable"
	LabelDormant         Label = "dormant"
	LabelCeremonial      Label = "ceremonial"
	LabelActive          Label = "active"
	LabelActiveNoResults Label = "active_no_results"
	LabelInfrequent      Label = "infrequent"
)

// Labels lists the labels: rule n gives the label n-1.
var Labels = []Label{
	LabelEnded, LabelExploratory, LabelNotAssessable, LabelDormant, LabelCeremonial, LabelActive, LabelActiveNoResults, LabelInfrequent,
}

// Key is the catalog key of the label's words.
func (l Label) Key() string { return "vitality.label." + string(l) }

// enoughFacts is how many of the six core facts must be sourced for silence to mean sleep.
const enoughFacts = 3

// Vitality is a label together with the rule that gave it and the numbers that it rests on.
type Vitality struct {
	Label       Label
	Rule        int // 1 to 8
	RuleVersion string
	On          Date // the day of computation
	Reason      Reason
	Indicators
}

// Vitality tells by the first rule that matches whether the tie lives on a day. Only published rows with a verifiable source
// count. In three places the rules are read so that protocol raises nothing and silence stays silence:
// residents who attended protocol do not make a tie active (V5 counts substantive activities), a tie of which all that is
// known is a claim nobody can check has not "nothing signed" but something unknown, and a result counts by its own date,
// whether or not its program has ended.
func (t Tie) Vitality(on time.Time) Vitality {
	r := t.read(on)
	n := r.indicators()
	rule := r.rule(n)
	v := Vitality{Label: Labels[rule-1], Rule: rule, RuleVersion: RuleVersion, On: On(r.on), Indicators: n}
	v.Reason = r.reason(v)
	return v
}

// rule is the number of the first rule that matches.
func (r reading) rule(n Indicators) int {
	_, ended := r.ended()
	silent := n.Activity.In60 == 0
	switch {
	case ended:
		return 1
	case r.unsigned():
		return 2
	case silent && len(n.CoreFacts.Sourced) < enoughFacts:
		return 3
	case silent:
		return 4
	case n.Substance.In60 == 0:
		return 5
	case n.Substance.In24 > 0 && (n.Results.In60 > 0 || n.Reach.Residents > 0):
		return 6
	case n.Substance.In24 > 0:
		return 7
	}
	return 8
}

func (r reading) reason(v Vitality) Reason {
	key := "vitality.reason." + string(v.Label)
	switch v.Label {
	case LabelEnded:
		return r.whyEnded(key)
	case LabelExploratory:
		return Reason{Key: key + "." + r.exploring()}
	case LabelNotAssessable:
		return Reason{Key: key, Args: []any{len(v.CoreFacts.Sourced), v.CoreFacts.Missing}}
	case LabelDormant:
		if v.Activity.Last == "" {
			return Reason{Key: key + ".never"}
		}
		return Reason{Key: key, Args: []any{v.Activity.Last.upTo(ToYear)}}
	case LabelCeremonial:
		return counted(key, v.Activity.In60)
	case LabelInfrequent:
		return Reason{Key: key, Args: []any{v.Substance.Last.upTo(ToMonth)}}
	}
	return counted(key, v.Substance.In24)
}

func (r reading) whyEnded(key string) Reason {
	on, _ := r.ended()
	if on == "" {
		return Reason{Key: key + ".undated"}
	}
	return Reason{Key: key, Args: []any{on.upTo(ToMonth)}}
}

// exploring tells what an exploration waits for: the council, an agreement after a letter of intent, or anything at all.
func (r reading) exploring() string {
	council := keep(r.approvals, func(a Approval) bool { return a.Kind == ByCouncil })
	decided := slices.ContainsFunc(council, func(a Approval) bool { return a.Decision != Pending })
	switch {
	case len(council) > 0 && !decided:
		return "council"
	case r.intended():
		return "intent"
	}
	return "nothing"
}
