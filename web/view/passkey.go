package view

import "kotakembar/internal/form"

// PasskeyQuestion asks the reader's device for a passkey. It needs a script; without one it says what else there is.
type PasskeyQuestion struct {
	Kind    string // create or get, as browsers call it
	Action  string // where the answer goes
	Start   string // where the question comes from
	Next    string // where to go afterwards, may be empty
	Name    *form.Field
	Label   string
	Look    Look
	Without string // what readers without script are told, may be empty
}

// PasskeyList is the passkeys of one person.
type PasskeyList struct {
	Table Table
	Add   PasskeyQuestion // without an action where passkeys do not work at this address
}
