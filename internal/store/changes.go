package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// ChangeFilter narrows a list of changes; zero values narrow nothing.
type ChangeFilter struct {
	Kind       portal.Kind
	RecordID   int64
	RecordIDs  []int64 // one of them; nil for all
	CityID     int64   // of the partner whose tie the record belongs to
	AuthorID   int64
	AssigneeID int64
	Unassigned bool
	OpenTo     int64 // of this reviewer or of nobody, as far as assigned
	BatchID    int64
	States     []portal.State
	NotBy      int64     // leaves out this author's
	Viewer     int64     // leaves out what this person may not see
	New        bool      // only of records that have never been public
	Single     bool      // leaves out what belongs to a batch
	Until      time.Time // handed in, or else begun, at this instant or earlier
	Words      string    // in how the record is called, in the reason, or in the author's name
	Oldest     bool      // that was handed in comes first, not the newest
	Number     int       // of the page, from 1
	Size       int
}

// changeWhere are the conditions of a filter, beside its states.
const changeWhere = `
	where (@kind = '' or kind = @kind)
		and (@record = 0 or record_id = @record)
		and (@records::bigint[] is null or record_id = any(@records))
		and (@author = 0 or author_id = @author)
		and (@assignee = 0 or assignee_id = @assignee)
		and (not @unassigned or assignee_id is null)
		and (@open_to = 0 or coalesce(assignee_id, @open_to) = @open_to)
		and (@batch = 0 or batch_id = @batch)
		and (@not_by = 0 or author_id is distinct from @not_by)
		and ` + visible + `
		and (not @new or record_id is null or base_version = 0 and not exists (
			select from changes p where p.kind = changes.kind and p.record_id = changes.record_id and p.state = 'applied'))
		and (not @single or batch_id is null)
		and (@until::timestamptz is null or coalesce(submitted_at, created_at) <= @until)
		and (@words = '' or concat_ws(' ', title, reason, author, ` + calledInChange + `) ilike '%' || @words || '%')
		and (@city = 0 or @city in (` + partnersOfChange + `))`

// calledInChange are the fields that say how the record of a change is called, in both languages; its title is in that of its author.
const calledInChange = `after #>> '{fields,title_id}', after #>> '{fields,title_en}', after #>> '{fields,name_id}', after #>> '{fields,name_en}',
			before #>> '{fields,title_id}', before #>> '{fields,title_en}', before #>> '{fields,name_id}', before #>> '{fields,name_en}'`

// partnersOfChange are the cities to whose tie the record of a change belongs, as it was or would be.
const partnersOfChange = `
	select record_id where kind = 'city'
	union
	select (said ->> 'city_id')::bigint
	from (values (before -> 'fields'), (after -> 'fields')) as states (said)
	union
	select a.city_id
	from (values (before -> 'fields'), (after -> 'fields')) as states (said)
	join agreements a on a.id = (said ->> 'agreement_id')::bigint
	union
	select p.city_id
	from (values (before -> 'fields'), (after -> 'fields')) as states (said)
	join programs p on p.id = (said ->> 'program_id')::bigint`

func (f ChangeFilter) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"kind": string(f.Kind), "record": f.RecordID, "records": f.RecordIDs, "city": f.CityID, "author": f.AuthorID, "assignee": f.AssigneeID,
		"unassigned": f.Unassigned, "open_to": f.OpenTo, "batch": f.BatchID, "not_by": f.NotBy, "single": f.Single, "viewer": f.Viewer, "new": f.New, "until": zeronull.Timestamptz(f.Until),
		"words": likeLiteral.Replace(strings.TrimSpace(f.Words)),
	}
}

