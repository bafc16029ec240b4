package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// batchPart is how many changes of a batch are decided on, or made, in one go.
const batchPart = 200

// DecideBatch carries one verdict out on the changes of a batch that waited at the instant seen, part by part, so that it can be asked
// again where it was cut off. A change that cannot be applied as things stand keeps waiting, and the others go on. The verdict's fields
// and revision say nothing here. It returns how many were decided, and how many of those that it came to could not be.
func (s *Store) DecideBatch(ctx context.Context, actor portal.Actor, id int64, v Verdict, seen time.Time) (done, stuck int, err error) {
	return s.decideBatch(ctx, actor, id, v, seen, untold)
}

// CheckForBatch tells what is wrong with the verdict where it is on a whole batch, which cannot be given a time.
func (v Verdict) CheckForBatch() error {
	if v.State == portal.Scheduled {
		return &portal.Invalid{Problems: []portal.Problem{{Field: "verdict", Key: "problem.verdict"}}}
	}
	return v.check()
}

func (s *Store) decideBatch(
	ctx context.Context, actor portal.Actor, id int64, v Verdict, seen time.Time, told func(int) error,
) (done, stuck int, err error) {
	v.Fields = nil
	if err := v.CheckForBatch(); err != nil {
		return 0, 0, err
	}
	for after := int64(0); ; {
		var more bool
		before := done + stuck
		err = s.within(ctx, "decide on batch", func(tx pgx.Tx) error {
			part, err := all(ctx, tx, scanChange, "select "+changeNames()+`
				from changes
				where batch_id = $1
					and id > $2
					and state = 'submitted'
					and submitted_at <= $3
				order by id
				limit $4
				for update`, id, after, seen, batchPart)
			if err != nil || len(part) == 0 {
				more = false
				return err
			}
			more, after = len(part) == batchPart, part[len(part)-1].ID
			applied, left, err := decidePart(ctx, tx, actor, part, v)
			done, stuck = done+applied, stuck+left
			if err != nil || applied == 0 {
				return err
			}
			return tellWhenDecided(ctx, tx, actor, id)
		})
		if err == nil {
			err = told(done + stuck - before)
		}
		if err != nil || !more {
			return done, stuck, err
		}
	}
}

// tellWhenDecided has the author of a batch told, once none of it waits any more: of thousands of changes they need not hear one by
// one. The batch is locked, so that of two who decide on the last changes at the same time the second sees what the first did.
func tellWhenDecided(ctx context.Context, tx pgx.Tx, actor portal.Actor, id int64) error {
	if _, err := tx.Exec(ctx, "select\nfrom batches\nwhere id = $1\nfor update", id); err != nil {
		return err
	}
	var waits bool
	err := tx.QueryRow(ctx,
		`select exists (
			select
			from changes
			where batch_id = $1
				and state = 'submitted')`, id).Scan(&waits)
	if err != nil || waits {
		return err
	}
	return later(ctx, tx, portal.TellBatchAuthor{BatchID: id, ReviewerID: actor.ID}, nil)
}

// errStuck is the error of a change that cannot be decided as things stand.
var errStuck = errors.New("the change cannot be applied as things stand")

// decidePart decides on changes together, or, where one of them cannot be applied, one by one.
func decidePart(ctx context.Context, tx pgx.Tx, actor portal.Actor, part []portal.Change, v Verdict) (done, stuck int, err error) {
	err = inStep(ctx, tx, func(step pgx.Tx) error { return settleAll(ctx, step, actor, part, v) })
	if !errors.Is(err, errStuck) {
		return len(part), 0, err
	}
	for _, c := range part {
		switch err := decideInStep(ctx, tx, actor, c.ID, v); {
		case err == nil:
			done++
		case errors.Is(err, errStuck):
			stuck++
		default:
			return done, stuck, err
		}
	}
	return done, stuck, nil
}

// decideInStep decides on one change of several, so that one that cannot be applied takes no other with it.
func decideInStep(ctx context.Context, tx pgx.Tx, actor portal.Actor, id int64, v Verdict) error {
	return pgx.BeginFunc(ctx, tx, func(step pgx.Tx) error {
		c, err := lockChange(ctx, step, id)
		if err != nil {
			return err
		}
		v.Revision = c.Revision
		if err := decidable(c, actor, v); err != nil {
			return err
		}
		err = violated(settle(ctx, step, actor, &c, v))
		if errors.Is(err, portal.ErrConflict) || portal.AsInvalid(err) != nil {
			return errStuck
		}
		return err
	})
}

