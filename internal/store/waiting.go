package store

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Waiting is how much of one kind of work lies there, and for how long the oldest has in seconds.
type Waiting struct {
	What, State string
	N           int64
	Oldest      float64
}

// Waiting tells what waits: background work by its state, mails, and changes to be decided on.
func (s *Store) Waiting(ctx context.Context) ([]Waiting, error) {
	return all(ctx, s.pool, pgx.RowToStructByPos[Waiting],
		`select 'jobs', state::text, count(*), extract(epoch from now() - min(scheduled_at))::float8
		from river_job
		group by state
		union all
		select 'mails', 'waiting', count(*), coalesce(extract(epoch from now() - min(written_at)), 0)::float8
		from mails
		where state = 'waiting'
		union all
		select 'changes', 'submitted', count(*), coalesce(extract(epoch from now() - min(submitted_at)), 0)::float8
		from changes
		where state = 'submitted'`)
}

// Connections tells how the connections to the database are used; nil where the store works on none of its own.
func (s *Store) Connections() *pgxpool.Stat {
	switch pool := s.pool.(type) {
	case *pgxpool.Pool:
		return pool.Stat()
	case split:
		return pool.Stat()
	}
	return nil
}
