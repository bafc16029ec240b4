package portal

import (
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"kotakembar/internal/i18n"
)

// LetterKind tells what a citizen sends.
type LetterKind string

// The kinds: something on a page is wrong, a program is proposed, or a document that the register misses has been found.
const (
	Correction    LetterKind = "correction"
	Idea          LetterKind = "idea"
	FoundDocument LetterKind = "document"
)

// LetterKinds lists the kinds in the order in which they are offered.
var LetterKinds = []LetterKind{Correction, Idea, FoundDocument}

// LetterState is where a letter stands.
type LetterState string

// The states of a letter. Accepted: a change was made from it and handed in; published: that change was applied.
const (
	LetterReceived  LetterState = "received"
	LetterReviewing LetterState = "reviewing"
	LetterAccepted  LetterState = "accepted"
	LetterPublished LetterState = "published"
	LetterDeclined  LetterState = "declined"
	LetterSpam      LetterState = "spam"
)

// LetterStates lists the states in the order of the way.
var LetterStates = []LetterState{LetterReceived, LetterReviewing, LetterAccepted, LetterPublished, LetterDeclined, LetterSpam}

// Waiting tells whether the letter waits for somebody at the desk.
func (s LetterState) Waiting() bool { return s == LetterReceived || s == LetterReviewing }

// Closed tells whether the letter has had its last word.
func (s LetterState) Closed() bool {
	return s == LetterPublished || s == LetterDeclined || s == LetterSpam
}

// Letter is what a citizen sent: no record of the register, but it may lead to a change of one.
type Letter struct {
	ID         int64
	Revision   int64  // how often it was treated; guards two tabs
	Code       string // by which its sender, and nobody else, can follow it
	Key        string // idempotency: one form, one letter
	Lang       i18n.Lang
	Kind       LetterKind
	AboutKind  Kind // the record that it is about, empty where none is named
	AboutID    int64
	Field      string // the one fact that it is about, may be empty
	Page       string // path of the page from which it was sent, may be empty
	Title      string // of an idea
	Words      string
	Proof      string // where one can check it, in the sender's words
	File       LetterFile
	State      LetterState
	Answer     string // of the office to the sender
	AnsweredAt time.Time
	KeeperID   int64 // who treats it, 0 for nobody yet
	Keeper     string
	ReceivedAt time.Time
	ClosedAt   time.Time
}

// LetterFile is a file that came with a letter; without a hash there is none, or no longer.
type LetterFile struct {
	Hash      string // SHA-256 of the bytes, hex
	MediaType string
	Size      int64  // bytes
	Name      string // as its sender called it
}

// Contact is how a sender can be reached. Both parts may be empty.
type Contact struct {
	Name  string
	Email string
}

// LetterEvent is one step on a letter's way.
type LetterEvent struct {
	At    time.Time
	State LetterState
	Actor string // who brought it there, empty for its sender
}

// Longest parts of a letter in characters.
const (
	LongestWords = 5000
	longestTitle = 200
	longestProof = 300
)

// Check tells what is wrong with a letter as it is sent.
func (l Letter) Check() error {
	var p Problems
	oneOf(&p, l.Kind, LetterKinds, "kind")
	p.Must(strings.TrimSpace(l.Words) != "", "words", "problem.letter_words")
	p.Must(l.Kind != Idea || strings.TrimSpace(l.Title) != "", "title", "problem.letter_title")
	p.atMost(l.Words, LongestWords, "words")
	p.atMost(l.Title, longestTitle, "title")
	p.atMost(l.Proof, longestProof, "proof")
	return p.Err()
}

// Check tells what is wrong with the contact as it was typed.
func (c Contact) Check() error {
	var p Problems
	address, err := mail.ParseAddress(c.Email)
	bare := err == nil && address.Address == c.Email
	p.Must(c.Email == "" || bare && len(c.Email) <= 254, "email", "problem.contact_email")
	p.atMost(c.Name, 120, "name")
	return p.Err()
}

// Empty tells whether the sender cannot be reached.
func (c Contact) Empty() bool { return c == Contact{} }

// atMost bounds a text.
func (p *Problems) atMost(s string, longest int, field string) {
	p.Must(utf8.RuneCountInString(s) <= longest, field, "problem.long", longest)
}

// ForgetContactAt is the latest instant at which the contact of the letter's sender is forgotten: some days after the last word,
// and two years after the letter came in at the latest.
func (l Letter) ForgetContactAt(days int) time.Time {
	last := l.ReceivedAt.AddDate(contactYears, 0, 0)
	if answered := l.ClosedAt.AddDate(0, 0, days); !l.ClosedAt.IsZero() && answered.Before(last) {
		return answered
	}
	return last
}

// contactYears is how long a contact is kept at the most, also where a letter is never answered.
const contactYears = 2
