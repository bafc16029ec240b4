package store

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// PageChange is the page of a record and when it last changed.
type PageChange struct {
	Slug string
	At   time.Time // the zero time where that is not known
}

// PageChanges returns the page of every record of a kind that has pages of its own, with the last change of the record or of anything
// that stands on its page.
func (s *Store) PageChanges(ctx context.Context, kind portal.Kind) ([]PageChange, error) {
	return all(ctx, s.pool, func(row pgx.CollectableRow) (p PageChange, err error) {
		var at *time.Time
		if err = row.Scan(&p.Slug, &at); err == nil && at != nil {
			p.At = at.UTC()
		}
		return p, err
	}, `select shown.slug, max(c.decided_at)
		from (`+shownAll(append(slices.Clone(shownKinds), portal.KindSource)...)+`
		) as shown
		left join changes c on c.kind = shown.kind and c.record_id = shown.id and c.state = 'applied'
		where shown.page = $1
			and not ($1 = 'city' and shown.slug = (select slug from cities where is_home))
		group by shown.slug
		order by shown.slug`, kind)
}
