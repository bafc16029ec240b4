package portal

import (
	"slices"
	"strings"

	"kotakembar/internal/i18n"
)

// ScopeTurn is what became of a field of cooperation between what was approved and what was signed.
type ScopeTurn string

// The turns. Same, dropped and added can be seen in the words; the other four are somebody's reading of two wordings.
const (
	TurnSame     ScopeTurn = "same"
	TurnWider    ScopeTurn = "wider"
	TurnNarrower ScopeTurn = "narrower"
	TurnChanged  ScopeTurn = "changed"
	TurnReplaced ScopeTurn = "replaced"
	TurnDropped  ScopeTurn = "dropped" // approved, not signed
	TurnAdded    ScopeTurn = "added"   // signed, never approved
	TurnUnread   ScopeTurn = ""        // two wordings that nobody has compared
)

// ScopeTurns lists all that can be told of a pair of wordings, but that nobody has compared them.
var ScopeTurns = []ScopeTurn{TurnSame, TurnWider, TurnNarrower, TurnChanged, TurnReplaced, TurnDropped, TurnAdded}

// ScopeReadings lists the turns that a record holds; the others follow from the words.
var ScopeReadings = []ScopeTurn{TurnUnread, TurnWider, TurnNarrower, TurnChanged, TurnReplaced}

// ScopeLine is a field of cooperation in the words in which it was approved, beside those in which it was signed. Either side may
// be empty: approved and not signed, or signed and never approved.
type ScopeLine struct {
	Approved i18n.Text `json:"approved"`
	Signed   i18n.Text `json:"signed"`
	Turn     ScopeTurn `json:"turn"`
}

// Compared is what became of the field: what the words show by themselves, else what was read in them.
func (l ScopeLine) Compared() ScopeTurn {
	switch {
	case l.Signed.Empty():
		return TurnDropped
	case l.Approved.Empty():
		return TurnAdded
	case strings.EqualFold(l.Approved.ID, l.Signed.ID):
		return TurnSame
	}
	return l.Turn
}

// scope notes what is wrong with the lines of a scope.
func (p *Problems) scope(lines []ScopeLine) {
	for _, l := range lines {
		p.Must(!l.Approved.Empty() || !l.Signed.Empty(), "scope", "problem.scope_words")
		p.Must(inBoth(l.Approved) && inBoth(l.Signed), "scope", "problem.scope_languages")
		p.Must(slices.Contains(ScopeReadings, l.Turn), "scope", "problem.choice")
		p.Must(l.Turn == TurnUnread || l.Compared() == l.Turn, "scope", "problem.scope_turn")
	}
}

// inBoth tells whether a text stands in both languages or in none.
func inBoth(t i18n.Text) bool { return (t.ID == "") == (t.EN == "") }
