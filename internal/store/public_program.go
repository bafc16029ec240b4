package store

import (
	"context"

	"kotakembar/internal/portal"
)

// ProgramParts is what stands under one program and around it.
type ProgramParts struct {
	Agreements []portal.Agreement // that it stands under
	Approvals  []portal.Approval  // of those agreements
	Cities     []portal.City      // its own, those of the agreements and those where its venues stand
	Outcomes   []portal.Outcome
	Activities []portal.Activity
	Venues     []portal.Venue   // its own; of a promotion centre all in its city, so that a plan stands beside what opened there
	Programs   []portal.Program // to which the venues belong
	Cited      []portal.Cited   // of the program, its outcomes, its activities, its venues and the approvals
	Rulings    Rulings
}

// venuesOfProgram are the venues that stand under a program, in SQL: $1 is its number, $2 its kind, $3 its city.
const venuesOfProgram = "(program_id = $1 or $2 = 'promotion_centre' and city_id = $3)"

// ProgramParts returns what the page of a program shows beside the program itself, in two journeys to the database.
func (s *Store) ProgramParts(ctx context.Context, p portal.Program) (parts ProgramParts, err error) {
	var j journey
	askWhere(&j, &parts.Agreements, agreements, "id = any($1)", p.AgreementIDs)
	askWhere(&j, &parts.Approvals, approvals, "agreement_id = any($1)", p.AgreementIDs)
	askWhere(&j, &parts.Cities, cities, `id = $3
		or id in (select city_id from agreements where id = any($4))
		or id in (select city_id from venues where `+venuesOfProgram+")", p.ID, p.Kind, p.CityID, p.AgreementIDs)
	askWhere(&j, &parts.Outcomes, outcomes, "program_id = $1", p.ID)
	askWhere(&j, &parts.Activities, activities, "program_id = $1", p.ID)
	askWhere(&j, &parts.Venues, venues, venuesOfProgram, p.ID, p.Kind, p.CityID)
	askWhere(&j, &parts.Programs, programs, "id in (select program_id from venues where "+venuesOfProgram+")", p.ID, p.Kind, p.CityID)
	if err := j.travel(ctx, s.pool); err != nil {
		return parts, err
	}
	asked := []Named{{portal.KindProgram, p.ID}}
	asked = append(asked, namedAs(portal.KindOutcome, parts.Outcomes, func(o portal.Outcome) int64 { return o.ID })...)
	asked = append(asked, namedAs(portal.KindActivity, parts.Activities, func(a portal.Activity) int64 { return a.ID })...)
	asked = append(asked, namedAs(portal.KindVenue, parts.Venues, func(v portal.Venue) int64 { return v.ID })...)
	asked = append(asked, namedAs(portal.KindApproval, parts.Approvals, func(a portal.Approval) int64 { return a.ID })...)
	parts.Cited, parts.Rulings, err = s.Cited(ctx, asked)
	return parts, err
}
