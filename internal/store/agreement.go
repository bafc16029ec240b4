package store

import (
	"context"

	"github.com/jackc/pgx/v5"

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
		return findable{Slug: a.Slug, Above: Named{portal.KindCity, a.CityID}, Title: a.Title, On: a.SignedOn, In: a.Sectors,
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

// AgreementFilter narrows a list of agreements; what is empty narrows nothing.
type AgreementFilter struct {
	CityID      int64
	Countries   []string
	Sectors     []string // one of which was signed
	LegalTypes  []portal.LegalType
	Instruments []portal.Instrument
	Regimes     []portal.Regime
	Reported    []portal.Reported
}

// AgreementPart returns a part of the agreements that fit, dated by their signing.
func (s *Store) AgreementPart(ctx context.Context, p Part, f AgreementFilter) (Listed[portal.Agreement], error) {
	return agreements.part(ctx, s.pool, p, filter{
		dated: "signed_on",
		where: `(@city = 0 or city_id = @city)
			and (cardinality(@countries::text[]) = 0 or city_id in (select id from cities where country = any(@countries)))
			and (cardinality(@sectors::text[]) = 0 or sectors && @sectors)
			and (cardinality(@legal_types::text[]) = 0 or legal_type = any(@legal_types))
			and (cardinality(@instruments::text[]) = 0 or instrument = any(@instruments))
			and (cardinality(@regimes::text[]) = 0 or regime = any(@regimes))
			and (cardinality(@reported::text[]) = 0 or reported = any(@reported))`,
		args: pgx.NamedArgs{
			"city": f.CityID, "countries": some(f.Countries), "sectors": some(f.Sectors), "legal_types": some(f.LegalTypes),
			"instruments": some(f.Instruments), "regimes": some(f.Regimes), "reported": some(f.Reported),
		},
	})
}
