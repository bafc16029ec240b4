package portal

import (
	"time"

	"kotakembar/internal/i18n"
)

// Listed is whether a page of the partner names the home city among its partners.
type Listed string

// The answers; ListedUnknown: the page was not found, or does not tell.
const (
	ListedUnknown Listed = ""
	ListedYes     Listed = "yes"
	ListedNo      Listed = "no"
)

// ListedAnswers lists the choices.
var ListedAnswers = []Listed{ListedUnknown, ListedYes, ListedNo}

// Mirror is what a page of the partner's own side says of the tie.
type Mirror struct {
	Meta
	CityID    int64
	URL       string // of the page; empty = not found
	Listed    Listed
	Type      i18n.Text // what the page calls the tie; empty = it does not say
	SinceOn   Date      // the beginning that the page gives; empty = none
	CheckedOn Date      // when somebody of ours last opened the page; empty = never
	Note      i18n.Text
}

// Check tells what is wrong with the mirror.
func (m Mirror) Check() error {
	var p Problems
	p.Must(m.CityID != 0, "city_id", "problem.required")
	p.webAddress(m.URL, "url")
	p.notHalf(m.Type, "type")
	p.notHalf(m.Note, "note")
	oneOf(&p, m.Listed, ListedAnswers, "listed")
	p.date(m.SinceOn, "since_on")
	p.date(m.CheckedOn, "checked_on")
	return p.Err()
}

// YearMatch is whether both sides begin the tie in the same year; empty where one of them gives none.
type YearMatch string

// The answers that can be given.
const (
	YearSame    YearMatch = "same"
	YearDiffers YearMatch = "differs"
)

// Mirrored is what the partner's side says of the tie, taken together from its pages.
type Mirrored struct {
	Found     bool // a page of the partner's side is on record
	Listed    Listed
	CheckedOn Date // the last check of any page, empty = never
	Year      YearMatch
}

// Mirrored reads the partner's pages as one answer: listed where one page lists the home city, and not listed only where one says
// no and none says yes. Pages that no verifiable source supports say nothing.
func (t Tie) Mirrored(on time.Time) Mirrored { return t.read(on).mirrored() }

func (r reading) mirrored() Mirrored {
	var m Mirrored
	for _, page := range r.mirrors {
		m.Found = m.Found || page.URL != ""
		if m.Listed != ListedYes && page.Listed != ListedUnknown {
			m.Listed = page.Listed
		}
		m.CheckedOn = max(m.CheckedOn, page.CheckedOn)
		if m.Year != YearSame {
			m.Year = yearMatch(r.start(), page.SinceOn, m.Year)
		}
	}
	return m
}

// yearMatch compares two beginnings; where one is missing the answer stays what it was.
func yearMatch(ours, theirs Date, was YearMatch) YearMatch {
	switch {
	case ours == "" || theirs == "":
		return was
	case ours.Year() == theirs.Year():
		return YearSame
	}
	return YearDiffers
}
