package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func approvalDesk(o Office) desk[portal.Approval] {
	return desk[portal.Approval]{
		office: o, records: o.Store.Approvals, route: "approvals",
		questions: approvalForm,
		fresh: func(q url.Values) portal.Approval {
			return portal.Approval{AgreementID: named(q, "agreement")}
		},
		list: func(ctx context.Context, approvals []portal.Approval) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindAgreement, approvals, func(a portal.Approval) int64 { return a.AgreementID })
			rows := listing{columns: []string{"body", "agreement_id", "decision", "decided_on", "number"}}
			for _, a := range approvals {
				rows.add(a.Body, titles[a.AgreementID], l.T("choice.decision."+string(a.Decision)), a.DecidedOn.Short(l), a.Number)
			}
			return rows, err
		},
	}
}

func approvalForm(a *portal.Approval, c choices) form.Form {
	return form.Form{
		form.Record("agreement_id", &a.AgreementID, c.agreements).Own().Under("section.approval"),
		form.Choice("kind", &a.Kind, portal.ApprovalKinds).Named("approval.kind").As("field.approval.kind"),
		form.Text("body", &a.Body),
		form.Choice("decision", &a.Decision, portal.Decisions),
		form.Text("number", &a.Number),
		form.Yes("number_not_found", &a.NumberNotFound).Own(),
		form.Date("proposed_on", &a.ProposedOn),
		form.Date("decided_on", &a.DecidedOn),
		form.Many("sectors", &a.Sectors, c.sectors).As("field.approval.sectors"),
		form.List("scope", &a.Scope, scopeForm),
		form.BothLong("note", &a.Note),
	}
}

func scopeForm(l *portal.ScopeLine) form.Form {
	return form.Form{
		form.Both("approved", &l.Approved).As("field.scope.approved"),
		form.Both("signed", &l.Signed).As("field.scope.signed"),
		form.Choice("turn", &l.Turn, portal.ScopeReadings).As("field.scope.turn").With("hint.scope.turn"),
	}
}
