package store

import (
	"context"

	"kotakembar/internal/portal"
)

// Rulings is what the register says where sources differ, by record.
type Rulings map[Named][]portal.Ruling

// Ties returns all that the register holds of the ties with some cities, in the order of the cities, with the rulings on what is
// disputed in them. However many cities there are, it makes two journeys to the database.
func (s *Store) Ties(ctx context.Context, of []portal.City) ([]portal.Tie, Rulings, error) {
	rows, err := s.tieRows(ctx, of)
	if err != nil {
		return nil, nil, err
	}
	return s.evident(ctx, rows.ties(of))
}

// evident puts beside ties what supports them.
func (s *Store) evident(ctx context.Context, ties []portal.Tie) ([]portal.Tie, Rulings, error) {
	var asked []Named
	for i := range ties {
		asked = append(asked, recordsOf(ties[i])...)
	}
	asked = unique(asked)
	var j journey
	var rows aroundRows
	rows.askEvidence(&j, asked)
	if err := j.travel(ctx, s.pool); err != nil {
		return nil, nil, err
	}
	held := rows.around()
	evidence := map[Named][]portal.Cited{}
	for _, c := range held.Cited {
		name := Named{c.Kind, c.RecordID}
		evidence[name] = append(evidence[name], c)
	}
	for i := range ties {
		for _, name := range recordsOf(ties[i]) {
			ties[i].Evidence = append(ties[i].Evidence, evidence[name]...)
			ties[i].Documents = append(ties[i].Documents, held.Documents[name]...)
		}
	}
	return ties, held.Rulings, nil
}

// tieRows are the rows of several ties, not yet told apart.
type tieRows struct {
	agreements []portal.Agreement
	steps      []portal.Step
	approvals  []portal.Approval
	promises   []portal.Promise
	programs   []portal.Program
	outcomes   []portal.Outcome
	activities []portal.Activity
	venues     []portal.Venue
	mirrors    []portal.Mirror
}

// Whose papers and programs are asked for, in SQL: $1 are the cities.
const (
	papersOfCities   = "select id from agreements where city_id = any($1)"
	programsOfCities = "city_id = any($1)\n\tor agreement_ids && array(" + papersOfCities + ")"
)

// tieRows reads the rows of several ties in one journey.
func (s *Store) tieRows(ctx context.Context, of []portal.City) (r tieRows, err error) {
	cityIDs := idsOf(of, func(c portal.City) int64 { return c.ID })
	var j journey
	askWhere(&j, &r.agreements, agreements, "city_id = any($1)", cityIDs)
	askWhere(&j, &r.steps, steps, "agreement_id in ("+papersOfCities+")", cityIDs)
	askWhere(&j, &r.approvals, approvals, "agreement_id in ("+papersOfCities+")", cityIDs)
	askWhere(&j, &r.promises, promises, "agreement_id in ("+papersOfCities+")", cityIDs)
	askWhere(&j, &r.programs, programs, programsOfCities, cityIDs)
	askWhere(&j, &r.outcomes, outcomes, "program_id = any(array(select id from programs where "+programsOfCities+"))", cityIDs)
	askWhere(&j, &r.activities, activities, "city_id = any($1)", cityIDs)
	askWhere(&j, &r.venues, venues, "city_id = any($1)", cityIDs)
	askWhere(&j, &r.mirrors, mirrors, "city_id = any($1)", cityIDs)
	err = j.travel(ctx, s.pool)
	return r, err
}

