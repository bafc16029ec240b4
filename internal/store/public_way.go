package store

import (
	"context"

	"kotakembar/internal/portal"
)

// Ways is some papers on their way through the councils, and approvals by others.
type Ways struct {
	Ways   []Way             // in the order asked for
	Others []portal.Approval // the newest decision first
	Around                   // of the approvals; documents also of the papers and their steps
}

// Way is a paper with what lies on its way.
type Way struct {
	Paper     portal.Agreement
	Steps     []portal.Step
	Approvals []portal.Approval
}

// Ways returns papers and approvals by others, those of some numbers, in two journeys.
func (s *Store) Ways(ctx context.Context, papers, others []int64) (found Ways, err error) {
	var j, second journey
	var onWay []portal.Step
	var decided []portal.Approval
	var rows aroundRows
	askWhere(&j, &rows.papers, agreements, "id = any(array(select unnest($1::bigint[]) union select agreement_id from approvals where id = any($2)))", papers, others)
	askWhere(&j, &onWay, steps, "agreement_id = any($1)", papers)
	askWhere(&j, &decided, approvals, "agreement_id = any($1)", papers)
	askWhere(&j, &found.Others, approvals, "id = any($1)", others)
	if err := j.travel(ctx, s.pool); err != nil {
		return found, err
	}
	cited := namedAs(portal.KindApproval, append(decided, found.Others...), func(a portal.Approval) int64 { return a.ID })
	held := append(numbered(portal.KindAgreement, papers), namedAs(portal.KindStep, onWay, func(s portal.Step) int64 { return s.ID })...)
	rows.evidence.ask(&second, unique(cited))
	askDocuments(&second, &rows.documents, unique(append(held, cited...)))
	if err := second.travel(ctx, s.pool); err != nil {
		return found, err
	}
	found.Around = rows.around()
	stepsOf := group(onWay, func(s portal.Step) int64 { return s.AgreementID })
	approvalsOf := group(decided, func(a portal.Approval) int64 { return a.AgreementID })
	for _, id := range papers {
		if a, ok := found.Papers[id]; ok { // it may have been taken out since
			found.Ways = append(found.Ways, Way{a, stepsOf[id], approvalsOf[id]})
		}
	}
	return found, nil
}
