package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// seeded is SQL that tells whether a change c brought facts of the migrations.
const seeded = "(c.author_id is null and c.author = '" + portal.Seed + "')"

// unreviewed is SQL that tells whether a change is public and nobody but its author has looked at it.
const unreviewed = "(urgent <> '' and reviewed_at is null)"

// taken is SQL that tells whether the record of a change c is taken out now.
const taken = `(
		select l.op = 'retire'
		from changes l
		where l.kind = c.kind
			and l.record_id = c.record_id
			and l.state = 'applied'
		order by l.decided_at desc, l.id desc
		limit 1
	)`

// publications are the changes c that became public, with the roles that author and reviewer have today. Names are not read.
const publications = `
	select c.id, c.kind, c.record_id, %s as version, c.op, c.title, c.before, c.after, c.reason, c.undo_of is not null,
		` + seeded + `, coalesce(author.role, ''), coalesce(reviewer.role, ''), c.decided_at,
		` + taken + `, (c.urgent <> '' and c.reviewed_at is null)
	from %s c
	left join staff author on author.id = c.author_id
	left join staff reviewer on reviewer.id = c.reviewer_id`

func scanPublication(row pgx.CollectableRow) (p portal.Publication, err error) {
	err = row.Scan(&p.ID, &p.Kind, &p.RecordID, &p.Version, &p.Op, &p.Title, &p.Before, &p.After, &p.Reason, &p.Restores,
		&p.Seeded, &p.Author, &p.Reviewer, &p.At, &p.Gone, &p.Unseen)
	p.New = p.Before.Empty()
	if p.Gone {
		p.Title, p.Before, p.After = "", portal.Snapshot{}, portal.Snapshot{}
	}
	return p, err
}

// Publications returns what was published of one record, the latest first: versions below a given one, 0 for all, and at most so many.
func (s *Store) Publications(ctx context.Context, kind portal.Kind, id, below int64, most int) ([]portal.Publication, error) {
	numbered := `(
		select changes.*, row_number() over (order by decided_at, id) as version
		from changes
		where kind = @kind
			and record_id = @id
			and state = 'applied'
	)`
	return all(ctx, s.pool, scanPublication,
		fmt.Sprintf(publications, "c.version", numbered)+`
		where @below = 0 or c.version < @below
		order by c.version desc
		limit @most`,
		pgx.StrictNamedArgs{"kind": kind, "id": id, "below": below, "most": most})
}

// Moment is a place in the order of publications: an instant, and the number of a change published in it.
type Moment struct {
	At time.Time
	ID int64
}

// Recent returns what was published before a moment, the latest first and at most so many, of one kind or of all where none is
// named. Versions are not counted. The facts of the migrations are left out; SeedDays counts them.
func (s *Store) Recent(ctx context.Context, kind portal.Kind, before Moment, most int) ([]portal.Publication, error) {
	return all(ctx, s.pool, scanPublication,
		fmt.Sprintf(publications, "0::bigint", "changes")+`
		where c.state = 'applied'
			and not `+seeded+`
			and (@kind = '' or c.kind = @kind)
			and (c.decided_at, c.id) < (@at, @id)
		order by c.decided_at desc, c.id desc
		limit @most`,
		pgx.StrictNamedArgs{"kind": kind, "at": before.At, "id": before.ID, "most": most})
}

// SeedDay counts the records of a kind that the migrations published on a day.
type SeedDay struct {
	On    portal.Date // in the time of the home city
	Kind  portal.Kind
	Count int
	At    time.Time // when the last of them was published
}

