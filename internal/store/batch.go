package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Unfit is the error of a batch of which some changes cannot be handed in.
type Unfit struct {
	Why map[int]error // what stands in the way of a change, by its place in the list
}

func (u *Unfit) Error() string {
	return fmt.Sprintf("changes of the batch that cannot be handed in: %d", len(u.Why))
}

// AddBatch hands a set of changes in as one batch, all of them or none, and gives the batch its number. Where some cannot be handed
// in, the error is an *Unfit that tells why of each. A second call with the same key adds nothing and returns the first batch.
func (s *Store) AddBatch(ctx context.Context, actor portal.Actor, b *portal.Batch, changes []portal.Change) error {
	return s.addBatch(ctx, actor, b, inParts(changes), untold)
}

// parts gives changes part by part, from the first on, each time that it is called; whoever takes them may write into them.
type parts func(ctx context.Context, tx pgx.Tx, take func([]portal.Change) error) error

func inParts(changes []portal.Change) parts {
	return func(_ context.Context, _ pgx.Tx, take func([]portal.Change) error) error {
		for part := range slices.Chunk(changes, batchPart) {
			if err := take(part); err != nil {
				return err
			}
		}
		return nil
	}
}

// untold takes note of no progress.
func untold(int) error { return nil }

// addBatch is AddBatch for changes of which only a part is held in memory at a time.
func (s *Store) addBatch(ctx context.Context, actor portal.Actor, b *portal.Batch, every parts, told func(int) error) error {
	return s.within(ctx, "add batch", func(tx pgx.Tx) error { return addBatch(ctx, tx, actor, b, every, told) })
}

// addBatch adds a batch within a transaction. Its changes are passed over twice.
func addBatch(ctx context.Context, tx pgx.Tx, actor portal.Actor, b *portal.Batch, every parts, told func(int) error) error {
	if err := b.Check(); err != nil {
		return err
	}
	if added, err := insertBatch(ctx, tx, actor, b); err != nil || !added {
		return err
	}
	why, err := unfit(ctx, tx, every, b.Reason, told)
	if err != nil {
		return err
	}
	if len(why) > 0 {
		return &Unfit{Why: why}
	}
	err = every(ctx, tx, func(part []portal.Change) error {
		if err := ontoLive(ctx, tx, part); err != nil {
			return err
		}
		return errors.Join(fillBatch(ctx, tx, actor, *b, part), told(len(part)))
	})
	if err != nil {
		return err
	}
	return later(ctx, tx, portal.TellBatchReviewers{BatchID: b.ID}, nil)
}

// ontoLive leaves in changes what is public of their records.
func ontoLive(ctx context.Context, tx pgx.Tx, changes []portal.Change) error {
	lives, err := livesOf(ctx, tx, changes)
	for i, c := range changes {
		changes[i].Before = lives[Named{c.Kind, c.RecordID}].Snapshot
	}
	return err
}

// Rehearse tells what would keep each of several changes from being handed in for a reason, by its place in the list; none are
// written. They are tried one after the other, so that a change may need what an earlier one brings.
func (s *Store) Rehearse(ctx context.Context, changes []portal.Change, reason string) (why map[int]error, err error) {
	err = s.within(ctx, "rehearse changes", func(tx pgx.Tx) error {
		why, err = unfit(ctx, tx, inParts(changes), reason, untold)
		return err
	})
	return why, err
}

func unfit(ctx context.Context, tx pgx.Tx, every parts, reason string, told func(int) error) (map[int]error, error) {
	why := map[int]error{}
	rehearsed := errors.New("rehearsed")
	err := pgx.BeginFunc(ctx, tx, func(trial pgx.Tx) error {
		first := 0
		err := every(ctx, trial, func(part []portal.Change) error {
			for i := range part {
				part[i].Reason, part[i].State = reason, portal.Submitted
			}
			err := inStep(ctx, trial, func(step pgx.Tx) error { return tryAll(ctx, step, part) })
			if errors.Is(err, errStuck) { // one of them at least: each is tried by itself
				err = tryEach(ctx, trial, part, func(i int, err error) { why[first+i] = err })
			}
			first += len(part)
			return errors.Join(err, told(len(part)))
		})
		return cmp.Or(err, rehearsed)
	})
	if errors.Is(err, rehearsed) {
		err = nil
	}
	return why, err
}

// inStep runs a part of a transaction that is taken back by itself where it fails. What stands in the way of a change is errStuck.
func inStep(ctx context.Context, tx pgx.Tx, do func(pgx.Tx) error) error {
	err := violated(pgx.BeginFunc(ctx, tx, do))
	if portal.AsInvalid(err) != nil || errors.Is(err, portal.ErrConflict) || errors.Is(err, portal.ErrNotFound) {
		return errors.Join(errStuck, err)
	}
	return err
}

