package public

import (
	"slices"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// sides gathers who is on record in a tie: those who signed or witnessed steps, and the organisations of programs and
// activities, each once, with links to what they did.
func (sh *sheet) sides(home portal.City, t portal.Tie) []view.Side {
	by := map[string][]view.Party{}
	for _, s := range t.Steps {
		of := store.Named{Kind: portal.KindStep, ID: s.ID}
		row := sh.stepLink(s, t.Agreements)
		for _, p := range s.Signatories {
			side := sideOf(p.Side, home, t.City)
			by[side] = sh.join(by[side], view.Party{Name: p.Name, Role: view.Cited{Text: p.Role.In(sh.lang)}, Rows: []view.Link{row}}, of, "signatories")
		}
	}
	langs := func(o portal.Organisation) i18n.Lang { return langOf(foreign(o.NameLang(t.City.NativeLang), sh.lang)) }
	for _, g := range t.Programs {
		row := view.Link{Label: g.Title.In(sh.lang), URL: view.Program.In(sh.lang, g.Slug)}
		sh.bodies(by, g.Organisations, langs, row, programName(g))
	}
	for _, a := range newest(t.Activities) {
		row := view.Link{Label: a.Title.In(sh.lang), URL: sh.activityHere(t.City, a.ID)}
		sh.bodies(by, withoutTold(a, t.Programs), langs, row, activityName(a))
	}
	names := map[string]string{"home": sh.t("people.side", home.Name.In(sh.lang)), "partner": sh.t("people.side", t.City.Name.In(sh.lang)), "other": sh.t("people.other")}
	if home.Country != t.City.Country {
		names["home"], names["partner"] = sh.t("people.side", sh.lang.Country(home.Country)), sh.t("people.side", sh.lang.Country(t.City.Country))
	}
	var sides []view.Side
	for _, side := range portal.Sides {
		if len(by[side]) > 0 {
			sides = append(sides, view.Side{Name: names[side], Parties: by[side]})
		}
	}
	return sides
}

// withoutTold are the organisations of an activity that its program does not name already.
func withoutTold(a portal.Activity, programs []portal.Program) []portal.Organisation {
	i := slices.IndexFunc(programs, func(g portal.Program) bool { return g.ID == a.ProgramID })
	if i < 0 {
		return a.Organisations
	}
	return slices.DeleteFunc(slices.Clone(a.Organisations), func(o portal.Organisation) bool { return slices.Contains(programs[i].Organisations, o) })
}

// sideOf tells on which side of a tie somebody from a country stands.
func sideOf(country string, home, city portal.City) string {
	switch country {
	case home.Country:
		return "home"
	case city.Country:
		return "partner"
	}
	return "other"
}

func (sh *sheet) bodies(by map[string][]view.Party, list []portal.Organisation, lang func(portal.Organisation) i18n.Lang, row view.Link, of store.Named) {
	for _, o := range list {
		by[o.Side] = sh.join(by[o.Side], view.Party{Name: o.Name.In(sh.lang), Lang: lang(o), Rows: []view.Link{row}}, of, "organisations")
	}
}

// join adds a party with its sources, or what it did to the one of the same name and role.
func (sh *sheet) join(parties []view.Party, p view.Party, of store.Named, field string) []view.Party {
	p.Role.Refs = sh.refsOr(of, field)
	if len(p.Role.Refs) == 0 {
		p.Tags = sh.unsourcedTag(of)
	}
	i := slices.IndexFunc(parties, func(o view.Party) bool { return o.Name == p.Name && o.Role.Text == p.Role.Text })
	if i < 0 {
		return append(parties, p)
	}
	known := &parties[i]
	known.Rows = distinct(append(known.Rows, p.Rows...))
	known.Role.Refs = ascending(append(known.Role.Refs, p.Role.Refs...))
	known.Tags = distinct(append(known.Tags, p.Tags...))
	return parties
}

// stepLink leads to the paper on whose path a step stands.
func (sh *sheet) stepLink(s portal.Step, papers []portal.Agreement) view.Link {
	l := view.Link{Label: sentence(", ", sh.choice("stage", string(s.Stage)), s.HappenedOn.Short(sh.lang))}
	for _, a := range papers {
		if a.ID == s.AgreementID {
			l.URL = view.Agreement.In(sh.lang, a.Slug)
		}
	}
	return l
}
