package view

import "kotakembar/internal/form"

// Audit is the audit trail as it is narrowed.
type Audit struct {
	Filter AuditFilter
	Days   []AuditDay
	Empty  string
	Pages  Pages
}

// AuditFilter narrows the audit trail by GET.
type AuditFilter struct {
	Choices []Select // who, and what they did
	Days    form.Form
	Search  string
}

// AuditDay is what was done on one day.
type AuditDay struct {
	Title string // Senin, 23 November 2026
	Lines []AuditLine
}

// AuditLine is one thing that somebody did: a sentence with a link in the middle where there is something to look at.
type AuditLine struct {
	Time   string // 09.12
	At     string // the instant in the form of RFC 3339
	Who    string
	Before string
	About  Link // without an address where there is nothing to look at
	After  string
}
