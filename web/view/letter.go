package view

import (
	"net/url"

	"kotakembar/internal/i18n"
)

// ReportPage is the form by which citizens write.
type ReportPage struct {
	Page   Page
	Head   PageHead
	Notice string // why the form came back, may be empty
	Kinds  []Chip // the forms for other things to say
	About  []Fact // what it is about, where that is known
	Form   FormPage
}

// CodePage is the answer to a code that leads to no letter.
type CodePage struct {
	Page  Page
	Head  PageHead
	Typed string
}

// LetterPage is where a letter stands, for whoever knows its code.
type LetterPage struct {
	Page      Page
	Head      PageHead
	Code      string
	State     TagValue
	Notice    string
	Answer    string // of the office, in its own lines; empty while there is none
	Answered  string // the day of the answer
	Published []Link // the records that came of it
	Way       []Record
	Said      []Fact
	Words     string // of its sender, in their own lines; empty where they are not shown
	Contact   string // what is kept of its sender, empty where nothing is
	Forget    *PostLink
}

// report is the address of the form for what is wrong on a page. Pages about letters themselves are no subject.
func (p Page) report(l i18n.Lang) string {
	if p.Path == Report || p.Path == ReportSent || p.Path == (Path{}) {
		return Report.In(l)
	}
	return ReportAbout(l, p.Path.In(l, p.Args...))
}

// ReportAbout is the address of the form for what is wrong with a page or a record, such as /mitra/suwon or agreement/7.
func ReportAbout(l i18n.Lang, about string) string {
	return Report.In(l) + "?" + url.Values{"about": {about}}.Encode()
}

// LettersPage is the list of what citizens sent, at the desk.
type LettersPage struct {
	States []Chip
	Kinds  []Chip
	Search string
	Hidden []Hidden // of the filter, which a search keeps
	Queue  Queue
	Pages  Pages
}

// LetterCard is what a letter says, for staff.
type LetterCard struct {
	Title    string
	URL      string
	Words    string
	Lang     i18n.Lang // in which it was written
	Facts    []Fact
	File     Link // may be empty
	FileNote string
}

// LetterDesk is one letter at the desk, with what can be done about it.
type LetterDesk struct {
	Notice      string
	Problems    []Link
	State       TagValue
	Card        LetterCard
	Code        string
	Contact     []Fact // empty where nothing is known, or no longer
	ContactHint string
	Way         []Record
	Changes     Queue
	Propose     bool // a change may be made from it
	Ways        []Link
	Find        string // words by which a record was searched for
	Found       []Link
	Action      string
	Revision    string
	Typed       string // the answer
	CanAnswer   bool
	CanDecline  bool
	Actions     []PostLink
}
