package portal

import (
	"time"
	"unicode/utf8"
)

// Passkey is a key of a member of staff that one of their devices keeps.
type Passkey struct {
	ID      int64
	StaffID int64
	KeyID   []byte // as the device tells it
	Record  []byte // JSON: the public key and what is remembered of it
	Name    string // which device it is, in its holder's words
	AddedAt time.Time
	UsedAt  time.Time // zero = never
}

// CheckPasskeyName tells what is wrong with the name of a passkey.
func CheckPasskeyName(name string) error {
	const longest = 60
	var p Problems
	p.Must(name != "" && utf8.RuneCountInString(name) <= longest, "device", "problem.passkey_name", longest)
	return p.Err()
}

// PasskeyPurpose is what a device is asked for a passkey for.
type PasskeyPurpose string

// The purposes. An answer counts for none but its own.
const (
	PasskeyAdd     PasskeyPurpose = "add"     // a new one
	PasskeySignIn  PasskeyPurpose = "sign_in" // in the place of a password
	PasskeyCode    PasskeyPurpose = "code"    // after the password, in the place of a code
	PasskeyConfirm PasskeyPurpose = "confirm" // before a sensitive step
)

// PasskeyQuestion is what a device was asked, until it answers.
type PasskeyQuestion struct {
	Ticket  []byte // hash of what the browser holds
	Session []byte // hash of the token of the session in which it was asked; nil where there is none
	Purpose PasskeyPurpose
	Kept    []byte // JSON
	Expires time.Time
}
