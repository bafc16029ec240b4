package portal_test

import (
	"testing"

	"kotakembar/internal/portal"
)

func TestRenewalIsSeenAsASignature(t *testing.T) {
	for stage, group := range map[portal.Stage]portal.StageGroup{
		portal.Signed: "signing", portal.Renewed: "signing", portal.Amended: "signing", portal.Lapsed: "evaluation",
	} {
		if got := stage.Group(); got != group {
			t.Errorf("%s is seen under %s, want %s", stage, got, group)
		}
	}
}

func TestApprovalIsSeenWhereItsKindDecides(t *testing.T) {
	for kind, group := range map[portal.ApprovalKind]portal.StageGroup{
		portal.ByCouncil: "council", portal.ByForeignCouncil: "partner", portal.ByMinistry: "ministries",
	} {
		if got := kind.Group(); got != group {
			t.Errorf("%s is seen under %s, want %s", kind, got, group)
		}
	}
}
