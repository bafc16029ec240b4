package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// Approval is a decision about an agreement, of the council above all.
type Approval struct {
	Agreement      opt[Ref]    `json:"agreement"`
	Partner        opt[Ref]    `json:"partner"`
	Kind           string      `json:"kind"`
	Body           string      `json:"body" example:"DPRD Kota Bandung"`
	Number         *string     `json:"number"`
	NumberNotFound bool        `json:"number_not_found"`
	ProposedOn     *EDTF       `json:"proposed_on"`
	DecidedOn      *EDTF       `json:"decided_on" example:"2023-03-30"`
	Decision       string      `json:"decision"`
	Sectors        []string    `json:"sectors"`
	Scope          []ScopeLine `json:"scope"`
	Note           opt[Text]   `json:"note"`
	Common
}

// ScopeLine is a field of cooperation in the words approved beside those signed.
type ScopeLine struct {
	Approved opt[Text] `json:"approved"`
	Signed   opt[Text] `json:"signed"`
	Turn     *string   `json:"turn" example:"wider"`
}

type approvalsAsked struct {
	Paging
	Dated
	InFields
	Partner   string   `query:"partner" maxLength:"80" example:"melbourne"`
	Agreement string   `query:"agreement" maxLength:"80" example:"melbourne"`
	Kind      []string `query:"kind" example:"dprd"`
	Decision  []string `query:"decision" example:"approved"`
}

func (f Face) mountApprovals(a huma.API) {
	mount(f, a, kind[portal.Approval, Approval]{
		name: "approvals", one: "approval", dated: "decided_on", records: f.Store.Approvals,
		key:   func(d portal.Approval) string { return number(d.ID) },
		find:  byNumber(f.Store.Approvals),
		names: func(d portal.Approval) mentions { return mentions{agreements: []int64{d.AgreementID}} },
		tell:  tellApproval,
	}, func(ctx context.Context, in *approvalsAsked, p store.Part) (store.Listed[portal.Approval], error) {
		o, err := f.of(ctx, in.Partner, in.Agreement, "")
		if err != nil {
			return store.Listed[portal.Approval]{}, err
		}
		return f.Store.ApprovalPart(ctx, p, store.ApprovalFilter{
			CityID: o.city, AgreementID: o.agreement, Kinds: codes[portal.ApprovalKind](in.Kind),
			Decisions: codes[portal.Decision](in.Decision), Sectors: in.Sector,
		})
	})
}

func tellApproval(t *teller, common Common, d portal.Approval) Approval {
	told := Approval{
		Agreement: t.agreement(d.AgreementID), Partner: t.partnerOf(d.AgreementID), Kind: string(d.Kind), Body: d.Body, Number: known(d.Number),
		NumberNotFound: d.NumberNotFound, ProposedOn: date(d.ProposedOn), DecidedOn: date(d.DecidedOn), Decision: string(d.Decision),
		Sectors: list(d.Sectors), Scope: []ScopeLine{}, Note: maybeText(d.Note), Common: common,
	}
	for _, l := range d.Scope {
		told.Scope = append(told.Scope, ScopeLine{maybeText(l.Approved), maybeText(l.Signed), known(string(l.Compared()))})
	}
	return told
}
