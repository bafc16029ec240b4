package store

import (
	"context"

	"kotakembar/internal/portal"
)

// Gaps returns what is missing, by its names, with the records that it is about, in one journey. What these are gone of is left out.
func (s *Store) Gaps(ctx context.Context, names []string) (map[string]portal.Gap, error) {
	gaps, ids := map[string]portal.Gap{}, map[portal.Kind][]int64{}
	for _, name := range names {
		g := portal.GapNamed(name)
		gaps[name], ids[g.Kind] = g, append(ids[g.Kind], g.RecordID)
	}
	var j journey
	var papers []portal.Agreement
	var happened []portal.Step
	var decided []portal.Approval
	askWhere(&j, &happened, steps, "id = any($1)", ids[portal.KindStep])
	askWhere(&j, &decided, approvals, "id = any($1)", ids[portal.KindApproval])
	askWhere(&j, &papers, agreements, `id = any(array(
		select unnest($1::bigint[])
		union
		select agreement_id from steps where id = any($2)
		union
		select agreement_id from approvals where id = any($3)))`, ids[portal.KindAgreement], ids[portal.KindStep], ids[portal.KindApproval])
	if err := j.travel(ctx, s.pool); err != nil {
		return nil, err
	}
	paperOf, stepOf, approvalOf := agreements.byID(papers), steps.byID(happened), approvals.byID(decided)
	for name, g := range gaps {
		paper := g.RecordID
		switch g.Kind {
		case portal.KindStep:
			g.Step = stepOf[g.RecordID]
			paper = g.Step.AgreementID
		case portal.KindApproval:
			g.Approval = approvalOf[g.RecordID]
			paper = g.Approval.AgreementID
		}
		if g.Kind != portal.KindCity {
			g.Agreement = paperOf[paper]
		}
		if gaps[name] = g; g.Kind != portal.KindCity && g.Agreement.ID == 0 {
			delete(gaps, name)
		}
	}
	return gaps, nil
}
