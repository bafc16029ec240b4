package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var approvals = table[portal.Approval]{
	kind:   portal.KindApproval,
	name:   "approvals",
	label:  func(i18n.Lang) string { return "body || ' ' || coalesce(decided_on, '')" },
	search: "(body || ' ' || number || ' ' || note_id || ' ' || note_en)",
	order:  "decided_on desc nulls last, id",
	meta:   func(a *portal.Approval) *portal.Meta { return &a.Meta },
	check:  portal.Approval.Check,
	found: func(a portal.Approval) findable {
		return findable{Above: Named{portal.KindAgreement, a.AgreementID}, Title: i18n.Text{ID: a.Body, EN: a.Body},
			Also: []string{a.Number}, Body: together(append([]i18n.Text{a.Note}, wordings(a.Scope)...)...), On: a.DecidedOn}
	},
	columns: func(a *portal.Approval) []column {
		return columns(
			ref("agreement_id", &a.AgreementID),
			column{"kind", &a.Kind},
			column{"body", &a.Body},
			column{"number", &a.Number},
			column{"number_not_found", &a.NumberNotFound},
			on("proposed_on", &a.ProposedOn),
			on("decided_on", &a.DecidedOn),
			column{"decision", &a.Decision},
			list("sectors", &a.Sectors),
			list("scope", &a.Scope),
			both("note", &a.Note),
		)
	},
}

// ApprovalFilter narrows a list of approvals; what is empty narrows nothing.
type ApprovalFilter struct {
	CityID      int64
	AgreementID int64
	Kinds       []portal.ApprovalKind
	Decisions   []portal.Decision
	Sectors     []string // one of which was approved
}

// ApprovalPart returns a part of the approvals that fit, dated by their decision.
func (s *Store) ApprovalPart(ctx context.Context, p Part, f ApprovalFilter) (Listed[portal.Approval], error) {
	return approvals.part(ctx, s.pool, p, filter{
		dated: "decided_on",
		where: `(@agreement = 0 or agreement_id = @agreement)
			and (@city = 0 or agreement_id in (select id from agreements where city_id = @city))
			and (cardinality(@kinds::text[]) = 0 or kind = any(@kinds))
			and (cardinality(@decisions::text[]) = 0 or decision = any(@decisions))
			and (cardinality(@sectors::text[]) = 0 or sectors && @sectors)`,
		args: pgx.NamedArgs{
			"city": f.CityID, "agreement": f.AgreementID, "kinds": some(f.Kinds), "decisions": some(f.Decisions), "sectors": some(f.Sectors),
		},
	})
}
