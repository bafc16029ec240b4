package view

// IndicatorsPart is the part of a partner's page that tells its ten indicators, what stands beside them, and by which rules.
type IndicatorsPart struct {
	Head       RailHead
	Indicators []IndicatorRow
	Conditions []Fact // of the outside check
	Cost       Fact
}

// IndicatorRow is one indicator: its figure in words, and folded below it how it is counted and what it rests on.
type IndicatorRow struct {
	ID      string
	Name    string
	Figure  string // the first sentence, or why nothing is said
	Silent  bool
	More    string // the other sentences
	Formula string
	Years   []YearMark // the last ten years, of continuity alone
	Steps   []Fact     // the checklist, of the legal steps alone
	Rows    []Link     // the records, the newest first
	Rest    string     // how many more there are; empty where all are named
}

// YearMark is a year in a row of years: lit where something happened, marked where hardly anything could.
type YearMark struct {
	Year     string
	Lit      bool
	Pandemic bool
	Label    string // what the marks say, for readers that hear it
}

// IndicatorsID is the part of a partner's page that holds the indicators.
const IndicatorsID = "penanda"

// IndicatorID is the anchor of an indicator, on a partner's page and on the page of the method.
func IndicatorID(key string) string { return IndicatorsID + "-" + key }
