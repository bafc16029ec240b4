package view

import "kotakembar/internal/i18n"

// Side is one of the sides of a tie with the people and the organisations that acted for it.
type Side struct {
	Name    string // Pihak Jerman
	Parties []Party
}

// Party is a person or an organisation, with what it did.
type Party struct {
	Name string
	Lang i18n.Lang // of the name, where it differs from the page's
	Role Cited     // of a person; for an organisation the sources alone stand here, without a text
	Rows []Link    // to the steps, programs and activities that name it
	Tags []TagValue
}