// ties tells the rows of several ties apart.
func (r tieRows) ties(of []portal.City) []portal.Tie {
	city := map[int64]int64{} // by agreement
	for _, a := range r.agreements {
		city[a.ID] = a.CityID
	}
	agreements := group(r.agreements, func(a portal.Agreement) int64 { return a.CityID })
	steps := group(r.steps, func(s portal.Step) int64 { return city[s.AgreementID] })
	approvals := group(r.approvals, func(a portal.Approval) int64 { return city[a.AgreementID] })
	promises := group(r.promises, func(u portal.Promise) int64 { return city[u.AgreementID] })
	mine := map[int64][]int64{} // the cities of a program
	for _, p := range r.programs {
		mine[p.ID] = []int64{p.CityID}
		for _, id := range p.AgreementIDs {
			mine[p.ID] = append(mine[p.ID], city[id])
		}
	}
	programs := groupAll(r.programs, func(p portal.Program) []int64 { return mine[p.ID] })
	outcomes := groupAll(r.outcomes, func(o portal.Outcome) []int64 { return mine[o.ProgramID] })
	activities := group(r.activities, func(a portal.Activity) int64 { return a.CityID })
	venues := group(r.venues, func(v portal.Venue) int64 { return v.CityID })
	mirrors := group(r.mirrors, func(m portal.Mirror) int64 { return m.CityID })
	ties := make([]portal.Tie, len(of))
	for i, c := range of {
		ties[i] = portal.Tie{
			City: c, Agreements: agreements[c.ID], Steps: steps[c.ID], Approvals: approvals[c.ID], Promises: promises[c.ID],
			Programs: programs[c.ID], Outcomes: outcomes[c.ID], Activities: activities[c.ID], Venues: venues[c.ID], Mirrors: mirrors[c.ID],
		}
	}
	return ties
}

// group puts records under the number that each belongs to, in the order that they have.
func group[R any](records []R, under func(R) int64) map[int64][]R {
	return groupAll(records, func(r R) []int64 { return []int64{under(r)} })
}

// groupAll puts records under each of several numbers once.
func groupAll[R any](records []R, under func(R) []int64) map[int64][]R {
	groups := map[int64][]R{}
	for _, r := range records {
		for _, id := range unique(under(r)) {
			groups[id] = append(groups[id], r)
		}
	}
	return groups
}

// recordsOf names every record of a tie.
func recordsOf(t portal.Tie) []Named {
	all := []Named{{portal.KindCity, t.City.ID}}
	all = append(all, namedAs(portal.KindAgreement, t.Agreements, func(a portal.Agreement) int64 { return a.ID })...)
	all = append(all, namedAs(portal.KindStep, t.Steps, func(s portal.Step) int64 { return s.ID })...)
	all = append(all, namedAs(portal.KindApproval, t.Approvals, func(a portal.Approval) int64 { return a.ID })...)
	all = append(all, namedAs(portal.KindPromise, t.Promises, func(u portal.Promise) int64 { return u.ID })...)
	all = append(all, namedAs(portal.KindProgram, t.Programs, func(p portal.Program) int64 { return p.ID })...)
	all = append(all, namedAs(portal.KindOutcome, t.Outcomes, func(o portal.Outcome) int64 { return o.ID })...)
	all = append(all, namedAs(portal.KindActivity, t.Activities, func(a portal.Activity) int64 { return a.ID })...)
	all = append(all, namedAs(portal.KindVenue, t.Venues, func(v portal.Venue) int64 { return v.ID })...)
	return append(all, namedAs(portal.KindMirror, t.Mirrors, func(m portal.Mirror) int64 { return m.ID })...)
}

func namedAs[R any](kind portal.Kind, records []R, id func(R) int64) []Named {
	return numbered(kind, idsOf(records, id))
}

// numbered names records of a kind by their numbers.
func numbered(kind portal.Kind, ids []int64) []Named {
	all := make([]Named, len(ids))
	for i, id := range ids {
		all[i] = Named{kind, id}
	}
	return all
}

func idsOf[R any](records []R, id func(R) int64) []int64 {
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = id(r)
	}
	return ids
}

func only[R any](records []R, ok func(R) bool) []R {
	var kept []R
	for _, r := range records {
		if ok(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// unique drops repeated names: a program may stand under the agreements of several ties.
func unique[T comparable](list []T) []T {
	seen := map[T]bool{}
	return only(list, func(n T) bool {
		again := seen[n]
		seen[n] = true
		return !again
	})
}
