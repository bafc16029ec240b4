package portal

import (
	"encoding/json"
	"strings"

	"kotakembar/internal/i18n"
)

// Called is how the record of a snapshot is called in a language; empty where there is none, or its name is still empty.
func (s Snapshot) Called(kind Kind, l i18n.Lang) string {
	var parts []string
	switch kind {
	case KindSource:
		parts = []string{s.word("title")}
	case KindCity, KindSector, KindVenue:
		parts = []string{s.words("name", l)}
	case KindPromise:
		parts = []string{s.words("words", l)}
	case KindOutcome:
		parts = []string{s.words("indicator", l)}
	case KindApproval:
		parts = []string{s.word("body"), Date(s.word("decided_on")).In(l)}
	case KindStep:
		parts = []string{s.stage(l), Date(s.word("happened_on")).In(l)}
	case KindLimit:
		parts = []string{s.stage(l)}
	case KindMirror:
		parts = []string{s.word("url"), s.words("type", l)}
	default:
		parts = []string{s.words("title", l)}
	}
	return strings.Join(keep(parts, func(part string) bool { return part != "" }), ", ")
}

// word is a field that is one text, empty where it is not.
func (s Snapshot) word(field string) (text string) {
	if json.Unmarshal(s.Fields[field], &text) != nil {
		return ""
	}
	return text
}

// words is a field that is told in two languages.
func (s Snapshot) words(field string, l i18n.Lang) string {
	return i18n.Text{ID: s.word(field + "_id"), EN: s.word(field + "_en")}.In(l)
}

func (s Snapshot) stage(l i18n.Lang) string {
	if stage := s.word("stage"); stage != "" {
		return l.T("choice.stage." + stage)
	}
	return ""
}

// Called is how the record of the change is called in a language: as it would be, or was where it is taken out.
func (c Change) Called(l i18n.Lang) string {
	for _, s := range []Snapshot{c.After, c.Before} {
		if name := s.Called(c.Kind, l); name != "" {
			return name
		}
	}
	return c.Title
}

// Called is how the record of what was published is called in a language; empty where it is taken out since.
func (p Publication) Called(l i18n.Lang) string {
	if p.Gone {
		return ""
	}
	return Change{Kind: p.Kind, Title: p.Title, Before: p.Before, After: p.After}.Called(l)
}
