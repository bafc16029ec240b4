package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func cityDesk(o Office) desk[portal.City] {
	return desk[portal.City]{
		office: o, records: o.Store.Cities, route: "cities",
		questions: cityForm,
		fresh: func(url.Values) portal.City {
			return portal.City{LabelAnchor: portal.Anchors[0]}
		},
		list: func(ctx context.Context, cities []portal.City) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"name", "country", "standing", "population"}}
			for _, c := range cities {
				rows.add(c.Name.In(l), c.Country, l.T("choice.standing."+string(c.Standing)), amount(l, c.Population))
			}
			return rows, nil
		},
		public: func(ctx context.Context, c portal.City) string {
			if c.IsHome || c.Standing == portal.NoTie {
				return ""
			}
			return view.Partner.In(i18n.From(ctx), c.Slug)
		},
	}
}

func cityForm(c *portal.City, _ choices) form.Form {
	return form.Form{
		form.Both("name", &c.Name).Under("section.city"),
		form.Text("slug", &c.Slug).Own(),
		form.Text("native_name", &c.NativeName),
		form.Text("native_lang", &c.NativeLang).Own(),
		form.Long("native_text", &c.NativeText).Own(),
		form.Lines("aliases", &c.Aliases),
		form.Choice("standing", &c.Standing, portal.Standings),
		form.Yes("is_home", &c.IsHome).Own(),
		form.BothLong("summary", &c.Summary),
		form.Text("country", &c.Country).Told(i18n.Lang.Country).Under("section.place"),
		form.Text("region", &c.Region),
		form.Decimal("lat", &c.Lat),
		form.Decimal("lon", &c.Lon),
		form.Number("population", &c.Population),
		form.Date("population_on", &c.PopulationOn),
		form.DecimalOrUnknown("area_km2", &c.AreaKm2),
		form.Text("time_zone", &c.TimeZone),
		form.Text("wikidata_id", &c.WikidataID),
		form.Whole("label_dx", &c.LabelDX).Own().Under("section.map_label"),
		form.Whole("label_dy", &c.LabelDY).Own(),
		form.Choice("label_anchor", &c.LabelAnchor, portal.Anchors).Own(),
		form.Yes("label_on_phone", &c.LabelOnPhone).Own(),
	}
}
