package store

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Line is what a long list narrows, counts and orders a record by.
type Line struct {
	ID      int64
	CityID  int64 // 0 for none
	On      portal.Date
	Says    []string // single facts in an order that is fixed for the kind
	Sectors []string
	Also    []int64 // further cities that it belongs to
}

// List is a long list of which lines are kept.
type List string

// The lists. Of approvals there are two: the papers on their way through the home council, and the approvals by others.
const (
	ProgramList       List = "programs"
	AgreementList     List = "agreements"
	ActivityList      List = "activities"
	WayList           List = "ways"
	OtherApprovalList List = "other approvals"
	PromiseList       List = "promises"
)

// lineSQL is, for each list, what stands behind select, from what, the column of the city, and which rows alone are lines.
var lineSQL = map[List]struct{ line, from, city, where string }{
	// Says: whether a result is on record, status, kind.
	ProgramList: {
		"id, city_id, start_on, array[(" + programReported("programs") + ")::text, status, kind], sectors", "programs", "city_id", "true",
	},
	// Says: the instrument.
	AgreementList: {`id, city_id, signed_on, array[instrument], '{}'::text[]`, "agreements", "city_id", "true"},
	// Says: whether a result is on record, nature, place, kind.
	ActivityList: {
		`id, city_id, start_on, array[(result_id <> '' or result_en <> '')::text, nature, coalesce(place, ''), kind], sectors`, "activities", "city_id", "true",
	},
	// Says: the last word of the home council, nothing where none was found.
	WayList: {
		`id, city_id, signed_on, array(
			select decision
			from approvals
			where agreement_id = a.id
				and kind = 'dprd'
			order by case when decision in ('approved', 'refused') then 2 when decision = 'discussed' then 1 else 0 end desc, decided_on desc nulls last, id
			limit 1
		), '{}'::text[]`,
		"agreements a", "city_id",
		"parent_id is null\n\tand instrument <> 'none'\n\tand city_id in (select id from cities where standing <> 'unproven')",
	},
	OtherApprovalList: {
		"d.id, a.city_id, d.decided_on, '{}'::text[], '{}'::text[]", "approvals d\njoin agreements a on a.id = d.agreement_id", "a.city_id", "d.kind <> 'dprd'",
	},
	// Says: the state.
	PromiseList: {
		"p.id, a.city_id, p.due_on, array[coalesce(p.state, '')], p.sectors", "promises p\njoin agreements a on a.id = p.agreement_id", "a.city_id", "true",
	},
}

// alsoSQL is, for lists whose records may belong to further cities, which these are, and what belongs to some of them, $1.
var alsoSQL = map[List]struct{ cities, of string }{
	ProgramList: {
		"array(select distinct city_id from agreements where id = any(agreement_ids) and city_id is distinct from programs.city_id)",
		"agreement_ids && array(" + papersOfCities + ")",
	},
}

// linesRead is how many lines one question reads: as many as are read well within the time that a question has.
const linesRead = 20_000

// Lines returns the lines of a list in the order of their numbers: those of some cities, among which 0 stands for no city, or all where
// none are named.
func (s *Store) Lines(ctx context.Context, list List, of []int64) (*Lines, error) {
	q, also := lineSQL[list], alsoSQL[list]
	sql, args := "select "+q.line+", "+cmp.Or(also.cities, "'{}'::bigint[]")+"\nfrom "+q.from+"\nwhere "+q.where, []any{}
	if of != nil {
		sql += "\n\tand (" + q.city + " = any($1) or " + q.city + " is null and 0 = any($1) or " + cmp.Or(also.of, "false") + ")"
		args = append(args, of)
	}
	id, _, _ := strings.Cut(q.line, ",")
	args = append(args, int64(0))
	sql += fmt.Sprintf("\n\tand %s > $%d\norder by %s\nlimit %d", id, len(args), id, linesRead)
	lines := &Lines{}
	for {
		rows, err := s.pool.Query(ctx, sql, args...)
		if err != nil {
			return nil, err
		}
		var l Line
		into := []any{&l.ID, (*reference)(&l.CityID), (*zeronull.Text)(&l.On), &l.Says, &l.Sectors, &l.Also}
		read, err := pgx.ForEachRow(rows, into, func() error {
			lines.Add(l)
			return nil
		})
		if err != nil || read.RowsAffected() < linesRead {
			return lines, err
		}
		args[len(args)-1] = l.ID
	}
}

// TiesSince returns the cities of which something was written after an edition of their summaries; 0 among them stands for what is of
// no city.
func (s *Store) TiesSince(ctx context.Context, edition int64) ([]int64, error) {
	return all(ctx, s.pool, pgx.RowTo[int64], "select city_id\nfrom tie_summaries\nwhere edition > $1", edition)
}
