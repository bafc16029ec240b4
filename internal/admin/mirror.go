package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func mirrorDesk(o Office) desk[portal.Mirror] {
	return desk[portal.Mirror]{
		office: o, records: o.Store.Mirrors, route: "mirrors",
		questions: mirrorForm,
		fresh:     func(q url.Values) portal.Mirror { return portal.Mirror{CityID: named(q, "city")} },
		list: func(ctx context.Context, mirrors []portal.Mirror) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindCity, mirrors, func(m portal.Mirror) int64 { return m.CityID })
			rows := listing{columns: []string{"city_id", "listed", "type", "since_on", "checked_on"}}
			for _, m := range mirrors {
				rows.add(titles[m.CityID], listedWord(l, m.Listed), m.Type.In(l), m.SinceOn.Short(l), m.CheckedOn.Short(l))
			}
			return rows, err
		},
	}
}

func listedWord(l i18n.Lang, listed portal.Listed) string {
	if listed == portal.ListedUnknown {
		return l.T("choice.unknown")
	}
	return l.T("choice.listed." + string(listed))
}

func mirrorForm(m *portal.Mirror, c choices) form.Form {
	return form.Form{
		form.Record("city_id", &m.CityID, c.cities).Own().Under("section.mirror"),
		form.Text("url", &m.URL).As("field.mirror.url"),
		form.Date("checked_on", &m.CheckedOn).Own().With("hint.mirror.checked_on"),
		form.Choice("listed", &m.Listed, portal.ListedAnswers),
		form.Both("type", &m.Type),
		form.Date("since_on", &m.SinceOn),
		form.BothLong("note", &m.Note),
	}
}
