package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// visible is SQL that tells whether the person @viewer may see a change, as portal.Change.MaySee says; everybody may where it is 0.
const visible = `(@viewer = 0
		or state = 'applied'
		or author_id = @viewer
		or case when limited then @viewer = any(readers) else state <> 'draft' end)`

// SetReaders says who may see a change of the actor's own until it is published: everybody who reviews, or only some. Whoever looks
// after it and may not see it any more does so no longer.
func (s *Store) SetReaders(ctx context.Context, actor portal.Actor, id int64, limited bool, readers []int64) error {
	return s.within(ctx, "limit change", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := c.Allows(portal.DoLimit, actor); err != nil {
			return err
		}
		if !limited {
			readers = nil
		}
		known, err := all(ctx, tx, pgx.RowTo[int64],
			"select id\nfrom staff\nwhere id = any($1)\n\tand not disabled\n\tand id <> $2\norder by id", readers, c.AuthorID)
		if err != nil {
			return err
		}
		if len(known) != len(unique(readers)) {
			return &portal.Invalid{Problems: []portal.Problem{{Field: "readers", Key: "problem.choice"}}}
		}
		for _, reader := range known {
			if slices.Contains(c.Readers, reader) {
				continue
			}
			if err := later(ctx, tx, portal.TellReader{ChangeID: id, ReaderID: reader}, nil); err != nil {
				return err
			}
		}
		c.Limited, c.Readers = limited, known
		_, err = tx.Exec(ctx,
			`update changes
			set limited = @limited, readers = @readers,
				assignee_id = case when not @limited or assignee_id = any(@readers) then assignee_id end,
				assignee = case when not @limited or assignee_id = any(@readers) then assignee else '' end
			where id = @id`,
			pgx.StrictNamedArgs{"id": id, "limited": limited, "readers": append([]int64{}, known...)})
		if err != nil {
			return err
		}
		trace := portal.TraceUnlimited
		if limited {
			trace = portal.TraceLimited
		}
		return note(ctx, tx, portal.By(actor, trace).On(portal.AboutChange, id, c.OpenTitle()))
	})
}

// HiddenChanges returns the open changes that a person may not see because they are limited to others, the oldest first: only their
// kind, author and state, and when they were begun.
func (s *Store) HiddenChanges(ctx context.Context, viewer int64) ([]portal.Change, error) {
	return all(ctx, s.pool, func(row pgx.CollectableRow) (c portal.Change, err error) {
		c.Limited = true
		err = row.Scan(&c.Kind, &c.Author, &c.State, &c.CreatedAt)
		return c, err
	}, `select kind, author, state, created_at
		from changes
		where limited
			and state in ('draft', 'submitted', 'returned', 'scheduled')
			and not `+visible+`
		order by id
		limit 200`, pgx.NamedArgs{"viewer": viewer})
}

// OwnDraft returns the number of the draft that a person has of a record already, the latest one; 0 where they have none. The one
// that a form with the key made itself is left out.
func (s *Store) OwnDraft(ctx context.Context, author int64, of Named, key string) (id int64, err error) {
	err = s.pool.QueryRow(ctx,
		`select coalesce(max(id), 0)
		from changes
		where author_id = $1
			and kind = $2
			and record_id = $3
			and op = 'save'
			and batch_id is null
			and key is distinct from $4
			and state in ('draft', 'returned')`, author, of.Kind, of.ID, key).Scan(&id)
	return id, err
}
