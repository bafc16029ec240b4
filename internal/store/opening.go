package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Opening is what a page about all ties opens with.
type Opening struct {
	Standing
	Mark    TieMark
	Sectors []portal.Sector
	Acts    map[string]portal.Source // by slug, those on which the page rests
}

// Opening asks for it in one journey, with the sources of some slugs. The mark is asked for after the standing, so that what is made for it
// holds all that the standing tells of.
func (s *Store) Opening(ctx context.Context, acts ...string) (o Opening, err error) {
	var j journey
	var found []portal.Source
	var said []standingLine
	var marks []TieMark
	ask(&j, &said, pgx.RowToStructByPos[standingLine], standingSQL)
	ask(&j, &marks, pgx.RowToStructByPos[TieMark], tieMarkSQL, FewTies)
	askWhere(&j, &o.Sectors, sectors, "true")
	if len(acts) > 0 {
		askWhere(&j, &found, sources, "slug = any($1)", acts)
	}
	if err := j.travel(ctx, s.pool); err != nil {
		return o, err
	}
	o.Standing, o.Mark, o.Acts = standingOf(said), marks[0], bySlug(found)
	return o, nil
}

// standingLine is a record that nobody has reviewed, or the last publication.
type standingLine struct {
	Kind    portal.Kind
	ID      int64
	Decided time.Time
	Waits   bool
}

const standingSQL = `select kind, record_id, decided_at, true
	from changes
	where ` + unreviewed + `
	union all (
		select '', 0, decided_at, false
		from changes
		where state = 'applied'
		order by decided_at desc
		limit 1
	)`

func standingOf(lines []standingLine) Standing {
	at := Standing{Unreviewed: map[Named]bool{}}
	for _, l := range lines {
		if l.Waits {
			at.Unreviewed[Named{Kind: l.Kind, ID: l.ID}] = true
		} else {
			at.UpdatedAt = l.Decided
		}
	}
	return at
}
