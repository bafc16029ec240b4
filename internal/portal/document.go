package portal

import (
	"regexp"
	"slices"

	"kotakembar/internal/i18n"
)

// Document is a file that belongs to a record: the paper itself, not a report about it.
type Document struct {
	Meta
	Title     i18n.Text
	Hash      string // SHA-256 of the bytes, hex; also the file's name in the store
	MediaType string
	Size      int64 // bytes
	Language  string
	AboutKind Kind
	AboutID   int64
	AltText   i18n.Text // what a reader who cannot see the file needs to know of it

	Width, Height int // of an image in pixels, where that was asked for; not the record's own, but found out of the bytes
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// DocumentKinds lists the kinds of records that documents belong to.
var DocumentKinds = []Kind{
	KindAgreement, KindStep, KindApproval, KindProgram, KindActivity, KindCity, KindPromise, KindOutcome, KindVenue, KindMirror, KindSource,
}

// Check tells what is wrong with the document.
func (d Document) Check() error {
	var p Problems
	p.bothLanguages(d.Title, "title")
	p.bothLanguages(d.AltText, "alt_text")
	p.Must(hashForm.MatchString(d.Hash) && d.Size > 0 && d.MediaType != "", "file", "problem.file")
	p.Must(d.Language != "", "language", "problem.required")
	p.Must(d.AboutID > 0 && slices.Contains(DocumentKinds, d.AboutKind), "about", "problem.required")
	return p.Err()
}
