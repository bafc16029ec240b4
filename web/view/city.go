package view

// PartnersPage is the directory of partners, prospects and claims.
type PartnersPage struct {
	Page      Page
	Head      PageHead
	Skyline   []Building
	Count     string
	Partners  []PulseRow
	Prospects []PulseRow
	Claims    []Record // unproven, never among the partners
	Places    []Record // without a tie, because programs name them
	Sources   []SourceItem
}

// PartnerPage is all that the register holds of one city.
type PartnerPage struct {
	Page       Page
	Head       PageHead
	Native     Cited // the local name, empty where it is the same
	Greeting   Foreign
	Vitality   VitalityLabel
	Legal      TagValue
	LegalNote  string
	Rule       Link // by which rules and when the label was given
	Pulse      Pulse
	PulseHead  RailHead
	HasTie     bool     // false for a place that only programs name
	Reached    []Record // what reached residents
	Summary    Cited
	History    []Record
	Disputes   []NamedDispute
	BothSides  BothSides
	Promises   []Record
	Facts      []Fact
	Place      Place
	Sides      []Side
	Agreements []Record
	Approvals  []Record
	Programs   []Record
	Venues     []Record
	Activities []Record
	Sources    []SourceItem
}

// Foreign is a paragraph in a language that may be none of the site's, empty where nobody has written it.
type Foreign struct {
	Text  string
	Lang  string // BCP 47
	Label string // says in the reader's language which one it is
}

// hasPulse tells whether there is anything to draw.
func (p PartnerPage) hasPulse() bool { return p.Pulse.Start != 0 || len(p.Pulse.Years) > 0 }
