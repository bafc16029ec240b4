package portal

import (
	"encoding/json"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kotakembar/internal/i18n"
)

// Alert is what a citizen wants to hear of by mail: of one partner, one field of cooperation, or one word.
type Alert struct {
	ID          int64
	Token       string // whoever knows it can confirm and leave
	Email       string
	Lang        i18n.Lang
	CityID      int64
	Sector      string
	Word        string
	AskedAt     time.Time
	ConfirmedAt time.Time // zero = not yet
	SeenAt      time.Time // up to when what was published has been looked at
	ToldAt      time.Time // zero = never written to
}

// The times of alerts: how long a confirmation is waited for, and how long there is peace after a mail.
const (
	AlertPatience = 7 * 24 * time.Hour
	AlertPeace    = 24 * time.Hour
)

// Check tells what is wrong with what a citizen asks for.
func (a Alert) Check() error {
	var p Problems
	address, err := mail.ParseAddress(a.Email)
	p.Must(err == nil && address.Address == a.Email && len(a.Email) <= 254, "email", "problem.contact_email")
	topics := 0
	for _, named := range []bool{a.CityID != 0, a.Sector != "", a.Word != ""} {
		if named {
			topics++
		}
	}
	p.Must(topics == 1, "city_id", "problem.alert_topic")
	p.Must(a.Word == "" || utf8.RuneCountInString(a.Word) >= 3, "word", "problem.alert_word")
	p.atMost(a.Word, 60, "word")
	return p.Err()
}

// Concerns tells whether something published has to do with the field or the word that the alert names. What belongs to a partner is
// for the store to say. Of what is taken out nothing is known any longer.
func (a Alert) Concerns(p Publication) bool {
	switch {
	case p.Gone:
		return false
	case a.Sector != "":
		return slices.Contains(sectorsOf(p.After), a.Sector) || slices.Contains(sectorsOf(p.Before), a.Sector)
	case a.Word != "":
		return strings.Contains(saidIn(p), strings.ToLower(a.Word))
	}
	return false
}

func sectorsOf(s Snapshot) (codes []string) {
	if json.Unmarshal(s.Fields["sectors"], &codes) != nil {
		return nil
	}
	return codes
}

// saidIn is all text of a publication in small letters: its title and the texts of its fields.
func saidIn(p Publication) string {
	said := []string{p.Title}
	for _, raw := range p.After.Fields {
		var text string
		if json.Unmarshal(raw, &text) == nil {
			said = append(said, text)
		}
	}
	return strings.ToLower(strings.Join(said, "\n"))
}
