package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// HandOver gives open changes of somebody who may no longer sign in to another person, whose they are from then on, and returns how many
// they are: those with some numbers, or all where there are none. While somebody may sign in, their work is theirs: that is portal.ErrConflict. Nobody is given what they approved.
func (s *Store) HandOver(ctx context.Context, actor portal.Actor, from, to int64, ids ...int64) (n int, err error) {
	if !actor.Role.Includes(portal.Administrator) {
		return 0, portal.ErrForbidden
	}
	err = s.within(ctx, "hand over changes", func(tx pgx.Tx) error {
		left, err := lockStaff(ctx, tx, from)
		if err != nil {
			return err
		}
		if !left.Disabled {
			return portal.ErrConflict
		}
		next, err := lockStaff(ctx, tx, to)
		if errors.Is(err, portal.ErrNotFound) || err == nil && next.Disabled {
			return wrongHeir("problem.heir")
		}
		if err != nil {
			return err
		}
		if err := approvedBy(ctx, tx, from, to, ids); err != nil {
			return err
		}
		if n, err = handOver(ctx, tx, actor, left, next, ids); err != nil || n == 0 {
			return err
		}
		if to != actor.ID {
			heir := portal.TellHeir{FromID: from, HeirID: to, ByID: actor.ID, Changes: n}
			if err := later(ctx, tx, heir, nil); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx,
			`update batches b
			set author_id = $2, author = $3
			where author_id = $1
				and not exists (select from changes c where c.batch_id = b.id and c.author_id = $1 and c.state = any($4))`,
			from, to, next.Name, some(portal.OpenStates()))
		return err
	})
	return n, err
}

// lockStaff returns a person whose access stays as it is until the end of the transaction.
func lockStaff(ctx context.Context, tx pgx.Tx, id int64) (portal.Staff, error) {
	return one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1\nfor share", id)
}

func wrongHeir(key string) error {
	return &portal.Invalid{Problems: []portal.Problem{{Field: "to", Key: key}}}
}

// approvedBy keeps a change that waits for its time from becoming that of whoever approved it.
func approvedBy(ctx context.Context, tx pgx.Tx, author, reviewer int64, ids []int64) error {
	var found bool
	err := tx.QueryRow(ctx,
		`select exists (
			select
			from changes
			where state = 'scheduled'
				and author_id = $1
				and reviewer_id = $2
				and ($3::bigint[] is null or id = any($3))
		)`, author, reviewer, ids).Scan(&found)
	if err == nil && found {
		return wrongHeir("problem.heir_approved")
	}
	return err
}

// handOver changes the author of what is open, each with a line in the audit trail. Nobody looks after what has become their own.
func handOver(ctx context.Context, tx pgx.Tx, actor portal.Actor, from, to portal.Staff, ids []int64) (n int, err error) {
	err = tx.QueryRow(ctx,
		`with handed as (
			update changes
			set author_id = @to, author = @name, begun_by_id = coalesce(begun_by_id, author_id),
				begun_by = coalesce(nullif(begun_by, ''), author), readers = array_remove(readers, @to),
				assignee = case when assignee_id = @to then '' else assignee end, assignee_id = nullif(assignee_id, @to)
			where author_id = @from
				and state = any(@open)
				and (@ids::bigint[] is null or id = any(@ids))
			returning id, case when limited or state = 'draft' then '' else title end as title
		), told as (
			insert into traces (kind, staff_id, who, about_kind, about_id, about, was, became)
			select @kind, @actor, @who, @about, id, title, @was, @name
			from handed
		)
		select count(*)
		from handed`,
		pgx.StrictNamedArgs{
			"from": from.ID, "was": from.Name, "to": to.ID, "name": to.Name, "kind": portal.TraceHandedOver, "about": portal.AboutChange,
			"actor": actor.ID, "who": actor.Name, "open": some(portal.OpenStates()), "ids": ids,
		}).Scan(&n)
	return n, err
}
