package public

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// groupFacet is the part of the list of agreements that a query asks for alone.
const groupFacet = "group"

// agreementGroups are the parts of the list: what is concluded, intents, and papers of mere claims.
var agreementGroups = []string{"concluded", "intents", "claims"}

// agreementGroupOf is the part of the list in which a paper stands.
func agreementGroupOf(l *store.Line, ix *tieIndex) []string {
	c := ix.cities[l.CityID]
	switch {
	case c == nil:
		return nil
	case c.Standing == portal.Unproven:
		return []string{"claims"}
	case portal.Instrument(l.Says[0]).Binding():
		return []string{"concluded"}
	}
	return []string{"intents"}
}

// olderPaper puts what was signed first first, then by the names of the cities.
func olderPaper(a, b *store.Line, ix *tieIndex) int {
	return cmp.Or(byAge(a.On, b.On), strings.Compare(ix.nameOf(a.CityID), ix.nameOf(b.CityID)), strings.Compare(string(a.On), string(b.On)))
}

// paper is a line of the list of agreements before it is written.
type paper struct {
	city      portal.City
	agreement portal.Agreement
	mark      portal.LegalMark // where it stands by itself
}

// paperPart is what a page shows of one group.
type paperPart struct {
	group string
	paged[int64]
}

func (s Site) agreements(w http.ResponseWriter, r *http.Request) error {
	sh, ix, lines, err := s.beginList(r, store.AgreementList)
	if err != nil {
		return err
	}
	parts := paperParts(lines, r.URL.Query())
	var ids []int64
	for _, p := range parts {
		ids = append(ids, p.lines...)
	}
	papers, err := s.papers(r.Context(), sh, ix, ids)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.AgreementsView(sh.agreementsPage(parts, papers, r.URL.Query())))
}

// groupShown is how many papers of a group stand on the page of all groups where there are very many.
const groupShown = 10

// paperParts are the groups of a page: all of them, of each the first papers where there are very many, or a part of the one asked for.
func paperParts(lines *lineIndex, q url.Values) (parts []paperPart) {
	asked := q.Get(groupFacet)
	for _, group := range agreementGroups {
		kept := lines.having(groupFacet, group)
		switch {
		case kept.set.count() == 0 || slices.Contains(agreementGroups, asked) && asked != group:
			continue
		case asked == group:
			parts = append(parts, paperPart{group, kept.partOfList(q)})
		case lines.lines.Len() > wholeMost:
			parts = append(parts, paperPart{group, kept.part(nil, groupShown)})
		default:
			parts = append(parts, paperPart{group, kept.part(nil, wholeMost)})
		}
	}
	return parts
}

// papers are some agreements as lines of the list, of which the sheet learns the evidence.
func (s Site) papers(ctx context.Context, sh *sheet, ix *tieIndex, ids []int64) (list []paper, err error) {
	shown, err := s.Store.Agreements.Shown(ctx, ids)
	sh.learnAround(shown.Around)
	for _, a := range shown.Records {
		list = append(list, paper{ix.city(a.CityID), a, ix.markOf(a.CityID, a.ID)})
	}
	return list, err
}

func (sh *sheet) agreementsPage(parts []paperPart, papers []paper, q url.Values) view.AgreementsPage {
	title, here := sh.t("agreements.title"), view.Agreements.In(sh.lang)
	p := view.AgreementsPage{
		Page: sh.page(view.Agreements, view.Agreements, title, sh.t("agreements.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("agreements.lead")}},
	}
	rows := map[int64]view.AgreementRow{}
	for _, one := range papers {
		rows[one.agreement.ID] = sh.agreementRow(one)
	}
	var links []view.Link
	for _, part := range parts {
		query := "?" + groupFacet + "=" + part.group
		g := view.AgreementGroup{Head: view.RailHead{Title: sh.t("agreements." + part.group), Text: sh.t("agreements." + part.group + "_lead")}}
		switch {
		case q.Get(groupFacet) == part.group:
			sh.nameOfPart(&p.Page, query, part.number)
			p.Pages = part.pages(sh, func(n int) string { return here + numbered(query, n) })
		case len(part.lines) < part.total:
			g.Head.More = view.Link{Label: sh.t("agreements.all", sh.number(part.total)), URL: here + query}
		}
		for _, id := range part.lines {
			if row, ok := rows[id]; ok {
				g.Rows, links = append(g.Rows, row), append(links, row.Title)
			}
		}
		p.Groups = append(p.Groups, g)
	}
	if p.Nothing = sh.noneYet(len(p.Groups)); len(p.Groups) > 0 {
		p.Page.File = sh.csvLink(view.Agreements, "")
	}
	p.Page.JSONLD = sh.listLD(p.Page, links)
	return p
}

func (sh *sheet) agreementRow(p paper) view.AgreementRow {
	a, state := p.agreement, view.TagValue{Tone: legalTone(p.mark), Word: sh.t(p.mark.Key())}
	if p.city.Standing == portal.Unproven {
		state = view.TagValue{Tone: view.ToneWarn, Word: sh.t("choice.standing.unproven")}
	}
	return view.AgreementRow{
		Title:  view.Link{Label: a.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, a.Slug)},
		City:   sh.cityLink(p.city),
		Kind:   sh.choice("instrument", string(a.Instrument)),
		Signed: a.SignedOn.Short(sh.lang),
		State:  state,
		Tags:   sh.cautions(store.Named{Kind: portal.KindAgreement, ID: a.ID}, sh.ownOfAgreement(a)),
	}
}
