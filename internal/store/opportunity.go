package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

var opportunities = table[portal.Opportunity]{
	kind:   portal.KindOpportunity,
	name:   "opportunities",
	label:  func(l i18n.Lang) string { return "title_" + string(l) },
	search: "(title_id || ' ' || title_en || ' ' || who_id || ' ' || who_en)",
	order:  "deadline_on, id",
	meta:   func(o *portal.Opportunity) *portal.Meta { return &o.Meta },
	check:  portal.Opportunity.Check,
	found: func(o portal.Opportunity) findable {
		return findable{Above: Named{portal.KindCity, o.CityID}, Title: o.Title, Body: together(o.Who, o.Cost, o.Selection, o.Outcome),
			On: o.DeadlineOn}
	},
	columns: func(o *portal.Opportunity) []column {
		return columns(
			ref("city_id", &o.CityID),
			ref("program_id", &o.ProgramID),
			ref("activity_id", &o.ActivityID),
			both("title", &o.Title),
			column{"kind", &o.Kind},
			both("who", &o.Who),
			on("opens_on", &o.OpensOn),
			on("deadline_on", &o.DeadlineOn),
			both("cost", &o.Cost),
			both("selection", &o.Selection),
			known("url", &o.URL),
			both("outcome", &o.Outcome),
		)
	},
}

// OpportunityParts is every opportunity with what it names.
type OpportunityParts struct {
	Opportunities []portal.Opportunity // by deadline
	Cities        map[int64]portal.City
	Programs      map[int64]portal.Program
	Activities    map[int64]portal.Activity
	Cited         []portal.Cited
	Rulings       Rulings
}

// OpportunityParts returns every opportunity with the records and evidence that its page shows, in seven questions.
func (s *Store) OpportunityParts(ctx context.Context) (parts OpportunityParts, err error) {
	if parts.Opportunities, err = s.Opportunities.All(ctx); err != nil {
		return parts, err
	}
	named := parts.Opportunities
	if parts.Cities, err = cities.named(ctx, s.pool, idsOf(named, func(o portal.Opportunity) int64 { return o.CityID })); err != nil {
		return parts, err
	}
	if parts.Programs, err = programs.named(ctx, s.pool, idsOf(named, func(o portal.Opportunity) int64 { return o.ProgramID })); err != nil {
		return parts, err
	}
	if parts.Activities, err = activities.named(ctx, s.pool, idsOf(named, func(o portal.Opportunity) int64 { return o.ActivityID })); err != nil {
		return parts, err
	}
	parts.Cited, parts.Rulings, err = s.Cited(ctx, namedAs(portal.KindOpportunity, named, func(o portal.Opportunity) int64 { return o.ID }))
	return parts, err
}

// OpportunityFilter narrows a list of opportunities; what is empty narrows nothing.
type OpportunityFilter struct {
	CityID    int64
	ProgramID int64
	Kinds     []string
}

// OpportunityPart returns a part of the opportunities that fit, dated by their deadline.
func (s *Store) OpportunityPart(ctx context.Context, p Part, f OpportunityFilter) (Listed[portal.Opportunity], error) {
	return opportunities.part(ctx, s.pool, p, filter{
		dated: "deadline_on",
		where: `(@city = 0 or city_id = @city)
			and (@program = 0 or program_id = @program)
			and (cardinality(@kinds::text[]) = 0 or kind = any(@kinds))`,
		args: pgx.NamedArgs{"city": f.CityID, "program": f.ProgramID, "kinds": some(f.Kinds)},
	})
}

// bareOpportunities returns the numbers of the public opportunities that no source that can be checked tells of.
func (s *Store) bareOpportunities(ctx context.Context) ([]int64, error) {
	return all(ctx, s.pool, pgx.RowTo[int64],
		`select o.id
		from opportunities o
		where not exists (
			select
			from citations c
			join sources z on z.id = c.source_id
			where c.kind = 'opportunity'
				and c.record_id = o.id
				and z.quality <> 'unverifiable')
		order by o.id`)
}
