package store

import (
	"context"

	"kotakembar/internal/portal"
)

// ProgramParts is what stands under one program and around it.
type ProgramParts struct {
	Agreements []portal.Agreement // that it stands under
	Cities     []portal.City      // its own, those of the agreements and those where its venues stand
	Outcomes   []portal.Outcome
	Activities []portal.Activity
	Venues     []portal.Venue // its own; of a promotion centre all in its city, so that a plan stands beside what opened there
	Cited      []portal.Cited // of the program, its outcomes, its activities and its venues
	Rulings    Rulings
}

// ProgramParts returns what the page of a program shows beside the program itself, in eight questions.
func (s *Store) ProgramParts(ctx context.Context, p portal.Program) (parts ProgramParts, err error) {
	if parts.Agreements, err = agreements.where(ctx, s.pool, "id = any($1)\norder by "+agreements.order, p.AgreementIDs); err != nil {
		return parts, err
	}
	if parts.Venues, err = venues.where(ctx, s.pool, "program_id = $1\n\tor $2 = 'promotion_centre' and city_id = $3\norder by "+venues.order, p.ID, p.Kind, p.CityID); err != nil {
		return parts, err
	}
	cityIDs := append(idsOf(parts.Agreements, func(a portal.Agreement) int64 { return a.CityID }), p.CityID)
	cityIDs = append(cityIDs, idsOf(parts.Venues, func(v portal.Venue) int64 { return v.CityID })...)
	if parts.Cities, err = cities.where(ctx, s.pool, "id = any($1)\norder by "+cities.order, cityIDs); err != nil {
		return parts, err
	}
	if parts.Outcomes, err = outcomes.where(ctx, s.pool, "program_id = $1\norder by "+outcomes.order, p.ID); err != nil {
		return parts, err
	}
	if parts.Activities, err = activities.where(ctx, s.pool, "program_id = $1\norder by "+activities.order, p.ID); err != nil {
		return parts, err
	}
	asked := []Named{{portal.KindProgram, p.ID}}
	asked = append(asked, namedAs(portal.KindOutcome, parts.Outcomes, func(o portal.Outcome) int64 { return o.ID })...)
	asked = append(asked, namedAs(portal.KindActivity, parts.Activities, func(a portal.Activity) int64 { return a.ID })...)
	asked = append(asked, namedAs(portal.KindVenue, parts.Venues, func(v portal.Venue) int64 { return v.ID })...)
	parts.Cited, parts.Rulings, err = s.Cited(ctx, asked)
	return parts, err
}

// ProgramsCited returns every program with the evidence for it, in four questions.
func (s *Store) ProgramsCited(ctx context.Context) (list []portal.Program, cited []portal.Cited, rulings Rulings, err error) {
	if list, err = s.Programs.All(ctx); err != nil {
		return nil, nil, nil, err
	}
	cited, rulings, err = s.Cited(ctx, namedAs(portal.KindProgram, list, func(p portal.Program) int64 { return p.ID }))
	return list, cited, rulings, err
}
