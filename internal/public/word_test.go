package public_test

import (
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestEveryChoiceHasWordsInBothLanguages(t *testing.T) {
	check(t, "standing", portal.Standings)
	check(t, "label_anchor", portal.Anchors)
	check(t, "legal_type", portal.LegalTypes)
	check(t, "instrument", portal.Instruments)
	check(t, "regime", portal.Regimes)
	check(t, "reported", portal.ReportedStates)
	check(t, "stage", portal.Stages)
	check(t, "stage_group", portal.StageGroups)
	check(t, "approval.kind", portal.ApprovalKinds)
	check(t, "decision", portal.Decisions)
	check(t, "program.kind", portal.ProgramKinds)
	check(t, "status", portal.ProgramStatuses)
	check(t, "nature", portal.Natures)
	check(t, "activity.kind", portal.ActivityKinds)
	check(t, "place", portal.Places)
	check(t, "initiator", portal.Initiators)
	check(t, "way", portal.Ways)
	check(t, "report", portal.ReportStates)
	check(t, "side", portal.Sides)
	check(t, "payer", portal.Payers)
	check(t, "quality", portal.Qualities)
	check(t, "about_kind", portal.DocumentKinds)
	check(t, "state", portal.States)
	check(t, "role", portal.Roles)
	check(t, "kind", portal.Kinds)
	check(t, "promise.state", portal.PromiseStates)
	check(t, "opportunity.kind", portal.OpportunityKinds)
	check(t, "venue.kind", portal.VenueKinds)
	check(t, "venue.state", portal.VenueStates)
	check(t, "listed", portal.ListedAnswers)
}

func check[T ~string](t *testing.T, field string, choices []T) {
	t.Helper()
	for _, c := range choices {
		if c != "" {
			bothWords(t, "choice."+field+"."+string(c))
		}
	}
}

func bothWords(t *testing.T, key string) {
	t.Helper()
	if text, ok := i18n.Lookup(key); !ok || text.ID == "" || text.EN == "" {
		t.Errorf("%s has no words in both languages", key)
	}
}

func TestEveryFieldHasALabelInBothLanguages(t *testing.T) {
	s := storetest.New(t)
	fields(t, s.Cities)
	fields(t, s.Agreements)
	fields(t, s.Steps)
	fields(t, s.Approvals)
	fields(t, s.Programs)
	fields(t, s.Activities)
	fields(t, s.Outcomes)
	fields(t, s.Sectors)
	fields(t, s.Sources)
	fields(t, s.Documents)
	fields(t, s.Limits)
	fields(t, s.Promises)
	fields(t, s.Opportunities)
	fields(t, s.Venues)
	fields(t, s.Mirrors)
}

// fields looks for the label of every column of a record: field.NAME, where a text in two languages is one name.
func fields[R any](t *testing.T, records store.Records[R]) {
	t.Helper()
	var empty R
	snapshot, err := records.Snapshot(empty, portal.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	for name := range snapshot.Fields {
		if base, found := strings.CutSuffix(name, "_en"); found {
			bothWords(t, "field."+base)
		} else if _, text := snapshot.Fields[strings.TrimSuffix(name, "_id")+"_en"]; !text || !strings.HasSuffix(name, "_id") {
			bothWords(t, "field."+name)
		}
	}
}
