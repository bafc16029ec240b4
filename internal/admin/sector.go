package admin

import (
	"context"
	"strconv"

	"kotakembar/internal/form"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

func sectorDesk(o Office) desk[portal.Sector] {
	return desk[portal.Sector]{
		office: o, records: o.Store.Sectors, route: "sectors",
		questions: sectorForm,
		list: func(ctx context.Context, sectors []portal.Sector) (listing, error) {
			l := i18n.From(ctx)
			rows := listing{columns: []string{"name", "code", "field_group"}}
			for _, s := range sectors {
				rows.add(s.Name.In(l), s.Code, l.Number(s.Group))
			}
			return rows, nil
		},
	}
}

func sectorForm(s *portal.Sector, _ choices) form.Form {
	return form.Form{
		form.Both("name", &s.Name).Under("section.sector"),
		form.Text("code", &s.Code).Own(),
		form.Whole("field_group", &s.Group),
		form.ManyNumbers("sdgs", &s.SDGs, goals()),
	}
}

// goals are the seventeen Sustainable Development Goals by number.
func goals() []form.Option {
	list := make([]form.Option, 17)
	for i := range list {
		n := strconv.Itoa(i + 1)
		list[i] = form.Option{Value: n, Text: n}
	}
	return list
}
