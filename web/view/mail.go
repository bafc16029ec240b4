package view

import (
	"strings"

	"kotakembar/internal/i18n"
)

// Mail is a message by mail: what it says, in the order in which it is read. All addresses are whole, with scheme and host.
type Mail struct {
	Lang   i18n.Lang
	Title  string
	Lines  []string
	Rows   []MailRow
	Action Link
	Foot   []string // why it came
	Leave  Link     // where its reader ends mail of this kind; may be empty
}

// MailRow is one of several things that a mail tells.
type MailRow struct {
	Title string
	URL   string
	Text  string
}

// Plain is the mail for readers without HTML.
func (m Mail) Plain() string {
	parts := []string{m.Title}
	parts = append(parts, m.Lines...)
	for _, r := range m.Rows {
		parts = append(parts, lines("- "+r.Title, r.Text, r.URL))
	}
	if m.Action.URL != "" {
		parts = append(parts, lines(m.Action.Label+":", m.Action.URL))
	}
	parts = append(parts, "-- ", lines(m.Foot...))
	if m.Leave.URL != "" {
		parts = append(parts, lines(m.Leave.Label+":", m.Leave.URL))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// lines puts what says something below each other.
func lines(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "\n")
}
