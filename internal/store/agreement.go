package store

import (
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var agreements = table[portal.Agreement]{
	kind:   portal.KindAgreement,
	name:   "agreements",
	label:  func(l i18n.Lang) string { return "title_" + string(l) },
	search: "(title_id || ' ' || title_en || ' ' || slug)",
	order:  "signed_on nulls last, id",
	meta:   func(a *portal.Agreement) *portal.Meta { return &a.Meta },
	check:  portal.Agreement.Check,
	found: func(a portal.Agreement) findable {
		return findable{Slug: a.Slug, Above: Named{portal.KindCity, a.CityID}, Title: a.Title, On: a.SignedOn,
			Body: together(a.Summary, a.Term, a.ReportedWhy)}
	},
	columns: func(a *portal.Agreement) []column {
		return columns(
			column{"slug", &a.Slug},
			ref("city_id", &a.CityID),
			ref("parent_id", &a.ParentID),
			both("title", &a.Title),
			column{"legal_type", &a.LegalType},
			column{"instrument", &a.Instrument},
			on("signed_on", &a.SignedOn),
			on("in_force_from", &a.InForceFrom),
			on("in_force_until", &a.InForceUntil),
			both("term", &a.Term),
			column{"regime", &a.Regime},
			list("sectors", &a.Sectors),
			column{"reported", &a.Reported},
			on("reported_on", &a.ReportedOn),
			both("reported_why", &a.ReportedWhy),
			both("summary", &a.Summary),
		)
	},
}
