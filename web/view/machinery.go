package view

import "kotakembar/internal/i18n"

// Machinery is a list of what the program does by itself, for those who look after it.
type Machinery struct {
	Notice string
	Label  string // of the chips
	Chips  []Chip
	Filter *FilterForm // may be nil
	Table  Table
	Empty  string
	Pages  Pages
}

// MailDesk is one mail for those who look after the program.
type MailDesk struct {
	State TagValue
	Facts []Fact
	Text  string // empty once it is sent
	Lang  i18n.Lang
	Send  *PostLink
}
