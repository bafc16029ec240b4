package admin

import (
	"context"
	"net/url"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func venueDesk(o Office) desk[portal.Venue] {
	return desk[portal.Venue]{
		office: o, records: o.Store.Venues, route: "venues",
		questions: venueForm,
		fresh: func(q url.Values) portal.Venue {
			return portal.Venue{CityID: named(q, "city"), ProgramID: named(q, "program")}
		},
		list: func(ctx context.Context, venues []portal.Venue) (listing, error) {
			l := i18n.From(ctx)
			titles, err := titlesOf(ctx, o.Store, portal.KindCity, venues, func(v portal.Venue) int64 { return v.CityID })
			rows := listing{columns: []string{"name", "city_id", "opened_on", "confirmed_on", "closed_on"}}
			for _, v := range venues {
				rows.add(v.Name.In(l), titles[v.CityID], v.OpenedOn.Short(l), v.ConfirmedOn.Short(l), v.ClosedOn.Short(l))
			}
			return rows, err
		},
		public: func(ctx context.Context, v portal.Venue) string {
			return view.Venues.In(i18n.From(ctx)) + "#" + view.VenueID(v.ID)
		},
	}
}

func venueForm(v *portal.Venue, c choices) form.Form {
	return form.Form{
		form.Both("name", &v.Name).Under("section.venue"),
		form.Choice("kind", &v.Kind, portal.VenueKinds).Named("venue.kind"),
		form.Record("city_id", &v.CityID, c.cities).Own(),
		form.Record("program_id", &v.ProgramID, c.programs).Own(),
		form.Text("address", &v.Address),
		form.Lines("brands", &v.Brands),
		form.Date("opened_on", &v.OpenedOn).Under("section.open"),
		form.Date("confirmed_on", &v.ConfirmedOn),
		form.Both("confirmed_by", &v.ConfirmedBy),
		form.Date("closed_on", &v.ClosedOn),
		form.BothLong("note", &v.Note),
	}
}
