package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// PublishUrgently publishes a change of the actor's own without a review, because it cannot wait. It is as strict as a reviewer's
// approval, and the change stays marked until somebody else has reviewed it. Another revision than the one read is portal.ErrConflict.
func (s *Store) PublishUrgently(ctx context.Context, actor portal.Actor, id, revision int64, why string) error {
	if err := portal.CheckUrgent(why); err != nil {
		return err
	}
	return s.within(ctx, "publish urgently", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := c.Allows(portal.DoUrgently, actor); err != nil {
			return err
		}
		if c.Revision != revision {
			return portal.ErrConflict
		}
		c.State, c.Urgent, c.DecidedAt = portal.Applied, why, time.Now()
		if err := apply(ctx, tx, &c, Verdict{}); err != nil {
			return err
		}
		if err := markDecided(ctx, tx, c, false); err != nil {
			return err
		}
		if err := later(ctx, tx, portal.TellUrgent{ChangeID: id}, nil); err != nil {
			return err
		}
		return followed(ctx, tx, actor, c)
	})
}

// ReviewUrgent is the review of what was published urgently: it is kept, or taken back by a change of the reviewer's own. Where it
// cannot be taken back any more, because the record has changed in the same fields since, that is portal.ErrConflict.
func (s *Store) ReviewUrgent(ctx context.Context, actor portal.Actor, id int64, found portal.Hindsight, said string) error {
	if err := portal.CheckHindsight(found, said); err != nil {
		return err
	}
	return s.within(ctx, "review what was urgent", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := c.Allows(portal.DoReview, actor); err != nil {
			return err
		}
		trace := portal.TraceKept
		if found == portal.Undone {
			trace = portal.TraceUndone
			if err := takeBack(ctx, tx, actor, c, said); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx,
			`update changes
			set reviewer_id = @reviewer_id, reviewer = @reviewer, note = @note, reviewed_at = now(), hindsight = @hindsight
			where id = @id`,
			pgx.StrictNamedArgs{"id": id, "reviewer_id": actor.ID, "reviewer": actor.Name, "note": said, "hindsight": found})
		if err != nil {
			return err
		}
		if err := later(ctx, tx, portal.TellAuthor{ChangeID: id, Revision: c.Revision}, nil); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, trace).On(portal.AboutChange, id, c.OpenTitle()))
	})
}

// takeBack publishes the change that undoes another one. It needs no review of its own: what it brings back had one.
func takeBack(ctx context.Context, tx pgx.Tx, actor portal.Actor, c portal.Change, why string) error {
	door := doors[c.Kind]
	live, version, err := door.live(ctx, tx, c.RecordID)
	if err != nil {
		return err
	}
	back, ok := c.Undone(live, version)
	if !ok {
		return portal.ErrConflict
	}
	if _, _, err := door.write(ctx, tx, back); err != nil {
		return err
	}
	now := time.Now()
	back.State, back.Reason, back.SubmittedAt, back.DecidedAt = portal.Applied, why, now, now
	back.AuthorID, back.Author, back.ReviewerID, back.Reviewer = actor.ID, actor.Name, actor.ID, actor.Name
	return insertChange(ctx, tx, &back)
}

// Standing is what every public page says of the register as a whole.
type Standing struct {
	UpdatedAt  time.Time      // when it last changed in public; the zero time while it is empty
	Unreviewed map[Named]bool // records that one person published and nobody else has reviewed
}

// Standing asks for it in one question.
func (s *Store) Standing(ctx context.Context) (Standing, error) {
	lines, err := all(ctx, s.pool, pgx.RowToStructByPos[standingLine], standingSQL)
	return standingOf(lines), err
}
