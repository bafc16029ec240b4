package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func leastOpportunity() portal.Opportunity {
	return portal.Opportunity{Title: both, Who: both, Kind: "exchange", DeadlineOn: "2026-12-01"}
}

func TestOneCanApplyUntilTheDayOfTheDeadline(t *testing.T) {
	for _, tt := range []struct {
		opens, deadline portal.Date
		want            portal.OpportunityState
	}{
		{"", "2026-11-23", portal.OpportunityOpen},
		{"", "2026-11-22", portal.OpportunityPast},
		{"2026-11-23", "2026-12-01", portal.OpportunityOpen},
		{"2026-11-24", "2026-12-01", portal.OpportunityComing},
		{"2026-11", "2026-12-01", portal.OpportunityComing}, // perhaps only on the 30th
		{"", "2026-11", portal.OpportunityPast},             // perhaps on the 1st
		{"", "2026-12", portal.OpportunityOpen},
		{"", "2027", portal.OpportunityOpen},
	} {
		o := portal.Opportunity{OpensOn: tt.opens, DeadlineOn: tt.deadline}
		if got := o.State(day); got != tt.want {
			t.Errorf("from %q until %q: %s, want %s", tt.opens, tt.deadline, got, tt.want)
		}
	}
}
