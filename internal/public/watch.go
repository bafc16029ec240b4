package public

import (
	"net/url"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// watch is what needs watching, counted from the records: terms that run out or are not known, partners without recent
// records, results that nobody wrote down, facts on which sources differ.
func (sh *sheet) watch(ix *tieIndex, partners []*portal.Summary) []view.Link {
	items := sh.expiring(partners)
	for _, mark := range []portal.LegalMark{portal.LegalNoTerm, portal.LegalOlder} {
		n := countOf(partners, func(s *portal.Summary) bool { return s.Mark == mark })
		items = sh.ofPartners(items, n, sh.t(mark.Key()), "legal", string(mark))
	}
	for _, label := range []portal.Label{portal.LabelDormant, portal.LabelNotAssessable} {
		n := countOf(partners, func(s *portal.Summary) bool { return s.Label == label })
		items = sh.ofPartners(items, n, sh.t("watch."+string(label), sh.t(label.Key())), "vitality", string(label))
	}
	items = sh.counted(items, "watch.no_result", len(ix.silent), view.Programs.In(sh.lang)+"?"+url.Values{"result": {resultOverdue}}.Encode())
	n := countOf(partners, func(s *portal.Summary) bool { return s.Differs })
	return sh.counted(items, "watch.disputed", n, partnersWith(sh, "sources", sourcesDiffer))
}

// partnersWith leads to the partners in the directory that count under one value of a facet.
func partnersWith(sh *sheet, facet, value string) string {
	return view.Partners.In(sh.lang) + "?" + url.Values{facet: {value}, "standing": {string(portal.Partner)}}.Encode()
}

// ofPartners counts partners, and leads to just these in the directory.
func (sh *sheet) ofPartners(items []view.Link, n int, what, facet, value string) []view.Link {
	if n == 0 {
		return items
	}
	label := sh.t("watch.mark", sh.number(n), what)
	if n == 1 {
		label = sh.t("watch.mark.one", sh.number(n), what)
	}
	return append(items, view.Link{Label: label, URL: partnersWith(sh, facet, value)})
}

// counted is a line that leads to a list of just the rows that it counts.
func (sh *sheet) counted(items []view.Link, key string, n int, url string) []view.Link {
	if n == 0 {
		return items
	}
	return append(items, view.Link{Label: sh.plural(key, n), URL: url})
}

// expiringShown is how many terms that run out are named.
const expiringShown = 12

// expiring names the terms that run out or have; very many are counted instead.
func (sh *sheet) expiring(partners []*portal.Summary) []view.Link {
	var items []view.Link
	byMark := map[portal.LegalMark]int{}
	for _, s := range partners {
		if s.Mark == portal.LegalExpiring || s.Mark == portal.LegalExpired || s.Mark == portal.LegalExpiredActive {
			byMark[s.Mark]++
			if len(items) <= expiringShown {
				items = append(items, view.Link{Label: s.Name.In(sh.lang) + ": " + s.Legal.In(sh.lang), URL: view.Agreement.In(sh.lang, s.Paper)})
			}
		}
	}
	if len(items) <= expiringShown {
		return items
	}
	items = nil
	for _, mark := range portal.LegalMarks {
		items = sh.ofPartners(items, byMark[mark], sh.t(mark.Key()), "legal", string(mark))
	}
	return items
}

func countOf[T any](list []T, ok func(T) bool) (n int) {
	for _, one := range list {
		if ok(one) {
			n++
		}
	}
	return n
}
