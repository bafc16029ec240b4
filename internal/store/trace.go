package store

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Note adds a line to the audit trail for what changes nothing else in the database, such as an export.
func (s *Store) Note(ctx context.Context, d portal.Trace) error { return note(ctx, s.pool, d) }

// note adds a line to the audit trail, in the transaction of the deed.
func note(ctx context.Context, q db, d portal.Trace) error {
	return send(ctx, q,
		`insert into traces (kind, staff_id, who, about_kind, about_id, about, was, became)
		values (@kind, @staff, @who, @about_kind, @about_id, @about, @was, @became)`,
		pgx.StrictNamedArgs{
			"kind": d.Kind, "staff": zeronull.Int8(d.StaffID), "who": d.Who, "about_kind": d.AboutKind,
			"about_id": zeronull.Int8(d.AboutID), "about": d.About, "was": d.Was, "became": d.Became,
		})
}

// tracesOfChange are the states of a change that the audit trail tells of: not that somebody is still writing.
var tracesOfChange = map[portal.State]portal.TraceKind{
	portal.Submitted: portal.TraceHandedIn, portal.Withdrawn: portal.TraceWithdrawn, portal.Applied: portal.TraceApplied,
	portal.Returned: portal.TraceReturned, portal.Rejected: portal.TraceRejected, portal.Scheduled: portal.TraceScheduled,
}

// followed is what every step of a change leads to: a line of the audit trail, and the way of the letter that it came from.
func followed(ctx context.Context, tx pgx.Tx, actor portal.Actor, c portal.Change) error {
	kind, told := tracesOfChange[c.State]
	switch {
	case c.Unreviewed():
		kind = portal.TraceUrgent
	case c.State == portal.Applied && c.RestID != 0:
		kind = portal.TracePartApplied
	}
	if told {
		if err := note(ctx, tx, portal.By(actor, kind).On(portal.AboutChange, c.ID, c.OpenTitle())); err != nil {
			return err
		}
	}
	return followChange(ctx, tx, actor, c)
}

// TraceFilter narrows the audit trail; zero values narrow nothing.
type TraceFilter struct {
	StaffID int64
	Kind    portal.TraceKind
	From    time.Time // this instant or later
	Until   time.Time // before this instant
	Search  string    // in names, and in what the deed was about
	Before  int64     // number of the last line that has been seen
	Size    int       // 0 for all
}

const traceWhere = `
	where (@staff = 0 or staff_id = @staff)
		and (@kind = '' or kind = @kind)
		and (@from::timestamptz is null or done_at >= @from)
		and (@until::timestamptz is null or done_at < @until)
		and (@search = '' or (who || ' ' || about) ilike '%' || @search || '%')`

func (f TraceFilter) args() pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"staff": f.StaffID, "kind": string(f.Kind), "from": zeronull.Timestamptz(f.From), "until": zeronull.Timestamptz(f.Until),
		"search": likeLiteral.Replace(strings.TrimSpace(f.Search)),
	}
}

// Traces returns lines of the audit trail, the newest first.
func (s *Store) Traces(ctx context.Context, f TraceFilter) ([]portal.Trace, error) {
	args := f.args()
	args["before"], args["size"] = f.Before, zeronull.Int8(f.Size)
	return all(ctx, s.pool, scanTrace,
		`select id, done_at, kind, staff_id, who, about_kind, about_id, about, was, became
		from traces`+traceWhere+`
			and (@before::bigint = 0 or id < @before)
		order by id desc
		limit @size`, args)
}

// TraceCount counts what a filter finds, whatever has been seen of it.
func (s *Store) TraceCount(ctx context.Context, f TraceFilter) (int64, error) {
	return one(ctx, s.pool, pgx.RowTo[int64], "select count(*)\nfrom traces"+traceWhere, f.args())
}

func scanTrace(row pgx.CollectableRow) (d portal.Trace, err error) {
	err = row.Scan(&d.ID, &d.DoneAt, &d.Kind, (*zeronull.Int8)(&d.StaffID), &d.Who, &d.AboutKind, (*zeronull.Int8)(&d.AboutID),
		&d.About, &d.Was, &d.Became)
	return d, err
}

// ForgetTraces takes what is older than an instant out of the audit trail. The database refuses what is younger than a year.
func (s *Store) ForgetTraces(ctx context.Context, before time.Time) (int64, error) {
	return one(ctx, s.pool, pgx.RowTo[int64], "select traces_forget($1)", before)
}
