package store

import (
	"context"
	"strconv"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// AssignBatch gives a set of changes that waits to a reviewer to look after, or to nobody where to is 0. It keeps no other reviewer from
// deciding.
func (s *Store) AssignBatch(ctx context.Context, actor portal.Actor, id, to int64) error {
	return s.within(ctx, "assign batch", func(tx pgx.Tx) error {
		b, err := one(ctx, tx, scanBatch, batchSQL+"\nwhere b.id = $1\nfor update of b", id)
		if err != nil {
			return err
		}
		batches := []portal.Batch{b}
		if err := countBatches(ctx, tx, batches); err != nil {
			return err
		}
		b = batches[0]
		switch {
		case !actor.Role.Reviews():
			return portal.ErrForbidden
		case !b.MayAssign(actor):
			return portal.ErrConflict
		case b.AssigneeID == to:
			return nil
		}
		var person portal.Staff
		if to != 0 {
			if person, err = one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1", to); err != nil {
				return err
			}
			if !b.MayLookAfter(person, actor.Solo) {
				return &portal.Invalid{Problems: []portal.Problem{{Field: "assignee", Key: "problem.assignee"}}}
			}
		}
		_, err = tx.Exec(ctx, "update batches\nset assignee_id = nullif($2::bigint, 0), assignee = $3\nwhere id = $1", id, to, person.Name)
		if err != nil {
			return err
		}
		done := portal.By(actor, portal.TraceBatchAssigned)
		done.About, done.Was, done.Became = "#"+strconv.FormatInt(id, 10), b.Assignee, person.Name
		return note(ctx, tx, done)
	})
}
