package public

import (
	"fmt"
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// cityFacts are the facts of a city, and of the paper by which its tie stands.
func (sh *sheet) cityFacts(home portal.City, t portal.Tie) []view.Fact {
	c, of := t.City, store.Named{Kind: portal.KindCity, ID: t.City.ID}
	facts := []view.Fact{
		sh.placeFact(c),
		sh.distanceFact(home, c),
		sh.clockFact(home, c),
		sh.populationFact(c),
		sh.areaFact(c),
	}
	// An alias leads a search to the city and may be a mere misspelling: it is a fact only where a source attests it. The name in
	// the city's own language needs none and stands in the head of the page.
	if len(c.Aliases) > 0 && sh.sourced(of, "aliases") {
		facts = append(facts, sh.fact(of, sentence("; ", c.Aliases...), "aliases"))
	}
	if c.Standing == portal.NoTie || c.Standing == portal.Unproven {
		return facts
	}
	return append(facts, sh.tieFacts(t)...)
}

func (sh *sheet) distanceFact(home, c portal.City) view.Fact {
	return view.Fact{Label: sh.t("partner.distance"), Values: []view.Cited{{Text: sh.distance(home, c)}}, Note: sh.t("partner.distance_note")}
}

func (sh *sheet) populationFact(c portal.City) view.Fact {
	return sh.fact(store.Named{Kind: portal.KindCity, ID: c.ID}, sh.population(c), "population")
}

// areaFact names the unit beside each value, as sources do, and not in its label.
func (sh *sheet) areaFact(c portal.City) view.Fact {
	f := sh.fact(store.Named{Kind: portal.KindCity, ID: c.ID}, sh.area(c), "area_km2")
	f.Label = sh.t("partner.area")
	return f
}

// placeFact is where the city lies, by whatever supports any part of it.
func (sh *sheet) placeFact(c portal.City) view.Fact {
	of := store.Named{Kind: portal.KindCity, ID: c.ID}
	where := sentence(", ", c.Region, sh.lang.Country(c.Country)) + " (" + sh.coordinates(c) + ")"
	f := sh.fact(of, where, "lat", "lon", "country", "region")
	f.Label = sh.t("partner.place")
	if f.Note == sh.t("fact.unsourced") {
		f.Note = sentence(". ", f.Note, sh.ruling(of, "lat"))
	}
	return f
}

// coordinates are degrees as people write them: 52,27° LU, 10,53° BT.
func (sh *sheet) coordinates(c portal.City) string {
	side := func(v float64, positive, negative string) string {
		key := positive
		if v < 0 {
			key, v = negative, -v
		}
		return fmt.Sprintf("%s° %s", sh.lang.Decimal(v), sh.t(key))
	}
	return side(c.Lat, "compass.north", "compass.south") + ", " + side(c.Lon, "compass.east", "compass.west")
}

// tieFacts are the facts of the governing paper that readers look for on the page of a city.
func (sh *sheet) tieFacts(t portal.Tie) []view.Fact {
	a := t.LegalState(sh.now).Agreement
	if a.ID == 0 {
		return []view.Fact{{Label: sh.t("choice.stage.dprd")}}
	}
	of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
	facts := append([]view.Fact{sh.legalType(of, t.City, a)}, sh.signedFacts(t, a)...)
	return append(facts,
		sh.fact(of, a.InForceUntil.In(sh.lang), "in_force_until"),
		sh.scopeFact(of, a),
		sh.approvalFact(t),
	)
}

// signedFacts are when the first paper was signed by which the tie stands, and when the governing one where that is a later one.
func (sh *sheet) signedFacts(t portal.Tie, governing portal.Agreement) []view.Fact {
	first := t.Chain(governing)[0]
	facts := []view.Fact{sh.signedFact(first)}
	if first.ID != governing.ID {
		latest := sh.signedFact(governing)
		latest.Label = sh.t("agreement.latest")
		facts = append(facts, latest)
	}
	return facts
}

func (sh *sheet) signedFact(a portal.Agreement) view.Fact {
	return sh.fact(store.Named{Kind: portal.KindAgreement, ID: a.ID}, a.SignedOn.In(sh.lang), "signed_on")
}

// approvalFact is what the home council decided; none found is not none given.
func (sh *sheet) approvalFact(t portal.Tie) view.Fact {
	f := view.Fact{Label: sh.t("choice.stage.dprd")}
	for _, a := range t.Approvals {
		if a.Kind == portal.ByCouncil {
			text := sentence(", ", sh.choice("decision", string(a.Decision)), a.DecidedOn.In(sh.lang))
			f.Values = append(f.Values, view.Cited{Text: text, Refs: sh.refs(store.Named{Kind: portal.KindApproval, ID: a.ID})})
		}
	}
	if len(f.Values) == 0 {
		f.Note = sh.t("approval.not_found")
		if t.LegalState(sh.now).Mark == portal.LegalOlder {
			f.Note = sh.t("approval.older")
		}
	}
	return f
}

// tieDisputes sets out every dispute of the tie. One that repeats another, as that of a signing step and its agreement, is left out.
func (sh *sheet) tieDisputes(t portal.Tie) []view.NamedDispute {
	list := sh.disputes(store.Named{Kind: portal.KindCity, ID: t.City.ID}, sh.ownOfCity(t.City), "")
	for _, a := range t.Agreements {
		list = append(list, sh.disputes(store.Named{Kind: portal.KindAgreement, ID: a.ID}, sh.ownOfAgreement(a), several(t.Agreements, a.Title, sh.lang))...)
	}
	list = append(list, sh.pathDisputes(t)...)
	for _, p := range t.Programs {
		list = append(list, sh.disputes(store.Named{Kind: portal.KindProgram, ID: p.ID}, sh.ownOfProgram(p), p.Title.In(sh.lang))...)
	}
	for _, a := range t.Activities {
		list = append(list, sh.disputes(activityName(a), sh.ownOfActivity(a), a.Title.In(sh.lang))...)
	}
	return withoutRepeats(list)
}

// pathDisputes are the disputes about steps and approvals. Where sources differ on the day of a paper, that of its signing is no further
// question.
func (sh *sheet) pathDisputes(t portal.Tie) []view.NamedDispute {
	var list []view.NamedDispute
	for _, s := range t.Steps {
		if s.Stage == portal.Signed && sh.dayDisputed(t, s) {
			continue
		}
		list = append(list, sh.disputes(store.Named{Kind: portal.KindStep, ID: s.ID}, sh.ownOfStep(s), sh.choice("stage", string(s.Stage)))...)
	}
	for _, a := range t.Approvals {
		title, _ := sh.body(a, t.City)
		list = append(list, sh.disputes(store.Named{Kind: portal.KindApproval, ID: a.ID}, sh.ownOfApproval(a), title)...)
	}
	return list
}

// dayDisputed tells whether sources differ on the day on which the paper of a step was signed, which is that of the step.
func (sh *sheet) dayDisputed(t portal.Tie, s portal.Step) bool {
	return slices.ContainsFunc(t.Agreements, func(a portal.Agreement) bool {
		of := store.Named{Kind: portal.KindAgreement, ID: a.ID}
		return a.ID == s.AgreementID && a.SignedOn == s.HappenedOn && slices.Contains(sh.disputed(of, sh.ownOfAgreement(a)), "signed_on")
	})
}

// several is a record's title where there are several of its kind to tell apart.
func several[R any](all []R, title i18n.Text, l i18n.Lang) string {
	if len(all) < 2 {
		return ""
	}
	return title.In(l)
}

// withoutRepeats keeps the first of the disputes in which the same claims stand against each other, or that the same words settle: a
// date is told of a paper and of its signing, now in more words and now in fewer.
func withoutRepeats(list []view.NamedDispute) []view.NamedDispute {
	var once []view.NamedDispute
	for _, d := range list {
		if !slices.ContainsFunc(once, func(o view.NamedDispute) bool {
			return o.Dispute.Used != "" && o.Dispute.Used == d.Dispute.Used || sameClaims(o.Dispute.Claims, d.Dispute.Claims)
		}) {
			once = append(once, d)
		}
	}
	return once
}

func sameClaims(a, b []view.Claim) bool {
	return slices.EqualFunc(a, b, func(x, y view.Claim) bool { return x.Value == y.Value })
}

func langOf(tag string) i18n.Lang { return i18n.Lang(tag) }
