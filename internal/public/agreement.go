package public

import (
	"context"
	"net/http"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) agreement(w http.ResponseWriter, r *http.Request) error {
	sh, t, a, err := s.beginWithPaper(r)
	if err != nil {
		return err
	}
	sh.files = filesOf(t.Documents)
	if err := s.nameSectors(r.Context(), sh); err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.AgreementView(sh.agreementPage(t, a)))
}

func (s Site) agreementCard(w http.ResponseWriter, r *http.Request) error {
	sh, t, a, err := s.beginWithPaper(r)
	if err != nil {
		return err
	}
	return s.showCard(w, r, sh.agreementCardOf(t, a))
}

// beginWithPaper starts a page that rests on one agreement and the tie that it belongs to.
func (s Site) beginWithPaper(r *http.Request) (*sheet, portal.Tie, portal.Agreement, error) {
	a, err := s.Store.Agreements.BySlug(r.Context(), slug(r))
	if err != nil {
		return nil, portal.Tie{}, a, err
	}
	sh, err := s.begin(r)
	if err != nil {
		return nil, portal.Tie{}, a, err
	}
	t, err := s.tieOf(r.Context(), sh, a.CityID)
	return sh, t, a, err
}

// tieOf returns the tie with one city, and teaches the page its evidence.
func (s Site) tieOf(ctx context.Context, sh *sheet, cityID int64) (portal.Tie, error) {
	city, err := s.Store.Cities.ByID(ctx, cityID)
	if err != nil {
		return portal.Tie{}, err
	}
	ties, rulings, err := s.Store.Ties(ctx, []portal.City{city})
	if err != nil {
		return portal.Tie{}, err
	}
	sh.learnTies(ties, rulings)
	return ties[0], nil
}

func (sh *sheet) agreementPage(t portal.Tie, a portal.Agreement) view.AgreementPage {
	part, title := t.Alone(a), a.Title.In(sh.lang)
	of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
	lead := sh.term(a)
	p := view.AgreementPage{
		Correct: sh.writeAbout(of, portal.Correction, portal.FoundDocument),
		Page:    sh.page(view.Agreement, view.Agreements, title, sh.describe(t, a), a.Slug),
		Head:    view.PageHead{Crumbs: sh.crumbs(view.Agreements, "nav.agreements", title), Title: title, Lead: lead},
	}
	p.State, p.Remaining = sh.paperState(part, t.City.Standing)
	p.Page.Card = sh.share(view.Agreement, sh.agreementCardOf(t, a), a.Slug)
	p.Download = sh.download(part, a)
	p.Steps, p.StepsNote = sh.path(t, part, a)
	p.Summary = sh.text(a.Summary, sh.refs(of, "summary"))
	p.Disputes = withoutRepeats(append(sh.disputes(of, sh.ownOfAgreement(a), ""), sh.pathDisputes(part)...))
	for _, line := range promisesOf([]portal.Tie{part}) {
		p.Promises = append(p.Promises, sh.promiseEntry(line.promise))
	}
	p.Facts = sh.agreementFacts(t.City, part, a)
	p.Documents = sh.documents(of)
	for _, d := range part.Approvals {
		p.Approvals = append(p.Approvals, sh.approvalEntry(d, t.City))
		p.Documents = append(p.Documents, sh.documents(store.Named{Kind: portal.KindApproval, ID: d.ID})...)
	}
	p.Chain = sh.chain(t, a)
	p.Scope = sh.scope(t.City, part, a)
	p.Activities = sh.activitiesUnder(t, a)
	p.Page.JSONLD = sh.agreementLD(t.City, a)
	sh.about(&p.Page, of)
	p.Sources = sh.list()
	return p
}

// paperState is where a paper stands in law, and what is left of its term. part is the tie as far as it belongs to the paper.
func (sh *sheet) paperState(part portal.Tie, standing portal.Standing) (view.TagValue, string) {
	state := part.LegalState(sh.now)
	tag := view.TagValue{Tone: legalTone(state.Mark), Word: sh.t(state.Mark.Key())}
	if standing == portal.Unproven {
		tag = view.TagValue{Tone: view.ToneWarn, Word: sh.t("choice.standing.unproven")}
	}
	return tag, sh.remaining(state)
}

// term says first how long the paper runs: in its own words, then until when.
func (sh *sheet) term(a portal.Agreement) view.Cited {
	of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
	if a.Term.Empty() && a.InForceUntil == "" {
		key := "agreement.no_term"
		if !a.Instrument.Binding() {
			key = "agreement.not_concluded"
		}
		return view.Cited{Text: sh.t(key)}
	}
	text := a.Term.In(sh.lang)
	if a.InForceUntil != "" {
		text = sentence(" ", text, sh.t("agreement.until", a.InForceUntil.In(sh.lang)))
	}
	return view.Cited{Text: text, Refs: sh.refs(of, "term", "in_force_until")}
}

// remaining is what is left of the term, or why that cannot be said.
func (sh *sheet) remaining(s portal.LegalState) string {
	if s.Mark == portal.LegalInForce || s.Mark == portal.LegalExpiring {
		return sh.plural("agreement.remaining", s.Months)
	}
	return capital(s.Reason.In(sh.lang)) + "."
}

func (sh *sheet) describe(t portal.Tie, a portal.Agreement) string {
	return sh.t("agreement.description", sh.choice("instrument", string(a.Instrument)), t.City.Name.In(sh.lang),
		sentence("", a.SignedOn.In(sh.lang), orUnknown(sh, a.SignedOn)))
}

func orUnknown(sh *sheet, d portal.Date) string {
	if d == "" {
		return sh.t("date.unknown")
	}
	return ""
}
