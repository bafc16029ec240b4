package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// PeriodicFacts returns the records that reports on periods are made from, as they are at one moment.
func (s *Store) PeriodicFacts(ctx context.Context) (f portal.PeriodicFacts, err error) {
	err = s.Moment(ctx, func(at *Store) error {
		f, err = at.periodicFacts(ctx)
		return err
	})
	return f, err
}

func (s *Store) periodicFacts(ctx context.Context) (f portal.PeriodicFacts, err error) {
	cities, err := s.Cities.All(ctx)
	if err != nil {
		return f, err
	}
	if f.Ties, _, err = s.Ties(ctx, cities); err != nil {
		return f, err
	}
	if f.Agreements, err = s.Agreements.All(ctx); err != nil {
		return f, err
	}
	if f.Steps, err = s.Steps.All(ctx); err != nil {
		return f, err
	}
	if f.Programs, err = s.Programs.All(ctx); err != nil {
		return f, err
	}
	f.Outcomes, err = s.Outcomes.All(ctx)
	return f, err
}

// PeriodicYears lists the years of which the register has a step, a program or an activity, the latest first.
func (s *Store) PeriodicYears(ctx context.Context) ([]int, error) {
	return all(ctx, s.pool, pgx.RowTo[int],
		`select distinct left(dated, 4)::int as year
		from (
			select happened_on from steps
			union all
			select start_on from programs
			union all
			select start_on from activities
		) as facts (dated)
		where dated ~ '^[12][0-9]{3}'
		order by year desc`)
}

// SendPeriodic keeps a report for good and returns its number. The same form sent twice is one report.
func (s *Store) SendPeriodic(ctx context.Context, actor portal.Actor, sent portal.SentPeriodic) (id int64, err error) {
	err = s.within(ctx, "send report", func(tx pgx.Tx) error {
		added, err := all(ctx, tx, pgx.RowTo[int64],
			`insert into periodics (period, addressee, sent_by, staff_id, sent_at, content, hash, key)
			values (@period, @addressee, @sent_by, @staff, @sent_at, @content, @hash, nullif(@key, ''))
			on conflict (key) do nothing
			returning id`,
			pgx.StrictNamedArgs{
				"period": sent.Period, "addressee": sent.Addressee, "sent_by": actor.Name, "staff": actor.ID, "sent_at": sent.SentAt,
				"content": sent.Content, "hash": sent.Hash, "key": sent.Key,
			})
		if err != nil {
			return err
		}
		if len(added) == 0 {
			id, err = one(ctx, tx, pgx.RowTo[int64], "select id\nfrom periodics\nwhere key = $1", sent.Key)
			return err
		}
		id = added[0]
		done := portal.By(actor, portal.TraceReportSent)
		done.About = string(sent.Period) + ", " + sent.Addressee
		return note(ctx, tx, done)
	})
	return id, err
}

const periodicSQL = "select id, period, addressee, sent_by, sent_at, content, hash, coalesce(key, '')\nfrom periodics\n"

// SentPeriodics returns one page of the reports that were sent, the latest first, with how many there are.
func (s *Store) SentPeriodics(ctx context.Context, page, size int) (list []portal.SentPeriodic, total int, err error) {
	if err = s.pool.QueryRow(ctx, "select count(*)\nfrom periodics").Scan(&total); err != nil {
		return nil, 0, err
	}
	list, err = all(ctx, s.pool, pgx.RowToStructByPos[portal.SentPeriodic], periodicSQL+"order by id desc\nlimit $1\noffset $2", size, (page-1)*size)
	return list, total, err
}

// SentPeriodic returns one report that was sent.
func (s *Store) SentPeriodic(ctx context.Context, id int64) (portal.SentPeriodic, error) {
	return one(ctx, s.pool, pgx.RowToStructByPos[portal.SentPeriodic], periodicSQL+"where id = $1", id)
}
