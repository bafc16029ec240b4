package portal

import (
	"crypto/md5"
	"encoding/hex"
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
	Version  int64     // of the record, from whose original the translation was made; 0 = nobody has touched it since the first
	MadeAt   time.Time // when it was made; zero = with the first facts
	Since    time.Time // when the original became another text than that; zero where it did not
	MadeFrom string    // that text, where the translation is older than the original
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

// Origins are marks of the originals that translations were made from, by field.
type Origins map[string]string

// originMark tells originals apart.
func originMark(original string) string {
	sum := md5.Sum([]byte(original)) // it guards nothing
	return hex.EncodeToString(sum[:])
}

// Outpaced lists the fields whose original a change makes another text than the one from which the translation was made that it leaves as
// it was. Where nothing is known of that, it is the original that stands there.
func (c Change) Outpaced(made Origins) (fields []string) {
	changed := c.Changed()
	for _, column := range changed {
		field, original := strings.CutSuffix(column, "_id")
		translated := field + "_en"
		if !original || slices.Contains(changed, translated) || c.Before.text(column) == "" || c.After.text(column) == "" || c.After.text(translated) == "" {
			continue
		}
		if known, ok := made[field]; !ok || known != originMark(c.After.text(column)) {
			fields = append(fields, field)
		}
	}
	return fields
}

// text is what a field says; empty where it holds none.
func (s Snapshot) text(field string) (text string) {
	if json.Unmarshal(s.Fields[field], &text) != nil {
		return ""
	}
	return text
}
