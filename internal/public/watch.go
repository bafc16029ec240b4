package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// watch is what needs watching, counted from the records: terms that run out or are not known, partners without recent
// records, results that nobody wrote down, facts on which sources differ.
func (sh *sheet) watch(partners []portal.Tie) []view.Link {
	items := sh.expiring(partners)
	agreements, partnersPage := view.Agreements.In(sh.lang), view.Partners.In(sh.lang)
	items = sh.counted(items, "watch.no_term", sh.withoutTerm(partners), agreements)
	items = sh.counted(items, "watch.quiet", sh.quiet(partners), partnersPage)
	items = sh.counted(items, "watch.no_result", sh.withoutResult(partners), view.Programs.In(sh.lang))
	return sh.counted(items, "watch.disputed", sh.disputedTies(partners), partnersPage)
}

func (sh *sheet) counted(items []view.Link, key string, n int, url string) []view.Link {
	if n == 0 {
		return items
	}
	return append(items, view.Link{Label: sh.plural(key, n), URL: url})
}

func (sh *sheet) expiring(partners []portal.Tie) []view.Link {
	var items []view.Link
	for _, t := range partners {
		s := t.LegalState(sh.now)
		if s.Mark == portal.LegalExpiring || s.Mark == portal.LegalExpired || s.Mark == portal.LegalExpiredActive {
			label := t.City.Name.In(sh.lang) + ": " + s.Reason.In(sh.lang)
			items = append(items, view.Link{Label: label, URL: view.Agreement.In(sh.lang, s.Agreement.Slug)})
		}
	}
	return items
}

func (sh *sheet) withoutTerm(partners []portal.Tie) int {
	return sh.count(partners, func(t portal.Tie) bool {
		mark := t.LegalState(sh.now).Mark
		return mark == portal.LegalNoTerm || mark == portal.LegalOlder
	})
}

func (sh *sheet) quiet(partners []portal.Tie) int {
	return sh.count(partners, func(t portal.Tie) bool {
		label := t.Vitality(sh.now).Label
		return label == portal.LabelDormant || label == portal.LabelNotAssessable
	})
}

// withoutResult counts programs that ended more than six months ago and of which no result is on record.
func (sh *sheet) withoutResult(partners []portal.Tie) int {
	n := 0
	for _, t := range partners {
		results := t.Vitality(sh.now).Results
		n += results.Due - results.WithResult
	}
	return n
}

func (sh *sheet) disputedTies(partners []portal.Tie) int {
	return sh.count(partners, func(t portal.Tie) bool { return len(sh.tieDiffers(t)) > 0 })
}

// tieDiffers is the tag of a tie of which the main facts are disputed: the city's or those of its agreements.
func (sh *sheet) tieDiffers(t portal.Tie) []view.TagValue {
	tags := sh.differs(store.Named{Kind: portal.KindCity, ID: t.City.ID}, sh.ownOfCity(t.City))
	for _, a := range t.Agreements {
		tags = append(tags, sh.differs(store.Named{Kind: portal.KindAgreement, ID: a.ID}, sh.ownOfAgreement(a))...)
	}
	return distinct(tags)
}

func (sh *sheet) count(ties []portal.Tie, ok func(portal.Tie) bool) int {
	n := 0
	for _, t := range ties {
		if ok(t) {
			n++
		}
	}
	return n
}
