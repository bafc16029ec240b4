package store

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"
	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// selectLinks asks for what is known of the addresses of sources that have one. Where the address is another than the one that was
// asked for, nothing is known.
const selectLinks = `select s.id, s.slug, s.title, s.url, coalesce(s.archive_url, ''), coalesce(s.checked_on, s.published_on, ''),
	coalesce(k.status, 0), coalesce(k.fault, ''), coalesce(k.failures, 0), k.checked_at, k.good_at, k.failing_since
from sources s
left join links k on k.source_id = s.id and k.url = s.url
where s.url <> ''
`

func scanLink(row pgx.CollectableRow) (k portal.Link, err error) {
	err = row.Scan(&k.SourceID, &k.Slug, &k.Title, &k.URL, &k.ArchiveURL, &k.ReadOn, &k.Status, &k.Fault, &k.Failures,
		(*zeronull.Timestamptz)(&k.CheckedAt), (*zeronull.Timestamptz)(&k.GoodAt), (*zeronull.Timestamptz)(&k.FailingSince))
	return k, err
}

// Links returns what is known of the addresses of all sources that have one, those that failed longest first.
func (s *Store) Links(ctx context.Context) ([]portal.Link, error) {
	return all(ctx, s.pool, scanLink, selectLinks+"order by k.failing_since nulls last, k.checked_at nulls first, s.id")
}

// LinkOf returns what is known of the address of a source; portal.ErrNotFound where it has none.
func (s *Store) LinkOf(ctx context.Context, sourceID int64) (portal.Link, error) {
	return one(ctx, s.pool, scanLink, selectLinks+"\tand s.id = $1", sourceID)
}

// DueLinks returns the addresses of sources whose time has come, the longest unasked first.
func (s *Store) DueLinks(ctx context.Context, now time.Time) ([]portal.Link, error) {
	found, err := all(ctx, s.pool, scanLink, selectLinks+"order by k.checked_at nulls first, s.id")
	return slices.DeleteFunc(found, func(k portal.Link) bool { return !k.Due(now) }), err
}

// KeepLinks keeps what is known of addresses after they were asked for.
func (s *Store) KeepLinks(ctx context.Context, links []portal.Link) error {
	return s.within(ctx, "keep links", func(tx pgx.Tx) error {
		for _, k := range links {
			// A source that was taken out meanwhile needs nothing any more.
			_, err := tx.Exec(ctx,
				`insert into links (source_id, url, status, fault, failures, checked_at, good_at, failing_since)
				select s.id, @url, @status, @fault, @failures, @checked_at, @good_at, @failing_since
				from sources s
				where s.id = @source
				on conflict (source_id) do update
				set url = excluded.url, status = excluded.status, fault = excluded.fault, failures = excluded.failures,
					checked_at = excluded.checked_at, good_at = excluded.good_at, failing_since = excluded.failing_since`,
				pgx.StrictNamedArgs{
					"source": k.SourceID, "url": k.URL, "status": k.Status, "fault": k.Fault, "failures": k.Failures, "checked_at": k.CheckedAt,
					"good_at": nullTime(k.GoodAt), "failing_since": nullTime(k.FailingSince),
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// AskForLink has the address of a source asked for soon; while it waits, once is enough. portal.ErrNotFound where it has none.
func (s *Store) AskForLink(ctx context.Context, sourceID int64) error {
	if _, err := s.LinkOf(ctx, sourceID); err != nil {
		return err
	}
	return s.within(ctx, "ask for a link", func(tx pgx.Tx) error {
		return later(ctx, tx, portal.CheckLink{SourceID: sourceID}, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}})
	})
}

// Holdings returns what tasks of the register follow from, with the ties of all cities.
func (s *Store) Holdings(ctx context.Context) (h portal.Holdings, err error) {
	cities, err := s.Cities.All(ctx)
	if err != nil {
		return h, err
	}
	if h.Ties, _, err = s.Ties(ctx, cities); err != nil {
		return h, err
	}
	if h.Limits, err = s.Limits.All(ctx); err != nil {
		return h, err
	}
	if h.Opportunities, err = s.Opportunities.All(ctx); err != nil {
		return h, err
	}
	if h.Bare, err = s.bareOpportunities(ctx); err != nil {
		return h, err
	}
	h.Links, err = s.Links(ctx)
	return h, err
}
