package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// chain is the paper among all that it rests on and all that rests on it, empty where it stands alone. Where another one of them
// runs longest, the lead names it.
func (sh *sheet) chain(t portal.Tie, a portal.Agreement) view.Chain {
	papers := t.Chain(a)
	if len(papers) < 2 {
		return view.Chain{}
	}
	c := view.Chain{Head: view.RailHead{Title: sh.t("agreement.chain"), Text: sh.t("agreement.chain_lead")}}
	above := map[int64]portal.Agreement{}
	last := portal.LegalState{}
	for _, o := range papers {
		above[o.ID] = o
		part := t.Alone(o)
		if s := part.LegalState(sh.now); s.Months > last.Months {
			last = s
		}
		c.Links = append(c.Links, sh.chainLink(part, t.City.Standing, o, above[o.ParentID]))
		if o.ID == a.ID {
			c.Links[len(c.Links)-1].URL = ""
		}
	}
	if last.Agreement.ID != 0 && last.Agreement.ID != a.ID {
		runs := sh.t("agreement.chain_runs", last.Agreement.Title.In(sh.lang), last.Until.In(sh.lang))
		c.Head.Text = sentence(" ", runs, c.Head.Text)
	}
	return c
}

// chainLink is one paper of a chain; above is the one that it extends or implements, empty for the first.
func (sh *sheet) chainLink(part portal.Tie, standing portal.Standing, o, above portal.Agreement) view.ChainLink {
	of := store.Named{Kind: portal.KindAgreement, ID: o.ID}
	l := view.ChainLink{
		Title: o.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, o.Slug),
		Signed: view.Cited{Text: o.SignedOn.In(sh.lang), Refs: sh.refs(of, "signed_on")},
		Until:  view.Cited{Text: o.InForceUntil.In(sh.lang), Refs: sh.refs(of, "in_force_until")},
	}
	l.State, l.Left = sh.paperState(part, standing)
	if above.ID == 0 {
		return l
	}
	key := "agreement.chain.follows"
	switch o.Instrument {
	case portal.Extension:
		key = "agreement.chain.extension"
	case portal.Implementing:
		key = "agreement.chain.implements"
	}
	l.Relation = view.Cited{Text: sh.t(key, above.Title.In(sh.lang)), Refs: sh.refs(of, "parent_id")}
	return l
}
