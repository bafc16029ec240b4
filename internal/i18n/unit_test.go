package i18n_test

import (
	"testing"

	"kotakembar/internal/i18n"
)

func TestWhatIsCountedIsWrittenForOneAndForMany(t *testing.T) {
	for _, tt := range []struct {
		unit, one, many string
	}{
		{"persons", "person", "persons"}, {"floor", "floor", "floors"}, {"business", "business", "businesses"}, {"company", "company", "companies"},
		{"small businesses", "small business", "small businesses"}, {"match", "match", "matches"}, {"city", "city", "cities"},
		{"percent", "percent", "percent"}, {"JPY", "JPY", "JPY"}, {"m2", "m2", "m2"}, {"", "", ""}, {"day", "day", "days"},
	} {
		if one, many := i18n.EN.Unit(1, tt.unit), i18n.EN.Unit(4, tt.unit); one != tt.one || many != tt.many {
			t.Errorf("%q: one %q, four %q", tt.unit, one, many)
		}
		if got := i18n.ID.Unit(4, tt.unit); got != tt.unit {
			t.Errorf("Indonesian has %q for four", got)
		}
	}
}
