package public

import (
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// bothSides sets what this register says of a tie beside what pages of the partner's side say. Of a city without a tie nothing is said.
func (sh *sheet) bothSides(t portal.Tie) view.BothSides {
	if t.City.Standing == portal.NoTie {
		return view.BothSides{}
	}
	b := view.BothSides{Line: sh.mirrored(t.Mirrored(sh.now))}
	for _, m := range t.Mirrors {
		b.Pages = append(b.Pages, sh.mirrorPage(t, m))
	}
	return b
}

// mirrored is the indicator in words: listed or not, the same first year or not, and when somebody looked.
func (sh *sheet) mirrored(m portal.Mirrored) string {
	if !m.Found {
		return sh.t("mirror.not_found")
	}
	listed, year, checked := sh.t("mirror.listed.unknown"), "", sh.t("mirror.unchecked")
	if m.Listed != portal.ListedUnknown {
		listed = sh.t("mirror.listed." + string(m.Listed))
	}
	if m.Year != "" {
		year = sh.t("mirror.year." + string(m.Year))
	}
	if m.CheckedOn != "" {
		checked = sh.t("mirror.checked", m.CheckedOn.In(sh.lang))
	}
	return sentence(" ", listed, year, checked)
}

func (sh *sheet) mirrorPage(t portal.Tie, m portal.Mirror) view.MirrorPage {
	of := store.Named{Kind: portal.KindMirror, ID: m.ID}
	city := store.Named{Kind: portal.KindCity, ID: t.City.ID}
	paper := t.LegalState(sh.now).Agreement
	ours := store.Named{Kind: portal.KindAgreement, ID: paper.ID}
	listed, since := "", ""
	if m.Listed != portal.ListedUnknown {
		listed = sh.t("mirror.says." + string(m.Listed))
	}
	if t.City.Standing == portal.Partner {
		since = t.Start(sh.now).In(sh.lang)
	}
	return view.MirrorPage{
		Rows: []view.PlanRow{
			{Name: sh.t("mirror.row_standing"), Plan: sh.said(city, sh.choice("standing", string(t.City.Standing)), "standing"), Outcome: sh.said(of, listed, "listed")},
			{Name: sh.t("mirror.row_type"), Plan: sh.said(ours, sh.choice("legal_type", string(paper.LegalType)), "legal_type"), Outcome: sh.said(of, m.Type.In(sh.lang), "type")},
			{Name: sh.t("mirror.row_since"), Plan: view.Cited{Text: since, Refs: sh.refs(ours, "signed_on")}, Outcome: sh.said(of, m.SinceOn.In(sh.lang), "since_on")},
		},
		Note: sh.text(m.Note, sh.refs(of, "note")),
		Page: view.Link{Label: sh.t("mirror.open"), URL: m.URL},
	}
}
