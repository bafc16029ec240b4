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
	for _, g := range []struct {
		key string
		in  func(portal.Tie, portal.Agreement) bool
	}{
		{"concluded", func(t portal.Tie, a portal.Agreement) bool {
			return t.City.Standing != portal.Unproven && a.Instrument.Binding()
		}},
		{"intents", func(t portal.Tie, a portal.Agreement) bool {
			return t.City.Standing != portal.Unproven && !a.Instrument.Binding()
		}},
		{"claims", func(t portal.Tie, _ portal.Agreement) bool { return t.City.Standing == portal.Unproven }},
	} {
		if rows := sh.agreementRows(ties, g.in); len(rows) > 0 {
			head := view.RailHead{Title: sh.t("agreements." + g.key), Text: sh.t("agreements." + g.key + "_lead")}
			p.Groups = append(p.Groups, view.AgreementGroup{Head: head, Rows: rows})
		}
	}
	p.Nothing = sh.noneYet(len(p.Groups))
	return p
}

// agreementRows lists the agreements of a group, the oldest first.
func (sh *sheet) agreementRows(ties []portal.Tie, in func(portal.Tie, portal.Agreement) bool) []view.AgreementRow {
	type row struct {
		signed portal.Date
		view   view.AgreementRow
	}
	var rows []row
	for _, t := range ties {
		for _, a := range t.Agreements {
			if in(t, a) {
				rows = append(rows, row{a.SignedOn, sh.agreementRow(t, a)})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return byAge(a.signed, b.signed) })
	list := make([]view.AgreementRow, len(rows))
	for i, r := range rows {
		list[i] = r.view
	}
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
