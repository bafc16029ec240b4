package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var programs = table[portal.Program]{
	kind:   portal.KindProgram,
	name:   "programs",
	label:  func(l i18n.Lang) string { return "title_" + string(l) },
	search: "(title_id || ' ' || title_en || ' ' || slug)",
	order:  "start_on desc nulls last, id",
	meta:   func(p *portal.Program) *portal.Meta { return &p.Meta },
	check:  portal.Program.Check,
	found: func(p portal.Program) findable {
		return findable{Slug: p.Slug, Above: Named{portal.KindCity, p.CityID}, Title: p.Title, On: p.StartOn,
			Body: together(p.Summary, p.Result, p.Plan), Near: append(organisations(p.Organisations), p.Place.ID, p.Place.EN)}
	},
	columns: func(p *portal.Program) []column {
		return columns(
			column{"slug", &p.Slug},
			ref("city_id", &p.CityID),
			list("agreement_ids", &p.AgreementIDs),
			column{"kind", &p.Kind},
			both("title", &p.Title),
			both("summary", &p.Summary),
			on("start_on", &p.StartOn),
			on("end_on", &p.EndOn),
			column{"status", &p.Status},
			list("sectors", &p.Sectors),
			both("place", &p.Place),
			list("organisations", &p.Organisations),
			both("plan", &p.Plan),
			both("result", &p.Result),
			column{"cost", &p.Cost},
			known("currency", &p.Currency),
			both("paid_by", &p.PaidBy),
		)
	},
}
