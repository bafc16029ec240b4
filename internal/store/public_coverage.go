package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// covered is what the records of a kind can tell, each a condition on the row r; an empty one is what they cannot.
type covered struct {
	kind                              portal.Kind
	table                             string
	dated, costed, attended, resulted string
}

// coverage lists the kinds whose completeness is told, in the order in which it is. All but sources rest on sources.
var coverage = []covered{
	{kind: portal.KindCity, table: "cities"},
	{kind: portal.KindAgreement, table: "agreements", dated: "r.signed_on is not null"},
	{kind: portal.KindStep, table: "steps", dated: "r.happened_on is not null"},
	{kind: portal.KindApproval, table: "approvals", dated: "r.decided_on is not null"},
	{kind: portal.KindPromise, table: "promises", dated: "r.due_on is not null"},
	{
		kind: portal.KindProgram, table: "programs", dated: "r.start_on is not null", costed: "r.cost is not null",
		resulted: programReported("r"),
	},
	{
		kind: portal.KindActivity, table: "activities", dated: "r.start_on is not null",
		costed:   "r.costs <> '[]' and not jsonb_path_exists(r.costs, '$[*] ? (@.amount == null)')",
		attended: "coalesce(r.elected, r.official, r.student, r.resident, r.artist, r.business) is not null",
		resulted: "r.result_id <> ''",
	},
	{kind: portal.KindOutcome, table: "outcomes", dated: "r.as_of is not null", resulted: "r.achieved is not null and not r.effort"},
	{kind: portal.KindOpportunity, table: "opportunities", dated: "true", costed: "r.cost_id <> ''", resulted: "r.outcome_id <> ''"},
	{kind: portal.KindVenue, table: "venues", dated: "coalesce(r.opened_on, r.confirmed_on) is not null"},
	{kind: portal.KindMirror, table: "mirrors", dated: "r.checked_on is not null"},
	{kind: portal.KindSource, table: "sources", dated: "r.published_on is not null"},
}

// Coverage tells how complete the public records are, kind by kind, in one question.
func (s *Store) Coverage(ctx context.Context) ([]portal.Coverage, error) {
	parts := make([]string, len(coverage))
	for i, c := range coverage {
		parts[i] = c.sql()
	}
	return all(ctx, s.pool, scanCoverage,
		`with verifiable as (
			select distinct c.kind, c.record_id
			from citations c
			join sources s on s.id = c.source_id
			where s.quality in ('official', 'secondary')
		)
		`+strings.Join(parts, "\nunion all\n"))
}

func (c covered) sql() string {
	sourced := "exists (select from verifiable v where v.kind = '" + string(c.kind) + "' and v.record_id = r.id)"
	if c.kind == portal.KindSource {
		sourced = ""
	}
	columns := []string{"'" + string(c.kind) + "'", "count(*)"}
	for _, condition := range []string{c.dated, sourced, c.costed, c.attended, c.resulted} {
		if condition == "" {
			columns = append(columns, "null::bigint")
		} else {
			columns = append(columns, "count(*) filter (where "+condition+")")
		}
	}
	return "select " + strings.Join(columns, ", ") + "\nfrom " + c.table + " r"
}

func scanCoverage(row pgx.CollectableRow) (c portal.Coverage, err error) {
	err = row.Scan(&c.Kind, &c.All, &c.Dated, &c.Sourced, &c.Costed, &c.Attended, &c.Resulted)
	return c, err
}
