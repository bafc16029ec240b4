package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func TestNameOfAGapTellsWhatIsMissingFromWhichRecord(t *testing.T) {
	for _, name := range []string{"agreement-7-signed_on", "step-12-document", "city-3-source-signers"} {
		if got := portal.GapNamed(name).Name(); got != name {
			t.Errorf("%s tells of %s", name, got)
		}
	}
	for _, wrong := range []string{"", "agreement-7", "agreement-x-term"} {
		if g := portal.GapNamed(wrong); g.RecordID != 0 || g.What != "" {
			t.Errorf("%q tells of %+v", wrong, g)
		}
	}
}
