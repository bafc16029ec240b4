package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var promises = table[portal.Promise]{
	kind:   portal.KindPromise,
	name:   "promises",
	label:  func(l i18n.Lang) string { return "left(words_" + string(l) + ", 80)" },
	search: "(words_id || ' ' || words_en || ' ' || target_id || ' ' || target_en || ' ' || article)",
	order:  "due_on nulls last, id",
	meta:   func(u *portal.Promise) *portal.Meta { return &u.Meta },
	check:  portal.Promise.Check,
	found: func(u portal.Promise) findable {
		return findable{Above: Named{portal.KindAgreement, u.AgreementID}, Title: u.Words, Body: together(u.Target, u.Note),
			On: u.DueOn, Near: []string{u.Article}}
	},
	columns: func(u *portal.Promise) []column {
		return columns(
			ref("agreement_id", &u.AgreementID),
			column{"article", &u.Article},
			both("words", &u.Words),
			column{"quoted", &u.Quoted},
			list("sectors", &u.Sectors),
			both("target", &u.Target),
			on("due_on", &u.DueOn),
			known("state", (*string)(&u.State)),
			on("as_of", &u.AsOf),
			both("note", &u.Note),
		)
	},
}

// PromiseFilter narrows a list of promises; what is empty narrows nothing.
type PromiseFilter struct {
	CityID      int64
	AgreementID int64
	Sectors     []string
	States      []portal.PromiseState
}

// PromisePart returns a part of the promises that fit, dated by the day by which they are to be kept.
func (s *Store) PromisePart(ctx context.Context, p Part, f PromiseFilter) (Listed[portal.Promise], error) {
	return promises.part(ctx, s.pool, p, filter{
		dated: "due_on",
		where: `(@agreement = 0 or agreement_id = @agreement)
			and (@city = 0 or agreement_id in (select id from agreements where city_id = @city))
			and (cardinality(@sectors::text[]) = 0 or sectors && @sectors)
			and (cardinality(@states::text[]) = 0 or state = any(@states))`,
		args: pgx.NamedArgs{"city": f.CityID, "agreement": f.AgreementID, "sectors": some(f.Sectors), "states": some(f.States)},
	})
}