// Changes returns one page of changes, newest first, and how many there are in all.
func (s *Store) Changes(ctx context.Context, f ChangeFilter) (changes []portal.Change, total int, err error) {
	const where = changeWhere + "\n\t\tand (cardinality(@states::text[]) = 0 or state = any(@states) or 'unreviewed' = any(@states) and " + unreviewed + ")"
	args := f.args()
	args["states"] = some(f.States)
	if err := s.pool.QueryRow(ctx, "select count(*)\nfrom changes"+where, args).Scan(&total); err != nil {
		return nil, 0, err
	}
	order := "coalesce(decided_at, submitted_at, created_at) desc, id desc"
	if f.Oldest {
		order = "coalesce(submitted_at, created_at), id"
	}
	args["size"], args["from"] = f.Size, (f.Number-1)*f.Size
	changes, err = all(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes"+where+"\norder by "+order+"\nlimit @size\noffset @from", args)
	return changes, total, err
}

// ChangeCounts counts what a filter finds by state, whatever states it asks for; what is unreviewed counts as published, too.
func (s *Store) ChangeCounts(ctx context.Context, f ChangeFilter) (map[portal.State]int, error) {
	rows, err := s.pool.Query(ctx, `select counted.as_state, count(*)
		from changes
		cross join lateral (values (state), (case when `+unreviewed+` then 'unreviewed' end)) as counted (as_state)`+changeWhere+`
			and counted.as_state is not null
		group by counted.as_state`, f.args())
	if err != nil {
		return nil, err
	}
	counts := map[portal.State]int{}
	var state portal.State
	var n int
	_, err = pgx.ForEachRow(rows, []any{&state, &n}, func() error {
		counts[state] = n
		return nil
	})
	return counts, err
}

// History returns every change of a record that became public, oldest first.
func (s *Store) History(ctx context.Context, kind portal.Kind, id int64) ([]portal.Change, error) {
	return all(ctx, s.pool, scanChange,
		"select "+changeNames()+"\nfrom changes\nwhere kind = $1\n\tand record_id = $2\n\tand state = 'applied'\norder by decided_at, id", kind, id)
}

// Options returns every public record of a kind as a choice.
func (r Records[R]) Options(ctx context.Context, l i18n.Lang) ([]Option, error) {
	return all(ctx, r.pool, pgx.RowToStructByPos[Option],
		"select id, "+r.table.label(l)+", "+r.table.door().slug()+"\nfrom "+r.table.name+"\norder by 2, id")
}

// Titles returns how records of a kind are called.
func (s *Store) Titles(ctx context.Context, l i18n.Lang, kind portal.Kind, ids []int64) (map[int64]string, error) {
	door, ok := doors[kind]
	if !ok {
		return nil, portal.ErrNotFound
	}
	options, err := door.titles(ctx, s.pool, l, ids)
	titles := make(map[int64]string, len(options))
	for _, o := range options {
		titles[o.ID] = o.Title
	}
	return titles, err
}

func (t door) titles(ctx context.Context, q db, l i18n.Lang, ids []int64) ([]Option, error) {
	return all(ctx, q, pgx.RowToStructByPos[Option], "select id, "+t.label(l)+", "+t.slug()+"\nfrom "+t.name+"\nwhere id = any($1)", ids)
}

// slug is SQL for the address of a record, empty for a kind that has none.
func (t door) slug() string {
	if t.has("slug") {
		return "slug"
	}
	return "''"
}

func (t door) has(name string) bool {
	return slices.ContainsFunc(t.columns(t.empty()), func(c column) bool { return c.name == name })
}

// Counts returns how many public records each kind has, and how many changes wait for a decision or for a review afterwards, of those that the viewer may see.
func (s *Store) Counts(ctx context.Context, viewer int64) (records map[portal.Kind]int, waiting int, err error) {
	parts := make([]string, 0, len(doors))
	for kind, door := range doors {
		parts = append(parts, "select '"+string(kind)+"', count(*)\nfrom "+door.tableName())
	}
	rows, err := s.pool.Query(ctx, strings.Join(parts, "\nunion all\n"))
	if err != nil {
		return nil, 0, err
	}
	records = map[portal.Kind]int{}
	var kind portal.Kind
	var n int
	_, err = pgx.ForEachRow(rows, []any{&kind, &n}, func() error {
		records[kind] = n
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	err = s.pool.QueryRow(ctx, "select count(*)\nfrom changes\nwhere (state = 'submitted' or "+unreviewed+")\n\tand "+visible, pgx.NamedArgs{"viewer": viewer}).Scan(&waiting)
	return records, waiting, err
}

// OwnTasks counts what waits for a person and for nobody else: what they may decide on unless another reviewer looks after it, a set
// as one, their own drafts and what came back to them, the letters that they keep, and the tasks of the register that were given to them.
func (s *Store) OwnTasks(ctx context.Context, me portal.Actor) (n int, err error) {
	err = s.pool.QueryRow(ctx,
		`select (
				select count(*)
				from changes
				where @reviews
					and (state = 'submitted' or `+unreviewed+`)
					and batch_id is null
					and (author_id is distinct from @viewer or @solo)
					and coalesce(assignee_id, @viewer) = @viewer
					and `+visible+`
			) + (
				select count(*)
				from batches b
				where @reviews
					and coalesce(b.assignee_id, @viewer) = @viewer
					and `+batchWaits+`
			) + (
				select count(*)
				from task_keepers
				where keeper_id = @viewer
			) + (
				select count(*)
				from changes
				where author_id = @viewer
					and state in ('draft', 'returned')
			) + (
				select count(*)
				from letters
				where keeper_id = @viewer
					and state = 'reviewing'
			)`,
		pgx.StrictNamedArgs{"viewer": me.ID, "solo": me.Solo, "reviews": me.Role.Reviews()}).Scan(&n)
	return n, err
}

func (t door) tableName() string { return t.name }

func scanText(row pgx.CollectableRow) (text string, err error) {
	err = row.Scan(&text)
	return text, err
}

// Published returns a record as it was public in one of its versions.
func (s *Store) Published(ctx context.Context, kind portal.Kind, id, version int64) (portal.Snapshot, error) {
	return one(ctx, s.pool, func(row pgx.CollectableRow) (was portal.Snapshot, err error) {
		err = row.Scan(&was)
		return was, err
	}, `select after
		from changes
		where kind = $1
			and record_id = $2
			and state = 'applied'
		order by decided_at, id
		offset $3
		limit 1`, kind, id, version-1)
}
