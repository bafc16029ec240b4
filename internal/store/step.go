package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var steps = table[portal.Step]{
	kind:   portal.KindStep,
	name:   "steps",
	label:  func(i18n.Lang) string { return "stage || ' ' || coalesce(happened_on, '')" },
	search: "(stage || ' ' || coalesce(happened_on, '') || ' ' || note_id || ' ' || note_en || ' ' || signatories::text)",
	order:  "happened_on nulls last, id",
	meta:   func(s *portal.Step) *portal.Meta { return &s.Meta },
	check:  portal.Step.Check,
	found: func(s portal.Step) findable {
		return findable{Above: Named{portal.KindAgreement, s.AgreementID}, Title: words("choice.stage." + string(s.Stage)),
			Body: together(append([]i18n.Text{s.Note}, signatories(s.Signatories)...)...), On: s.HappenedOn, Near: []string{s.Place.ID, s.Place.EN}}
	},
	columns: func(s *portal.Step) []column {
		return columns(
			ref("agreement_id", &s.AgreementID),
			column{"stage", &s.Stage},
			on("happened_on", &s.HappenedOn),
			both("place", &s.Place),
			list("signatories", &s.Signatories),
			both("note", &s.Note),
			column{"no_document", &s.NoDocument},
		)
	},
}

// StepFilter narrows a list of steps; what is empty narrows nothing.
type StepFilter struct {
	CityID      int64
	AgreementID int64
	Stages      []portal.Stage
}

// StepPart returns a part of the steps that fit.
func (s *Store) StepPart(ctx context.Context, p Part, f StepFilter) (Listed[portal.Step], error) {
	return steps.part(ctx, s.pool, p, filter{
		dated: "happened_on",
		where: `(@agreement = 0 or agreement_id = @agreement)
			and (@city = 0 or agreement_id in (select id from agreements where city_id = @city))
			and (cardinality(@stages::text[]) = 0 or stage = any(@stages))`,
		args: pgx.NamedArgs{"city": f.CityID, "agreement": f.AgreementID, "stages": some(f.Stages)},
	})
}
