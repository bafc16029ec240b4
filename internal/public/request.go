package public

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// requestPage is a letter of request for what is missing. The letter is in the language of the office that gets it.
func (sh *sheet) requestPage(t portal.Tie, g portal.Gap) view.RequestPage {
	title, what, about := sh.t("request.title"), g.Title().In(sh.lang), t.City.Name
	if g.Agreement.ID != 0 { // a city may have several papers
		about = g.Agreement.Title
	}
	p := view.RequestPage{
		Page: sh.page(view.Request, view.Path{}, title+": "+what+", "+about.In(sh.lang), sh.t("request.description", what), g.Name()),
		Head: view.PageHead{
			Crumbs: sh.crumbs(view.Missing, "request.crumb", title), Title: title,
			Lead: view.Cited{Text: sentence(". ", capital(what)+", "+about.In(sh.lang), sh.t("request.lead"))},
		},
		Right: []string{sh.t("request.right_1"), sh.t("request.right_2"), sh.t("request.right_3")},
		Have:  sh.missingItem(t.City.Name, g).Have,
	}
	in := sheet{notes: notes{lang: i18n.ID}, now: sh.now}
	p.Subject, p.Known = g.Title().In(in.lang)+", "+about.ID, view.Partner.In(i18n.ID, t.City.Slug)
	if g.Agreement.ID != 0 {
		p.Known = view.Agreement.In(i18n.ID, g.Agreement.Slug)
	}
	p.What = in.asked(t, g)
	return p
}

// asked is what the letter asks for.
func (sh *sheet) asked(t portal.Tie, g portal.Gap) string {
	args := []any{t.City.Name.In(sh.lang), orUnnamed(sh, g.Agreement)}
	switch g.What {
	case portal.GapDocument:
		args = append(args, sentence(", ", sh.choice("stage", string(g.Step.Stage)), g.Step.HappenedOn.In(sh.lang), g.Step.Place.In(sh.lang)))
	case portal.GapNumber:
		args = append(args, sentence(", ", g.Approval.Body, g.Approval.DecidedOn.In(sh.lang)))
	case portal.GapSource:
		args = append(args, sh.t(g.Fact.Key()))
	}
	return sh.t("request.what."+string(g.What), args...)
}

// orUnnamed is how a paper is called, also where none is known.
func orUnnamed(sh *sheet, a portal.Agreement) string {
	if a.ID == 0 {
		return sh.t("request.unnamed")
	}
	return a.Title.In(sh.lang)
}
