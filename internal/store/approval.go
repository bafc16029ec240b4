package store

import (
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
			Also: []string{a.Number}, Body: a.Note, On: a.DecidedOn}
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
			both("note", &a.Note),
		)
	},
}
