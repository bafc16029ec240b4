package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// WithoutCopies counts the sources with an address of which nobody has named an archived copy, and all that have an address.
func (s *Store) WithoutCopies(ctx context.Context) (without, all int, err error) {
	err = s.pool.QueryRow(ctx, "select count(*) filter (where archive_url is null), count(*)\nfrom sources\nwhere url is not null").Scan(&without, &all)
	return without, all, err
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
		join (`+shownRecords+`
		) as shown on shown.kind = u.kind and shown.id = u.record_id
		where shown.id = any(array(select record_id from uses))
		order by array_position(array['city', 'agreement', 'step', 'approval', 'promise', 'program', 'outcome', 'activity', 'opportunity', 'venue', 'mirror'],
			u.kind),
			shown.title_id, shown.happened_on nulls last, u.record_id`, sourceID)
}

// shownRecords are the records that readers find on a public page, each with the page.
const shownRecords = `
	select 'city' as kind, id, name_id as title_id, name_en as title_en, null::text as happened_on, 'city' as page, slug
	from cities
	union all
	select 'agreement', id, title_id, title_en, signed_on, 'agreement', slug
	from agreements
	union all
	select 'step', s.id, a.title_id, a.title_en, s.happened_on, 'agreement', a.slug
	from steps s
	join agreements a on a.id = s.agreement_id
	union all
	select 'approval', p.id, a.title_id, a.title_en, p.decided_on, 'agreement', a.slug
	from approvals p
	join agreements a on a.id = p.agreement_id
	union all
	select 'program', id, title_id, title_en, start_on, 'program', slug
	from programs
	union all
	select 'outcome', o.id, o.indicator_id, o.indicator_en, o.as_of, 'program', p.slug
	from outcomes o
	join programs p on p.id = o.program_id
	union all
	select 'activity', v.id, v.title_id, v.title_en, v.start_on, 'city', c.slug
	from activities v
	join cities c on c.id = v.city_id
	union all
	select 'promise', id, words_id, words_en, due_on, 'promise', ''
	from promises
	union all
	select 'opportunity', id, title_id, title_en, deadline_on, 'opportunity', ''
	from opportunities
	union all
	select 'venue', id, name_id, name_en, opened_on, 'venue', ''
	from venues
	union all
	select 'mirror', m.id, c.name_id, c.name_en, m.since_on, 'city', c.slug
	from mirrors m
	join cities c on c.id = m.city_id`

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
