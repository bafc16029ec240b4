package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// schedule keeps an approved change until its time and has the program look at it then.
func schedule(ctx context.Context, tx pgx.Tx, actor portal.Actor, c *portal.Change) error {
	var j journey
	door := doors[c.Kind]
	hindered, live := askHindrances(&j, *c), door.askLive(&j, c.RecordID, "")
	if err := j.travel(ctx, tx); err != nil {
		return err
	}
	if err := hindered.err(); err != nil {
		return err
	}
	if err := rebased(live, c); err != nil {
		return err
	}
	if err := rehearse(ctx, tx, door, *c, nil); err != nil {
		return err
	}
	err := send(ctx, tx,
		`update changes
		set state = 'scheduled', publish_at = @at, held = '', note = @note, reviewer_id = @reviewer_id, reviewer = @reviewer
		where id = @id`,
		pgx.StrictNamedArgs{"id": c.ID, "at": c.PublishAt, "note": c.Note, "reviewer_id": actor.ID, "reviewer": actor.Name})
	if err != nil {
		return err
	}
	if err := later(ctx, tx, portal.PublishDue{}, &river.InsertOpts{ScheduledAt: c.PublishAt}); err != nil {
		return err
	}
	return followed(ctx, tx, actor, *c)
}

// Unschedule takes the time off a change that was approved for one; it waits for a decision again.
func (s *Store) Unschedule(ctx context.Context, actor portal.Actor, id int64) error {
	return s.within(ctx, "unschedule change", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := c.Allows(portal.DoUnschedule, actor); err != nil {
			return err
		}
		return backToReview(ctx, tx, actor, c, "")
	})
}

// backToReview has a scheduled change wait for a decision again. Held says why its time passed in vain; empty where somebody wanted it.
func backToReview(ctx context.Context, tx pgx.Tx, actor portal.Actor, c portal.Change, held string) error {
	_, err := tx.Exec(ctx,
		`update changes
		set state = 'submitted', publish_at = null, held = $2, reviewer_id = null, reviewer = '', note = ''
		where id = $1`, c.ID, held)
	if err != nil {
		return err
	}
	if held != "" {
		if err := later(ctx, tx, portal.TellReviewers{ChangeID: c.ID, Revision: c.Revision}, nil); err != nil {
			return err
		}
	}
	return note(ctx, tx, portal.By(actor, portal.TraceUnscheduled).On(portal.AboutChange, c.ID, c.OpenTitle()))
}

// PublishDue publishes the scheduled changes whose time has come by an instant, each in a transaction of its own, and returns how many
// it published and how many went back to review because they no longer fit. Any number of nodes may do so at once: each change is
// published once.
func (s *Store) PublishDue(ctx context.Context, now time.Time) (published, held int, err error) {
	for {
		var done, stuck bool
		err = s.within(ctx, "publish what is due", func(tx pgx.Tx) error {
			due, err := all(ctx, tx, scanChange, "select "+changeNames()+`
				from changes
				where state = 'scheduled'
					and publish_at <= $1
				order by publish_at, id
				limit 1
				for update skip locked`, now)
			if err != nil || len(due) == 0 {
				return err
			}
			done = true
			stuck, err = publishOne(ctx, tx, due[0])
			return err
		})
		switch {
		case err != nil || !done:
			return published, held, err
		case stuck:
			held++
		default:
			published++
		}
	}
}

// publishOne carries the approval of a scheduled change out, in the name of whoever gave it.
func publishOne(ctx context.Context, tx pgx.Tx, c portal.Change) (stuck bool, err error) {
	actor := portal.Actor{ID: c.ReviewerID, Name: c.Reviewer}
	err = violated(pgx.BeginFunc(ctx, tx, func(step pgx.Tx) error {
		one := c
		return settle(ctx, step, actor, &one, Verdict{State: portal.Applied, Note: c.Note})
	}))
	switch {
	case errors.Is(err, portal.ErrConflict):
		return true, backToReview(ctx, tx, portal.Actor{}, c, portal.HeldMovedOn)
	case portal.AsInvalid(err) != nil, errors.Is(err, portal.ErrNotFound):
		return true, backToReview(ctx, tx, portal.Actor{}, c, portal.HeldNotAllowed)
	}
	return false, err
}