// WithdrawBatch takes back what of a batch of the actor's own has not been decided on.
func (s *Store) WithdrawBatch(ctx context.Context, actor portal.Actor, id int64) error {
	return s.within(ctx, "withdraw batch", func(tx pgx.Tx) error {
		b, err := one(ctx, tx, scanBatch, batchSQL+"\nwhere b.id = $1", id)
		if err != nil {
			return err
		}
		if b.AuthorID != actor.ID {
			return portal.ErrForbidden
		}
		taken, err := withdrawParts(ctx, tx, actor, id)
		if err == nil && taken == 0 {
			err = portal.ErrConflict
		}
		return err
	})
}

func withdrawParts(ctx context.Context, tx pgx.Tx, actor portal.Actor, id int64) (taken int, err error) {
	for {
		part, err := all(ctx, tx, scanChange,
			`update changes
			set state = 'withdrawn', decided_at = now()
			where id in (
				select id
				from changes
				where batch_id = $1
					and state in ('draft', 'submitted', 'returned', 'scheduled')
				order by id
				limit $2)
			returning `+changeNames(), id, batchPart)
		if err != nil || len(part) == 0 {
			return taken, err
		}
		taken += len(part)
		if err := followAll(ctx, tx, actor, part); err != nil {
			return taken, err
		}
	}
}

// UndoBatch hands in a batch that takes back what a batch made public, the latest change first. What was changed again since then is
// left as it is and counted. Where nothing can be taken back, or undoing it waits already, it is portal.ErrConflict. A second call
// with the same key returns the first one's batch.
func (s *Store) UndoBatch(ctx context.Context, actor portal.Actor, id int64, reason, key string) (portal.Batch, error) {
	return s.undoBatch(ctx, actor, id, reason, key, untold)
}

func (s *Store) undoBatch(
	ctx context.Context, actor portal.Actor, id int64, reason, key string, told func(int) error,
) (portal.Batch, error) {
	undo := portal.Batch{Origin: portal.BatchUndo, UndoOf: id, Reason: reason, Key: key}
	if err := undo.Check(); err != nil {
		return undo, err
	}
	err := s.within(ctx, "undo batch", func(tx pgx.Tx) error {
		if _, err := one(ctx, tx, scanBatch, batchSQL+"\nwhere b.id = $1\nfor update", id); err != nil {
			return err
		}
		added, err := insertBatch(ctx, tx, actor, &undo)
		if err != nil || !added {
			return err
		}
		if err := noUndoUnderWay(ctx, tx, undo); err != nil {
			return err
		}
		made, err := undoParts(ctx, tx, actor, &undo, told)
		if err == nil && made == 0 {
			err = portal.ErrConflict
		}
		if err == nil {
			_, err = tx.Exec(ctx, "update batches\nset left_out = $2\nwhere id = $1", undo.ID, undo.LeftOut)
		}
		if err != nil {
			return err
		}
		return later(ctx, tx, portal.TellBatchReviewers{BatchID: undo.ID}, nil)
	})
	return undo, err
}

func noUndoUnderWay(ctx context.Context, tx pgx.Tx, undo portal.Batch) error {
	var open bool
	err := tx.QueryRow(ctx,
		`select exists (
			select
			from batches b
			join changes c on c.batch_id = b.id
			where b.undo_of = $1
				and b.id <> $2
				and c.state in ('submitted', 'returned', 'scheduled'))`, undo.UndoOf, undo.ID).Scan(&open)
	if err == nil && open {
		return portal.ErrConflict
	}
	return err
}

// undoParts makes the changes that undo, part by part, from the latest to the first.
func undoParts(ctx context.Context, tx pgx.Tx, actor portal.Actor, undo *portal.Batch, told func(int) error) (made int, err error) {
	for before := int64(1 << 62); ; {
		past, err := all(ctx, tx, scanChange, "select "+changeNames()+`
			from changes
			where batch_id = $1
				and id < $2
				and state = 'applied'
			order by id desc
			limit $3`, undo.UndoOf, before, batchPart)
		if err != nil || len(past) == 0 {
			return made, err
		}
		before = past[len(past)-1].ID
		back, err := undone(ctx, tx, past)
		if err != nil {
			return made, err
		}
		undo.LeftOut += len(past) - len(back)
		if err := fillBatch(ctx, tx, actor, *undo, back); err != nil {
			return made, err
		}
		made += len(back)
		if err := told(len(past)); err != nil {
			return made, err
		}
	}
}

// undone are the changes that take others back, as far as nothing stands in the way.
func undone(ctx context.Context, tx pgx.Tx, past []portal.Change) (back []portal.Change, err error) {
	lives, err := livesOf(ctx, tx, past)
	if err != nil {
		return nil, err
	}
	for _, c := range past {
		live := lives[Named{c.Kind, c.RecordID}]
		if change, ok := c.Undone(live.Snapshot, live.Version); ok {
			back = append(back, change)
		}
	}
	return back, nil
}
