// Package portal is the vocabulary of the register: what a partner city, an agreement, a council approval, a program or
// a source is, which rules hold for them, and what an edit of them is.
//
// Here belong plain structs and rules that need nothing but their arguments. What does not belong here: SQL, HTTP,
// markup, the clock (a date of computation is an argument).
package portal

import (
	"errors"
	"fmt"
)

// Errors that every room speaks. Test them with errors.Is.
var (
	ErrNotFound  = errors.New("not found")
	ErrForbidden = errors.New("not allowed")
	ErrConflict  = errors.New("changed meanwhile by someone else")
	ErrSignedOut = errors.New("sign-in needed")
)

// ErrOthers is an ErrForbidden that is so because of who began something, whatever the role.
var ErrOthers = fmt.Errorf("somebody else's: %w", ErrForbidden)

// Kind names a kind of record; it is the same word in tables, addresses and label keys.
type Kind string

// The kinds of records that pass the door of changes.
const (
	KindCity        Kind = "city"
	KindAgreement   Kind = "agreement"
	KindStep        Kind = "step"
	KindApproval    Kind = "approval"
	KindPromise     Kind = "promise"
	KindProgram     Kind = "program"
	KindActivity    Kind = "activity"
	KindOutcome     Kind = "outcome"
	KindOpportunity Kind = "opportunity"
	KindVenue       Kind = "venue"
	KindMirror      Kind = "mirror"
	KindSector      Kind = "sector"
	KindSource      Kind = "source"
	KindDocument    Kind = "document"
	KindLimit       Kind = "limit"
)

// Kinds lists the kinds in the order in which staff see them.
var Kinds = []Kind{
	KindCity, KindAgreement, KindStep, KindApproval, KindPromise, KindProgram, KindActivity,
	KindOutcome, KindOpportunity, KindVenue, KindMirror, KindSource, KindDocument, KindSector, KindLimit,
}

// Meta is what every record has: its number and how often it has been published, 1 for the first time.
type Meta struct {
	ID      int64
	Version int64
}
