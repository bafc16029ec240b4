package view

import (
	"strconv"

	"kotakembar/internal/i18n"
)

// Cited is a piece of text with the numbers of its sources. An empty Text is unknown and said so.
type Cited struct {
	Text string
	Lang i18n.Lang // where it differs from the page's language
	URL  string    // where the text leads to, may be empty
	Refs []int

	Before string // what stands before it in the page's language, may be empty
	After  string // what follows in the page's language, may be empty
}

// SourceItem is one line of the list of sources at the end of a page.
type SourceItem struct {
	Number    int
	Title     string
	Lang      string // of the title, BCP 47, where it differs from the page's
	URL       string // the source itself
	Publisher string
	Date      string
	Says      string // the passage quoted, may be empty
	SaysLang  string
	Quality   TagValue
	Archive   string // address of an archived copy
	About     string // our page about the source
}

// id is what references point to.
func (s SourceItem) id() string { return "s" + strconv.Itoa(s.Number) }

// afterPublisher is when the source was published, behind who did: ", 9 Mei 2019. ".
func (s SourceItem) afterPublisher() string {
	switch {
	case s.Date == "" && s.Publisher == "":
		return ""
	case s.Date == "":
		return ". "
	case s.Publisher == "":
		return s.Date + ". "
	}
	return ", " + s.Date + ". "
}

// Disputed is a fact on which sources differ: two claims or more.
type Disputed struct {
	Claims []Claim
	Long   bool   // a claim is too long to be set large, so that all are set smaller
	Used   string // what the register uses meanwhile, and why
	More   Link   // where it is discussed, may be empty
}

// Claim is one side of a dispute.
type Claim struct {
	Value string  // set large: 24 Mei 1960
	Who   []Cited // who says so, each with what joins it to the next
}

// Fact is one line of the list of facts. Several values are joined by "atau" where Disputed, else listed.
type Fact struct {
	Label    string
	Values   []Cited
	Disputed bool
	Note     string
}

// known tells whether any value is known.
func (f Fact) known() bool {
	for _, v := range f.Values {
		if v.Text != "" {
			return true
		}
	}
	return false
}

// RecordGroup is several records under a heading of their own.
type RecordGroup struct {
	Title   string // may be empty
	Nothing string // what to say where there are none
	Records []Record
}

// Record is a dated entry of a list: an activity, a program, a hit.
type Record struct {
	ID    string // to point to the entry, may be empty
	Date  string // or kind; may be empty in every row of a plain list
	Title string
	Name  Cited // of what the title tells, in a language of its own; may be empty
	URL   string
	Text  Cited
	Tags  []TagValue

	Documents []DocumentLink // the papers of the record, where they stand nowhere else
}
