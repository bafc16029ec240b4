package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Recall makes a change of the actor's own that waits for a decision a draft again. Whoever has it open to decide on it is told that it
// has moved on.
func (s *Store) Recall(ctx context.Context, actor portal.Actor, id int64) error {
	return s.within(ctx, "recall change", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := c.Allows(portal.DoRecall, actor); err != nil {
			return err
		}
		_, err = tx.Exec(ctx,
			`update changes
			set state = 'draft', revision = revision + 1, submitted_at = null, assignee_id = null, assignee = '', held = ''
			where id = $1`, id)
		if err != nil {
			return err
		}
		c.State = portal.Draft
		if err := note(ctx, tx, portal.By(actor, portal.TraceRecalled).On(portal.AboutChange, id, c.OpenTitle())); err != nil {
			return err
		}
		return followed(ctx, tx, actor, c)
	})
}