// SeedDays returns the days before an instant on which migrations published records, the latest first, with at most so many counts.
func (s *Store) SeedDays(ctx context.Context, kind portal.Kind, before time.Time, most int) ([]SeedDay, error) {
	_, offset := before.In(portal.WIB).Zone()
	return all(ctx, s.pool, pgx.RowToStructByPos[SeedDay],
		`select to_char(c.decided_at at time zone make_interval(secs => @offset), 'YYYY-MM-DD') as day, c.kind, count(*), max(c.decided_at)
		from changes c
		where c.state = 'applied'
			and `+seeded+`
			and (@kind = '' or c.kind = @kind)
			and c.decided_at < @before
		group by day, c.kind
		order by day desc, count(*) desc, c.kind
		limit @most`,
		pgx.StrictNamedArgs{"kind": kind, "before": before, "offset": offset, "most": most})
}

// RecentOf returns what was last published of the tie with a city, the latest first: of the city itself and of all that belongs to
// it, also what was taken out since. The facts of the migrations are left out.
func (s *Store) RecentOf(ctx context.Context, cityID int64, most int) ([]portal.Publication, error) {
	return all(ctx, s.pool, scanPublication,
		`with gone as (
			select kind, record_id as id, before -> 'fields' as said
			from changes
			where state = 'applied'
				and op = 'retire'
		), papers as (
			select id
			from agreements
			where city_id = @city
			union
			select id
			from gone
			where kind = 'agreement'
				and (said ->> 'city_id')::bigint = @city
		), ventures as (
			select id
			from programs
			where city_id = @city
				or agreement_ids && (select array_agg(id) from papers)
			union
			select id
			from gone
			where kind = 'program'
				and (said ->> 'city_id')::bigint = @city
		), mine as (`+recordsOfTie+`
		)`+fmt.Sprintf(publications, "0::bigint", "changes")+`
		where c.state = 'applied'
			and not `+seeded+`
			and (c.kind, c.record_id) in (select kind, id from mine)
		order by c.decided_at desc, c.id desc
		limit @most`,
		pgx.StrictNamedArgs{"city": cityID, "most": most})
}

// recordsOfTie are the records of a tie by kind and number, from its papers, its ventures and what is gone.
const recordsOfTie = `
	select 'city' as kind, @city::bigint as id
	union
	select 'agreement', id from papers
	union
	select 'program', id from ventures
	union
	select 'step', id from steps where agreement_id in (select id from papers)
	union
	select 'approval', id from approvals where agreement_id in (select id from papers)
	union
	select 'promise', id from promises where agreement_id in (select id from papers)
	union
	select 'outcome', id from outcomes where program_id in (select id from ventures)
	union
	select 'activity', id from activities where city_id = @city
	union
	select 'opportunity', id from opportunities where city_id = @city
	union
	select 'venue', id from venues where city_id = @city
	union
	select 'mirror', id from mirrors where city_id = @city
	union
	select kind, id
	from gone
	where kind in ('activity', 'opportunity', 'venue', 'mirror')
			and (said ->> 'city_id')::bigint = @city
		or kind in ('step', 'approval', 'promise')
			and (said ->> 'agreement_id')::bigint in (select id from papers)
		or kind = 'outcome'
			and (said ->> 'program_id')::bigint in (select id from ventures)`

// PublishedAt returns when some records were last published, in one question.
func (s *Store) PublishedAt(ctx context.Context, records []Named) (map[Named]time.Time, error) {
	kinds, ids := make([]string, len(records)), make([]int64, len(records))
	for i, r := range records {
		kinds[i], ids[i] = string(r.Kind), r.ID
	}
	rows, err := s.pool.Query(ctx,
		`select c.kind, c.record_id, max(c.decided_at)
		from changes c
		where c.state = 'applied'
			and (c.kind, c.record_id) in (select * from unnest($1::text[], $2::bigint[]))
		group by c.kind, c.record_id`, kinds, ids)
	if err != nil {
		return nil, err
	}
	published := map[Named]time.Time{}
	var of Named
	var at time.Time
	_, err = pgx.ForEachRow(rows, []any{&of.Kind, &of.ID, &at}, func() error {
		published[of] = at
		return nil
	})
	return published, err
}
