package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// AddErrand has work on many records done in the background. While the same is under way already, that errand is returned.
func (s *Store) AddErrand(ctx context.Context, e *portal.Errand) error {
	return s.within(ctx, "add errand", func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx,
			`insert into errands (what, subject_id, actor_id, solo, reason, verdict, seen_at, key, total)
			values (@what, @subject, @actor, @solo, @reason, @verdict, @seen, @key, @total)
			on conflict (what, subject_id) where outcome = '' do nothing
			returning id`,
			pgx.StrictNamedArgs{
				"what": e.What, "subject": e.SubjectID, "actor": e.ActorID, "solo": e.Solo, "reason": e.Reason, "verdict": e.Verdict,
				"seen": zeronull.Timestamptz(e.SeenAt), "key": e.Key, "total": e.Total,
			}).Scan(&e.ID)
		if err == nil {
			return later(ctx, tx, portal.RunErrand{ErrandID: e.ID}, nil)
		}
		if !errors.Is(err, pgx.ErrNoRows) {
			return err
		}
		*e, err = one(ctx, tx, scanErrand, errandSQL+"\nwhere what = $1\n\tand subject_id = $2\n\tand outcome = ''", e.What, e.SubjectID)
		return err
	})
}

const errandSQL = `
	select id, what, subject_id, actor_id, solo, reason, verdict, seen_at, key, total, done, outcome, batch_id
	from errands`

func scanErrand(row pgx.CollectableRow) (e portal.Errand, err error) {
	err = row.Scan(&e.ID, &e.What, &e.SubjectID, &e.ActorID, &e.Solo, &e.Reason, &e.Verdict, (*zeronull.Timestamptz)(&e.SeenAt), &e.Key,
		&e.Total, &e.Done, &e.Outcome, (*zeronull.Int8)(&e.BatchID))
	return e, err
}

// Errand returns one errand.
func (s *Store) Errand(ctx context.Context, id int64) (portal.Errand, error) {
	return one(ctx, s.pool, scanErrand, errandSQL+"\nwhere id = $1", id)
}

// RunErrand does the work of an errand to its end. It may be called again after it was cut off: what was done stays done, and what
// has to be done as a whole begins anew.
func (s *Store) RunErrand(ctx context.Context, id int64) error {
	e, err := s.Errand(ctx, id)
	if err != nil || e.Outcome != portal.ErrandUnderWay {
		return err
	}
	actor, err := s.errandActor(ctx, e)
	stuck := 0
	if err == nil {
		switch e.What {
		case portal.ErrandHandIn:
			err = s.runHandIn(ctx, actor, &e)
		case portal.ErrandDecide:
			v := Verdict{State: e.Verdict, Note: e.Reason}
			e.BatchID = e.SubjectID
			_, stuck, err = s.decideBatch(ctx, actor, e.SubjectID, v, e.SeenAt, s.told(ctx, e, 1))
		case portal.ErrandUndo:
			var undo portal.Batch
			undo, err = s.undoBatch(ctx, actor, e.SubjectID, e.Reason, e.Key, s.told(ctx, e, 1))
			e.BatchID = undo.ID
		}
	}
	if e.Outcome, err = outcomeOf(err, stuck); err != nil {
		return err
	}
	if e.What != portal.ErrandDecide && e.Outcome != portal.ErrandDone {
		e.BatchID = 0 // it was taken back
	}
	_, err = s.pool.Exec(ctx, "update errands\nset outcome = $2, batch_id = nullif($3::bigint, 0)\nwhere id = $1", e.ID, e.Outcome, e.BatchID)
	return err
}

// errandActor is whoever asked for an errand, with the role that they have by now.
func (s *Store) errandActor(ctx context.Context, e portal.Errand) (portal.Actor, error) {
	p, err := s.StaffByID(ctx, e.ActorID)
	if err == nil && (p.Disabled || e.What == portal.ErrandDecide && !p.Role.Reviews()) {
		err = portal.ErrForbidden
	}
	return portal.Actor{ID: p.ID, Name: p.Name, Role: p.Role, Solo: e.Solo}, err
}

// outcomeOf is what came of the work; an error is one that may pass.
func outcomeOf(err error, stuck int) (portal.ErrandOutcome, error) {
	switch {
	case errors.Is(err, portal.ErrForbidden):
		return portal.ErrandForbidden, nil
	case errors.Is(err, portal.ErrConflict), errors.Is(err, portal.ErrNotFound), portal.AsInvalid(err) != nil:
		return portal.ErrandMoved, nil
	case err == nil && stuck > 0:
		return portal.ErrandStuck, nil
	}
	return portal.ErrandDone, err
}

// told keeps how far an errand is, where everybody sees it although the work itself may not be committed yet. Work that passes over
// the changes several times counts each of them as often.
func (s *Store) told(ctx context.Context, e portal.Errand, passes int) func(n int) error {
	seen := 0
	return func(n int) error {
		seen += n
		_, err := s.pool.Exec(ctx, "update errands\nset done = $2\nwhere id = $1", e.ID, min(seen/passes, e.Total))
		return err
	}
}

// runHandIn makes one batch of the lines of a file.
func (s *Store) runHandIn(ctx context.Context, actor portal.Actor, e *portal.Errand) error {
	im, err := s.Import(ctx, e.SubjectID)
	if err != nil {
		return err
	}
	b := portal.Batch{Origin: portal.BatchImport, Reason: e.Reason, LeftOut: im.Counts[portal.LineWrong], Key: e.Key}
	const passes = 2 // they are rehearsed, and then handed in
	err = s.handIn(ctx, actor, &im, &b, s.told(ctx, *e, passes))
	e.BatchID = b.ID
	return err
}

// TidyErrands forgets errands that were asked for before an instant and are not under way any more.
func (s *Store) TidyErrands(ctx context.Context, before time.Time) error {
	_, err := s.pool.Exec(ctx, "delete from errands\nwhere outcome <> ''\n\tand created_at < $1", before)
	return err
}
