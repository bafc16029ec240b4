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

// LetterPage is where a letter stands, for whoever knows its code.
type LetterPage struct {
	Page      Page
	Head      PageHead
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
