package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// SourceName is how a source is picked: by its short name, recognised by its title.
type SourceName struct {
	ID      int64
	Slug    string
	Title   string
	Offered int64  // the change that proposes it, while it is not public; 0 afterwards
	Lang    string // of the title, BCP 47, may be empty
}

// offered are the sources that staff have proposed and that nobody has decided on, by the number that each will have.
const offered = `
	select distinct on (c.record_id) c.record_id as id, c.after -> 'fields' ->> 'slug' as slug,
		concat_ws(', ', c.after -> 'fields' ->> 'title', nullif(c.after -> 'fields' ->> 'publisher', '')) as title, c.id as offered,
		coalesce(c.after -> 'fields' ->> 'language', '') as language
	from changes c
	where c.kind = 'source'
		and c.op = 'save'
		and c.state in ('draft', 'submitted', 'returned', 'scheduled')
		and c.record_id is not null
		and not c.limited
		and not exists (select from sources where sources.id = c.record_id)
	order by c.record_id, c.id`

const sourceNames = `
	select id, slug, title, offered, language
	from (
		select id, slug, title || ', ' || publisher as title, 0::bigint as offered, coalesce(language, '') as language
		from sources
		union all
		select * from (` + offered + `) as proposed
	) as known
	`

// SourceNames returns how every source is picked, by short name, those included that are proposed and not public yet.
func (s *Store) SourceNames(ctx context.Context) ([]SourceName, error) {
	return all(ctx, s.pool, pgx.RowToStructByPos[SourceName], sourceNames+"order by slug, id")
}

// SourceNamesOf returns how some sources are picked.
func (s *Store) SourceNamesOf(ctx context.Context, ids []int64) ([]SourceName, error) {
	return all(ctx, s.pool, pgx.RowToStructByPos[SourceName], sourceNames+"where id = any($1)\norder by slug, id", ids)
}

// OfferSource hands in a source that a form cites. It has its number from now on, so that drafts can name it before it is public. A
// second call with the same key and content changes nothing. A short name that another source has or will have is a portal.Invalid.
func (s *Store) OfferSource(ctx context.Context, actor portal.Actor, c *portal.Change) error {
	c.Kind, c.Op, c.State = portal.KindSource, portal.OpSave, portal.Submitted
	source, err := s.Sources.Record(c.After)
	if err != nil {
		return err
	}
	taken := &portal.Invalid{Problems: []portal.Problem{{Field: "slug", Key: "problem.taken"}}}
	others, err := all(ctx, s.pool, pgx.RowToStructByPos[SourceName],
		sourceNames+"where slug = $1\n\tand offered not in (select id from changes where key = $2)", source.Slug, c.Key)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return taken
	}
	if err := s.pool.QueryRow(ctx, "select nextval(pg_get_serial_sequence('sources', 'id'))").Scan(&c.RecordID); err != nil {
		return err
	}
	err = s.SaveChange(ctx, actor, c)
	if _, used := errors.AsType[*Used](err); used {
		return taken
	}
	return err
}

// writeTrial publishes a change for a trial that is taken back, and before it the sources that it cites and that are only proposed. The
// search does not learn of it.
func writeTrial(ctx context.Context, trial pgx.Tx, door door, c portal.Change, missing []SourceName) error {
	for _, name := range missing {
		source, err := one(ctx, trial, scanChange, changeByID(), name.Offered)
		if err != nil {
			return err
		}
		if _, err := doors[portal.KindSource].writeRow(ctx, trial, source, source.Before, source.BaseVersion); err != nil {
			return err
		}
	}
	_, err := door.writeRow(ctx, trial, c, c.Before, c.BaseVersion)
	return err
}

// Unpublished returns the sources that a change cites and that are not public, which have to be decided on before it.
func (s *Store) Unpublished(ctx context.Context, c portal.Change) ([]SourceName, error) {
	var j journey
	missing := askOffered(&j, c)
	err := j.travel(ctx, s.pool)
	return *missing, err
}

// askOffered takes along the question for the sources that a change cites and that are only proposed.
func askOffered(j *journey, c portal.Change) *[]SourceName {
	var missing []SourceName
	if c.Op != portal.OpSave || len(c.After.Citations) == 0 {
		return &missing
	}
	ids := make([]int64, len(c.After.Citations))
	for i, cited := range c.After.Citations {
		ids[i] = cited.SourceID
	}
	ask(j, &missing, pgx.RowToStructByPos[SourceName], sourceNames+"where id = any($1)\n\tand offered <> 0\norder by slug, id", ids)
	return &missing
}

// hindrances are what has to be public before a change and is not.
type hindrances struct {
	sources *[]SourceName
	turn    *turn
}

// askHindrances takes along the questions for what is in the way of a change.
func askHindrances(j *journey, c portal.Change) hindrances {
	return hindrances{askOffered(j, c), askTurn(j, c)}
}

// err tells whether everything is public that has to be.
func (h hindrances) err() error {
	var p portal.Problems
	for _, name := range *h.sources {
		p.Add("", "problem.source_offered", name.Title)
	}
	if len(p) > 0 {
		return p.Err()
	}
	return h.turn.err()
}
