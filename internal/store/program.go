package store

import (
	"context"

	"github.com/jackc/pgx/v5"

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
		return findable{Slug: p.Slug, Above: Named{portal.KindCity, p.CityID}, Title: p.Title, On: p.StartOn, In: p.Sectors,
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

// programReported tells of a row whether it is on record what came of the program, in SQL: in words, or by a measure that is not of effort
// alone. Of what is still planned nothing has come.
func programReported(row string) string {
	return row + ".status <> 'planned' and (" + row + ".result_id <> '' or exists (select from outcomes o where o.program_id = " + row +
		".id and o.achieved is not null and not o.effort))"
}

// ProgramFilter narrows a list of programs; what is empty narrows nothing.
type ProgramFilter struct {
	CityID      int64 // its own, or that of an agreement that it stands under
	AgreementID int64
	Countries   []string
	Sectors     []string
	Kinds       []string
	Statuses    []portal.ProgramStatus
	Results     []string // reported or none
	Silent      []int64  // numbers of programs that fit Results in any case
}

// ProgramPart returns a part of the programs that fit, dated by their start.
func (s *Store) ProgramPart(ctx context.Context, p Part, f ProgramFilter) (Listed[portal.Program], error) {
	return programs.part(ctx, s.pool, p, filter{
		dated: "start_on",
		where: `(@city = 0 or city_id = @city or agreement_ids && array(select id from agreements where city_id = @city))
			and (@agreement = 0 or @agreement = any(agreement_ids))
			and (cardinality(@countries::text[]) = 0 or city_id in (select id from cities where country = any(@countries)))
			and (cardinality(@sectors::text[]) = 0 or sectors && @sectors)
			and (cardinality(@kinds::text[]) = 0 or kind = any(@kinds))
			and (cardinality(@statuses::text[]) = 0 or status = any(@statuses))
			and (cardinality(@results::text[]) = 0 or id = any(@silent)
				or case when ` + programReported("programs") + ` then 'reported' else 'none' end = any(@results))`,
		args: pgx.NamedArgs{
			"city": f.CityID, "agreement": f.AgreementID, "countries": some(f.Countries), "sectors": some(f.Sectors),
			"kinds": some(f.Kinds), "statuses": some(f.Statuses), "results": some(f.Results), "silent": f.Silent,
		},
	})
}
