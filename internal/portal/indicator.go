package portal

import "time"

// IndicatorKey names one of the ten indicators: in addresses, in keys of the catalog, and where ties are put in order by it.
type IndicatorKey string

// The indicators.
const (
	KeyRecency     IndicatorKey = "recency"     // V1
	KeyContinuity  IndicatorKey = "continuity"  // V2
	KeyBreadth     IndicatorKey = "breadth"     // V3
	KeyReciprocity IndicatorKey = "reciprocity" // V4
	KeyReach       IndicatorKey = "reach"       // V5
	KeyResults     IndicatorKey = "results"     // V6
	KeyPath        IndicatorKey = "path"        // V7
	KeyMoney       IndicatorKey = "money"       // V8
	KeyEvidence    IndicatorKey = "evidence"    // V9
	KeyRoots       IndicatorKey = "roots"       // V10
)

// IndicatorKeys lists the indicators, V1 to V10.
var IndicatorKeys = []IndicatorKey{
	KeyRecency, KeyContinuity, KeyBreadth, KeyReciprocity, KeyReach, KeyResults, KeyPath, KeyMoney, KeyEvidence, KeyRoots,
}

// Key is the catalog key of the indicator's name.
func (k IndicatorKey) Key() string { return "indicator.name." + string(k) }

// Indicators are the separate answers to whether a tie lives. There is no total of them: weights could not be defended, and
// a sum would hide what is unknown.
type Indicators struct {
	Activity    Recency // V1 and its windows, of every activity
	Substance   Recency // the same of substantive activities alone
	Continuity  Continuity
	Breadth     Breadth
	Reciprocity Reciprocity
	Reach       Reach
	Results     Results
	Path        Path
	Money       Money
	CoreFacts   Facts // V9 and its gate in rule 3
	Sourcing    Sourcing
	Roots       Roots
	Mirror      Mirrored  // what the partner's side says, beside the ten
	Formality   Formality // the three conditions of an outside check
	Cost        Costing
}

// Indicators computes all of them for a day, from what that day's reading of the tie lets count.
func (t Tie) Indicators(on time.Time) Indicators { return t.read(on).indicators() }

func (r reading) indicators() Indicators {
	return Indicators{
		Activity:    r.recency(func(event) bool { return true }),
		Substance:   r.recency(event.substantive),
		Continuity:  r.continuity(),
		Breadth:     r.breadth(),
		Reciprocity: r.reciprocity(),
		Reach:       r.reach(),
		Results:     r.results(),
		Path:        r.path(),
		Money:       r.money(),
		CoreFacts:   r.coreFacts(),
		Sourcing:    r.sourcing(),
		Roots:       r.roots(),
		Mirror:      r.mirrored(),
		Formality:   r.formality(),
		Cost:        r.costing(),
	}
}

// Row names a record that a figure rests on. Of an event that several rows tell of, it is the one with the lowest number.
type Row struct {
	Kind Kind
	ID   int64
}

// Figure is one indicator as a page tells it.
type Figure struct {
	Key    IndicatorKey
	Said   []Reason // short sentences; of a silent one, why nothing is said
	Silent bool     // there is too little to say anything, which is not a zero
	Rows   []Row    // what it rests on, the oldest first
	value  float64
	ranks  bool
}

// Figure is the indicator of a key.
func (n Indicators) Figure(key IndicatorKey) Figure {
	f := n.figure(key)
	f.Key = key
	return f
}

func (n Indicators) figure(key IndicatorKey) Figure {
	switch key {
	case KeyRecency:
		return n.recencyFigure()
	case KeyContinuity:
		return n.Continuity.figure()
	case KeyBreadth:
		return n.Breadth.figure()
	case KeyReciprocity:
		return n.Reciprocity.figure()
	case KeyReach:
		return n.Reach.figure()
	case KeyResults:
		return n.Results.figure()
	case KeyPath:
		return n.Path.figure()
	case KeyMoney:
		return n.Money.figure()
	case KeyEvidence:
		return n.evidenceFigure()
	case KeyRoots:
		return n.Roots.figure()
	}
	return Figure{Silent: true}
}

// Value puts ties in order by one indicator: a larger value is more of what the indicator looks for. ok is false where nothing is
// said, so that such a tie belongs at the end of a list, whichever way the list runs. Values of two indicators never compare, and
// are never added.
func (n Indicators) Value(key IndicatorKey) (value float64, ok bool) {
	f := n.figure(key)
	return f.value, f.ranks
}

// silent is a figure that only tells why it says nothing.
func silent(why ...Reason) Figure { return Figure{Said: why, Silent: true} }

// ranked is the figure with the value by which ties are put in order.
func (f Figure) ranked(value float64) Figure {
	f.value, f.ranks = value, true
	return f
}

// rankedBy ranks the figure by the first share that has anything to count.
func (f Figure) rankedBy(shares ...Share) Figure {
	for _, s := range shares {
		if s.Of > 0 {
			return f.ranked(s.Ratio())
		}
	}
	return f
}
