package public

import (
	"net/http"
	"slices"

	"kotakembar/internal/portal"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

func (s Site) agreements(w http.ResponseWriter, r *http.Request) error {
	sh, ties, err := s.beginWithTies(r)
	if err != nil {
		return err
	}
	return respond.Page(w, r, http.StatusOK, view.AgreementsView(sh.agreementsPage(ties)))
}

func (sh *sheet) agreementsPage(ties []portal.Tie) view.AgreementsPage {
	title := sh.t("agreements.title")
	p := view.AgreementsPage{
		Page: sh.page(view.Agreements, view.Agreements, title, sh.t("agreements.description")),
		Head: view.PageHead{Title: title, Lead: view.Cited{Text: sh.t("agreements.lead")}},
	}
	var links []view.Link
	for _, g := range agreementGroups {
		var rows []view.AgreementRow
		for _, one := range papersIn(ties, g) {
			rows = append(rows, sh.agreementRow(one.tie, one.agreement))
			links = append(links, rows[len(rows)-1].Title)
		}
		if len(rows) > 0 {
			head := view.RailHead{Title: sh.t("agreements." + g.key), Text: sh.t("agreements." + g.key + "_lead")}
			p.Groups = append(p.Groups, view.AgreementGroup{Head: head, Rows: rows})
		}
	}
	if p.Nothing = sh.noneYet(len(p.Groups)); len(p.Groups) > 0 {
		p.Page.File = sh.csvLink(view.Agreements, "")
	}
	p.Page.JSONLD = sh.listLD(p.Page, links)
	return p
}

// agreementGroup is a part of the list: the key of its words, and which papers stand in it.
type agreementGroup struct {
	key string
	in  func(portal.Tie, portal.Agreement) bool
}

var agreementGroups = []agreementGroup{
	{"concluded", func(t portal.Tie, a portal.Agreement) bool {
		return t.City.Standing != portal.Unproven && a.Instrument.Binding()
	}},
	{"intents", func(t portal.Tie, a portal.Agreement) bool {
		return t.City.Standing != portal.Unproven && !a.Instrument.Binding()
	}},
	{"claims", func(t portal.Tie, _ portal.Agreement) bool { return t.City.Standing == portal.Unproven }},
}

// paper is an agreement and the tie that it belongs to.
type paper struct {
	tie       portal.Tie
	agreement portal.Agreement
}

// papersIn lists the agreements of a group, the oldest first.
func papersIn(ties []portal.Tie, g agreementGroup) []paper {
	var list []paper
	for _, t := range ties {
		for _, a := range t.Agreements {
			if g.in(t, a) {
				list = append(list, paper{t, a})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b paper) int { return byAge(a.agreement.SignedOn, b.agreement.SignedOn) })
	return list
}

func (sh *sheet) agreementRow(t portal.Tie, a portal.Agreement) view.AgreementRow {
	state, _ := sh.legal(t.Alone(a))
	if t.City.Standing == portal.Unproven {
		state = view.TagValue{Tone: view.ToneWarn, Word: sh.t("choice.standing.unproven")}
	}
	return view.AgreementRow{
		Title:  view.Link{Label: a.Title.In(sh.lang), URL: view.Agreement.In(sh.lang, a.Slug)},
		City:   view.Link{Label: t.City.Name.In(sh.lang), URL: view.Partner.In(sh.lang, t.City.Slug)},
		Kind:   sh.choice("instrument", string(a.Instrument)),
		Signed: a.SignedOn.Short(sh.lang),
		State:  state,
		Tags:   sh.cautions(store.Named{Kind: portal.KindAgreement, ID: a.ID}, sh.ownOfAgreement(a)),
	}
}
