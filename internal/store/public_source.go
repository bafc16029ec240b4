package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// Copies counts the sources with an address, and those of which nobody has named an archived copy.
type Copies struct{ Without, All int }

// Copies counts them.
func (s *Store) Copies(ctx context.Context) (c Copies, err error) {
	err = s.pool.QueryRow(ctx, "select count(*) filter (where archive_url is null), count(*)\nfrom sources\nwhere url is not null").Scan(&c.Without, &c.All)
	return c, err
}

// UseCounts returns how many records rest on each source; a source on which nothing rests is left out.
func (s *Store) UseCounts(ctx context.Context) (map[int64]int, error) {
	rows, err := s.pool.Query(ctx,
		`select source_id, count(distinct (kind, record_id))
		from citations
		group by source_id`)
	if err != nil {
		return nil, err
	}
	counts := map[int64]int{}
	var id int64
	var n int
	_, err = pgx.ForEachRow(rows, []any{&id, &n}, func() error {
		counts[id] = n
		return nil
	})
	return counts, err
}

// ShownUse is a record that rests on a source, with the page on which readers find it.
type ShownUse struct {
	Kind     portal.Kind
	RecordID int64
	Fields   []string    // that rest on the source
	Title    i18n.Text   // of the record, or of the one that it belongs to where it has none
	On       portal.Date // when it was or happened, may be empty
	PageKind portal.Kind // city, agreement or program; promise, opportunity and venue are shown on the list of their kind
	PageSlug string
	AtHome   bool // it is of the home city, which has no page of its own
}

// ShownUses returns what rests on a source and is shown on a public page.
func (s *Store) ShownUses(ctx context.Context, sourceID int64) ([]ShownUse, error) {
	return all(ctx, s.pool, scanShownUse,
		`with uses as (
			select kind, record_id, array_agg(distinct field order by field) as fields
			from citations
			where source_id = $1
			group by kind, record_id
		)
		select u.kind, u.record_id, u.fields, shown.title_id, shown.title_en, coalesce(shown.happened_on, ''), shown.page, shown.slug,
			shown.page = 'city' and shown.slug = (select slug from cities where is_home)
		from uses u
		join (`+shownAll(shownKinds...)+`
		) as shown on shown.kind = u.kind and shown.id = u.record_id
		where shown.id = any(array(select record_id from uses))
		order by array_position($2::text[], u.kind), shown.title_id, shown.happened_on nulls last, u.record_id`, sourceID, shownKinds)
}

func scanShownUse(row pgx.CollectableRow) (u ShownUse, err error) {
	err = row.Scan(&u.Kind, &u.RecordID, &u.Fields, &u.Title.ID, &u.Title.EN, &u.On, &u.PageKind, &u.PageSlug, &u.AtHome)
	return u, err
}

// UpdatedAt is when the register last changed in public; the zero time while it is empty.
func (s *Store) UpdatedAt(ctx context.Context) (time.Time, error) {
	at, err := one(ctx, s.pool, pgx.RowTo[time.Time],
		"select decided_at\nfrom changes\nwhere state = 'applied'\norder by decided_at desc\nlimit 1")
	if errors.Is(err, portal.ErrNotFound) {
		return time.Time{}, nil
	}
	return at, err
}
