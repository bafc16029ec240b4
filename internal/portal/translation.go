package portal

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"kotakembar/internal/i18n"
)

// TranslationState is what is the matter with a text that stands in both languages.
type TranslationState string

// The states. Indonesian is the original and English the translation, unless only English is there.
const (
	TranslationMissing TranslationState = "missing" // one of the languages is empty
	TranslationStale   TranslationState = "stale"   // the original has changed since the translation was made
	TranslationCopied  TranslationState = "copied"  // a longer text that reads the same in both languages
)

// TranslationStates lists the states, what readers miss most first.
var TranslationStates = []TranslationState{TranslationMissing, TranslationStale, TranslationCopied}

// CopiedLength is from how many characters on a text that reads the same in both languages is no name.
const CopiedLength = 60

// Translation is a text of a public record whose translation needs a person.
type Translation struct {
	Kind     Kind
	RecordID int64
	Field    string // the name of its columns without their language
	State    TranslationState
	Text     i18n.Text
	MadeAt   time.Time // when the version of the original was published that the translation was made from; zero = with the first facts
	Since    time.Time // when the original last changed; zero where it did not
}

// Lang is the language in which something is to be written.
func (t Translation) Lang() i18n.Lang {
	if t.Text.ID == "" {
		return i18n.ID
	}
	return i18n.EN
}

// MayBeRight tells whether a person may say that the translation is right as it is.
func (t Translation) MayBeRight() bool { return t.State != TranslationMissing }

// Outpaced lists the fields whose original a change touches and whose translation it leaves as it was.
func (c Change) Outpaced() (fields []string) {
	changed := c.Changed()
	for _, column := range changed {
		field, original := strings.CutSuffix(column, "_id")
		if translated := field + "_en"; original && !slices.Contains(changed, translated) && c.Before.said(column) && c.After.said(column) && c.After.said(translated) {
			fields = append(fields, field)
		}
	}
	return fields
}

// said tells whether a field holds any text.
func (s Snapshot) said(field string) bool {
	var text string
	return json.Unmarshal(s.Fields[field], &text) == nil && text != ""
}
