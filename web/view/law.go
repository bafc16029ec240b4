package view

// LegalPathPage explains the legal path of a cooperation, and where its rules were read.
type LegalPathPage struct {
	Page     Page
	Head     PageHead
	Stages   []LegalStage
	NoLimits string // said where no time limit is known; empty where one is
	Rules    []Fact
	Regimes  []Fact
	Laws     []Fact
	Sources  []SourceItem
}

// LegalStage is one stage: who acts, what comes of it, on what basis, and how that was read.
type LegalStage struct {
	ID    string
	Name  string
	Read  TagValue
	Facts []Fact
	Term  Link // its entry in the glossary, may be empty
}

// LegalActs is the part of the page that lists the acts; the page about the register had it under the same name.
const LegalActs = "dasar-hukum"

// GlossaryPage is the vocabulary in both languages.
type GlossaryPage struct {
	Page   Page
	Head   PageHead
	Groups []TermGroup
}

// TermGroup is the terms of one theme.
type TermGroup struct {
	Head  RailHead
	Terms []GlossaryTerm
}

// GlossaryTerm is one term, first in the page's language and then in the other.
type GlossaryTerm struct {
	ID    string
	Name  string
	Other Cited // in the other language
	Text  string
}