// tryEach writes changes one by one as their approval would, and tells of each that cannot be written.
func tryEach(ctx context.Context, tx pgx.Tx, changes []portal.Change, stuck func(i int, err error)) error {
	for i := range changes {
		err := inStep(ctx, tx, func(step pgx.Tx) error { return try(ctx, step, &changes[i]) })
		if errors.Is(err, errStuck) {
			stuck(i, err)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// try writes a change as its approval would.
func try(ctx context.Context, tx pgx.Tx, c *portal.Change) error {
	door, ok := doors[c.Kind]
	if !ok {
		return portal.ErrNotFound
	}
	var j journey
	live := door.askLive(&j, c.RecordID, "")
	if err := j.travel(ctx, tx); err != nil {
		return err
	}
	if err := rebased(live, c); err != nil {
		return err
	}
	if err := submittable(door, *c); err != nil {
		return err
	}
	_, _, err := door.write(ctx, tx, *c)
	return err
}

// insertBatch adds a batch, unless there is one with its key: then that one is read, and added is false.
func insertBatch(ctx context.Context, tx pgx.Tx, actor portal.Actor, b *portal.Batch) (added bool, err error) {
	b.AuthorID, b.Author, b.CreatedAt = actor.ID, actor.Name, time.Now()
	err = tx.QueryRow(ctx,
		`insert into batches (origin, reason, author_id, author, undo_of, left_out, key, created_at)
		values (@origin, @reason, @author_id, @author, nullif(@undo_of::bigint, 0), @left_out, nullif(@key, ''), @created_at)
		on conflict (key) do nothing
		returning id`,
		pgx.StrictNamedArgs{
			"origin": b.Origin, "reason": b.Reason, "author_id": b.AuthorID, "author": b.Author, "undo_of": b.UndoOf,
			"left_out": b.LeftOut, "key": b.Key, "created_at": b.CreatedAt,
		}).Scan(&b.ID)
	if !errors.Is(err, pgx.ErrNoRows) {
		return err == nil, err
	}
	first, err := one(ctx, tx, scanBatch, batchSQL+"\nwhere b.key = $1", b.Key)
	if err == nil && first.AuthorID != actor.ID {
		err = portal.ErrForbidden
	}
	*b = first
	return false, err
}

// fillBatch adds a part of its changes to a batch, each on top of what is public of its record.
func fillBatch(ctx context.Context, tx pgx.Tx, actor portal.Actor, b portal.Batch, part []portal.Change) error {
	var send pgx.Batch
	for i := range part {
		c := &part[i]
		c.BatchID, c.Reason, c.State, c.SubmittedAt = b.ID, b.Reason, portal.Submitted, b.CreatedAt
		c.AuthorID, c.Author = actor.ID, actor.Name
		sql, args := changeInsertion(c)
		send.Queue(sql, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&c.ID) })
	}
	if err := tx.SendBatch(ctx, &send).Close(); err != nil {
		return err
	}
	return followAll(ctx, tx, actor, part)
}

// batchSQL selects batches without their counts.
const batchSQL = `
	select b.id, b.origin, b.reason, b.author_id, b.author, coalesce(b.undo_of, 0), b.left_out, coalesce(b.key, ''), b.created_at,
		coalesce((select e.id from errands e where e.what = 'decide' and e.subject_id = b.id and e.outcome = ''), 0),
		coalesce(b.assignee_id, 0), b.assignee
	from batches b`

func scanBatch(row pgx.CollectableRow) (b portal.Batch, err error) {
	err = row.Scan(&b.ID, &b.Origin, &b.Reason, &b.AuthorID, &b.Author, &b.UndoOf, &b.LeftOut, &b.Key, &b.CreatedAt, &b.DecidingID, &b.AssigneeID, &b.Assignee)
	b.Counts = map[portal.State]int{}
	return b, err
}

// Batch returns one batch with its counts.
func (s *Store) Batch(ctx context.Context, id int64) (portal.Batch, error) {
	b, err := one(ctx, s.pool, scanBatch, batchSQL+"\nwhere b.id = $1", id)
	if err != nil {
		return b, err
	}
	batches := []portal.Batch{b}
	err = countBatches(ctx, s.pool, batches)
	return batches[0], err
}

// Batches returns one page of batches, newest first, and how many there are in all.
func (s *Store) Batches(ctx context.Context, number, size int) (batches []portal.Batch, total int, err error) {
	if err := s.pool.QueryRow(ctx, "select count(*)\nfrom batches").Scan(&total); err != nil {
		return nil, 0, err
	}
	batches, err = all(ctx, s.pool, scanBatch, batchSQL+"\norder by b.id desc\nlimit $1\noffset $2", size, (number-1)*size)
	if err != nil {
		return nil, 0, err
	}
	return batches, total, countBatches(ctx, s.pool, batches)
}

// batchWaits is SQL that tells whether something of a batch waits for a decision of the person @viewer.
const batchWaits = `(b.author_id <> @viewer or @solo)
			and exists (select from changes c where c.batch_id = b.id and c.state = 'submitted')
			and not exists (select from errands e where e.what = 'decide' and e.subject_id = b.id and e.outcome = '')`

// BatchesFor returns the batches of which something waits for the actor's decision, the oldest first.
func (s *Store) BatchesFor(ctx context.Context, actor portal.Actor) ([]portal.Batch, error) {
	batches, err := all(ctx, s.pool, scanBatch, batchSQL+"\n\t\twhere "+batchWaits+"\n\t\torder by b.id\n\t\tlimit 100",
		pgx.NamedArgs{"viewer": actor.ID, "solo": actor.Solo})
	if err != nil {
		return nil, err
	}
	return batches, countBatches(ctx, s.pool, batches)
}

// countBatches counts the changes of batches by state, in one question.
func countBatches(ctx context.Context, q db, batches []portal.Batch) error {
	place := map[int64]int{}
	ids := make([]int64, len(batches))
	for i, b := range batches {
		ids[i], place[b.ID] = b.ID, i
	}
	rows, err := q.Query(ctx,
		`select batch_id, state, count(*), max(submitted_at)
		from changes
		where batch_id = any($1)
		group by batch_id, state`, ids)
	if err != nil {
		return err
	}
	var id int64
	var state portal.State
	var n int
	var at time.Time
	_, err = pgx.ForEachRow(rows, []any{&id, &state, &n, (*zeronull.Timestamptz)(&at)}, func() error {
		b := &batches[place[id]]
		b.Counts[state] = n
		if state == portal.Submitted {
			b.SeenAt = at
		}
		return nil
	})
	return err
}
