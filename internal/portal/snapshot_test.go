package portal_test

import (
	"encoding/json"
	"slices"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// snapshot is of fields given as name, JSON value, name, JSON value.
func snapshot(fields ...string) portal.Snapshot {
	s := portal.Snapshot{Fields: map[string]json.RawMessage{}}
	for i := 0; i < len(fields); i += 2 {
		s.Fields[fields[i]] = json.RawMessage(fields[i+1])
	}
	return s
}

func cited(s portal.Snapshot, field string, sources ...int64) portal.Snapshot {
	s.Citations = slices.Clone(s.Citations)
	for _, id := range sources {
		s.Citations = append(s.Citations, portal.Citation{Field: field, SourceID: id})
	}
	return s
}

func ruled(s portal.Snapshot, field, why string) portal.Snapshot {
	s.Rulings = append(slices.Clone(s.Rulings), portal.Ruling{Field: field, Why: i18n.Text{ID: why, EN: why}})
	return s
}

func TestDifferencesNameFieldsThatSayOrProveSomethingElse(t *testing.T) {
	base := snapshot("signed_on", `"1960"`, "place", `""`, "sectors", `[]`, "term", `null`)
	for _, tt := range []struct {
		name  string
		other portal.Snapshot
		want  []string
	}{
		{"itself", base, nil},
		{"a value", snapshot("signed_on", `"1961"`), []string{"signed_on"}},
		{"spaces in JSON", snapshot("signed_on", ` "1960" `), nil},
		{"unknown written otherwise", snapshot("signed_on", `"1960"`, "place", `null`, "term", `[]`), nil},
		{"zero is not unknown", snapshot("signed_on", `"1960"`, "term", `0`), []string{"term"}},
		{"no is not unknown", snapshot("signed_on", `"1960"`, "term", `false`), []string{"term"}},
		{"keys in another order", snapshot("signed_on", `"1960"`, "place", `{"b":1,"a":2}`), []string{"place"}},
		{"a source", cited(base, "signed_on", 4), []string{"signed_on"}},
		{"a source of a field without value", cited(base, "scope", 4), []string{"scope"}},
		{"a ruling", ruled(base, "place", "why"), []string{"place"}},
		{"several, sorted", cited(snapshot("signed_on", `"1961"`, "area", `1`), "place", 4), []string{"area", "place", "signed_on"}},
		{"nothing", portal.Snapshot{}, []string{"signed_on"}},
	} {
		if got := portal.Differences(base, tt.other); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if back := portal.Differences(tt.other, base); !slices.Equal(back, tt.want) {
			t.Errorf("%s, the other way: %v, want %v", tt.name, back, tt.want)
		}
	}
}

func TestLargeNumbersDiffer(t *testing.T) {
	a, b := snapshot("cost", `9007199254740993`), snapshot("cost", `9007199254740992`)
	if got := portal.Differences(a, b); !slices.Equal(got, []string{"cost"}) {
		t.Errorf("differences %v", got)
	}
}

func TestOrderOfSourcesOfOtherFieldsIsNoDifference(t *testing.T) {
	a := cited(cited(snapshot(), "a", 1), "b", 2)
	b := cited(cited(snapshot(), "b", 2), "a", 1)
	if got := portal.Differences(a, b); got != nil {
		t.Errorf("differences %v", got)
	}
}

func TestMergeKeepsBothSidesAndNamesConflicts(t *testing.T) {
	base := snapshot("a", `1`, "b", `1`, "c", `1`, "d", `1`, "e", `1`)
	theirs := snapshot("a", `2`, "b", `1`, "c", `2`, "d", `2`, "e", `1`)
	mine := snapshot("a", `1`, "b", `3`, "c", `3`, "d", `2`, "e", `null`)
	merged, conflicts := portal.Merge(base, theirs, mine)
	want := snapshot("a", `2`, "b", `3`, "c", `3`, "d", `2`, "e", `null`)
	if differ := portal.Differences(want, merged); differ != nil {
		t.Errorf("merged %s differs from the one wanted in %v", merged.Fields, differ)
	}
	if !slices.Equal(conflicts, []string{"c"}) {
		t.Errorf("conflicts %v, want c: there both changed and disagree", conflicts)
	}
}

func TestMergeTakesEvidenceWithItsField(t *testing.T) {
	base := cited(cited(snapshot("a", `1`, "b", `1`), "a", 1), "b", 1)
	theirs := cited(cited(snapshot("a", `1`, "b", `1`), "a", 1, 2), "b", 1)
	mine := ruled(cited(cited(snapshot("a", `1`, "b", `5`), "a", 1), "b", 3), "b", "why")
	merged, conflicts := portal.Merge(base, theirs, mine)
	if len(conflicts) != 0 {
		t.Errorf("conflicts %v", conflicts)
	}
	if a := merged.CitationsOf("a"); len(a) != 2 || a[1].SourceID != 2 {
		t.Errorf("their sources of a were lost: %v", a)
	}
	if b := merged.CitationsOf("b"); len(b) != 1 || b[0].SourceID != 3 || len(merged.RulingsOf("b")) != 1 {
		t.Errorf("my evidence of b was lost: %v %v", b, merged.RulingsOf("b"))
	}
}

func TestDifferingEvidenceOfOneFieldIsAConflict(t *testing.T) {
	base := snapshot("a", `1`)
	_, conflicts := portal.Merge(base, cited(base, "a", 1), cited(base, "a", 2))
	if !slices.Equal(conflicts, []string{"a"}) {
		t.Errorf("conflicts %v", conflicts)
	}
	_, conflicts = portal.Merge(base, cited(base, "a", 1), cited(base, "a", 1))
	if len(conflicts) != 0 {
		t.Errorf("the same edit on both sides is in conflict: %v", conflicts)
	}
}

func TestMergeOfANewRecordIsTheRecord(t *testing.T) {
	mine := cited(snapshot("a", `1`), "a", 1)
	merged, conflicts := portal.Merge(portal.Snapshot{}, portal.Snapshot{}, mine)
	if portal.Differences(merged, mine) != nil || conflicts != nil {
		t.Errorf("merged %v, conflicts %v", merged, conflicts)
	}
}

func TestPickTakesOnlyTheNamedFieldsWithTheirEvidence(t *testing.T) {
	onto := cited(cited(snapshot("a", `1`, "b", `1`), "a", 1), "b", 1)
	from := ruled(cited(cited(snapshot("a", `2`, "b", `2`), "a", 2), "b", 2), "a", "why")
	picked := portal.Pick(onto, from, []string{"a"})
	want := ruled(cited(cited(snapshot("a", `2`, "b", `1`), "a", 2), "b", 1), "a", "why")
	if differ := portal.Differences(want, picked); differ != nil {
		t.Errorf("picked %v, differs in %v", picked, differ)
	}
	if string(onto.Fields["a"]) != `1` || onto.Citations[0].SourceID != 1 {
		t.Error("the snapshot that was picked onto has changed")
	}
}

func TestPickingAFieldThatTheOtherLacksEmptiesIt(t *testing.T) {
	picked := portal.Pick(cited(snapshot("a", `1`, "b", `1`), "a", 1), snapshot("b", `1`), []string{"a"})
	if differ := portal.Differences(snapshot("b", `1`), picked); differ != nil {
		t.Errorf("picked %v, differs in %v", picked, differ)
	}
}

func TestPickingNothingChangesNothing(t *testing.T) {
	onto := ruled(cited(snapshot("a", `1`), "a", 1, 2), "a", "why")
	if differ := portal.Differences(onto, portal.Pick(onto, snapshot("a", `2`), nil)); differ != nil {
		t.Errorf("differs in %v", differ)
	}
}
