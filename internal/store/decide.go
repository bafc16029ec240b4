package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Verdict is a reviewer's decision on a change.
type Verdict struct {
	Revision int64        // of the change as it was read; another one is a conflict
	State    portal.State // Applied, Scheduled, Returned or Rejected
	At       time.Time    // of publication, for Scheduled
	Fields   []string     // the fields to apply; nil = all
	Note     string       // to the author; needed unless everything is applied
}

// Decide carries out a verdict. Applying is the only way that a live row is written: in one transaction the record is locked, its
// version compared, its rules checked, the row and its evidence written and the change marked. What a partial approval leaves out
// goes back to the author as a change of its own.
func (s *Store) Decide(ctx context.Context, actor portal.Actor, id int64, v Verdict) (portal.Change, error) {
	var c portal.Change
	var first journey
	found := askLocked(&first, id)
	err := s.inFew(ctx, "decide on change", &first, func(tx pgx.Tx) (err error) {
		if len(*found) == 0 {
			return portal.ErrNotFound
		}
		c = (*found)[0]
		if err := decidable(c, actor, v); err != nil {
			return err
		}
		if err := settle(ctx, tx, actor, &c, v); err != nil || c.BatchID == 0 {
			return err
		}
		return tellWhenDecided(ctx, tx, actor, c.BatchID)
	})
	return c, err
}

// settle carries a verdict out on a change that is locked.
func settle(ctx context.Context, tx pgx.Tx, actor portal.Actor, c *portal.Change, v Verdict) error {
	c.State, c.Note = v.State, v.Note
	if c.State == portal.Scheduled {
		c.PublishAt = v.At
		return schedule(ctx, tx, actor, c)
	}
	c.ReviewerID, c.Reviewer, c.DecidedAt = actor.ID, actor.Name, time.Now()
	if c.State == portal.Applied {
		if err := apply(ctx, tx, c, v); err != nil {
			return err
		}
	}
	if err := markDecided(ctx, tx, *c, v.Fields != nil); err != nil {
		return err
	}
	if c.BatchID == 0 {
		if err := later(ctx, tx, portal.TellAuthor{ChangeID: c.ID, Revision: c.Revision}, nil); err != nil {
			return err
		}
	}
	return followed(ctx, tx, actor, *c)
}

func decidable(c portal.Change, actor portal.Actor, v Verdict) error {
	if c.Revision != v.Revision {
		return portal.ErrConflict
	}
	if err := c.Allows(portal.DoDecide, actor); err != nil {
		return err
	}
	return v.check()
}

func (v Verdict) check() error {
	var p portal.Problems
	p.Must(slices.Contains([]portal.State{portal.Applied, portal.Scheduled, portal.Returned, portal.Rejected}, v.State), "verdict", "problem.verdict")
	partly := v.State == portal.Applied && v.Fields != nil
	p.Must(v.State == "" || v.State == portal.Applied && !partly || v.State == portal.Scheduled || strings.TrimSpace(v.Note) != "", "note", "problem.verdict_note")
	p.Must(!partly || len(v.Fields) > 0, "fields", "problem.verdict_fields")
	if v.State == portal.Scheduled {
		return portal.CheckSchedule(v.At, time.Now())
	}
	return p.Err()
}

// apply writes the live row.
func apply(ctx context.Context, tx pgx.Tx, c *portal.Change, v Verdict) error {
	door := doors[c.Kind]
	proposed := c.After
	if v.Fields != nil {
		c.After = portal.Pick(c.Before, proposed, v.Fields)
	}
	var j journey
	hindered, live := askHindrances(&j, *c), door.askLive(&j, c.RecordID, forUpdate)
	if err := j.travel(ctx, tx); err != nil {
		return err
	}
	if err := hindered.err(); err != nil {
		return err
	}
	id, version, err := door.writeOver(ctx, tx, *c, live)
	if err != nil {
		return err
	}
	c.RecordID = id
	if c.Op == portal.OpSave && v.Fields != nil && len(portal.Differences(c.After, proposed)) > 0 {
		c.RestID, err = leaveRest(ctx, tx, *c, proposed, version)
	}
	return err
}

// leaveRest gives the author back what a partial approval did not take, and returns the change that holds it.
func leaveRest(ctx context.Context, tx pgx.Tx, c portal.Change, proposed portal.Snapshot, version int64) (int64, error) {
	rest := portal.Change{
		Kind: c.Kind, RecordID: c.RecordID, BaseVersion: version, Op: portal.OpSave, Title: c.Title,
		Before: c.After, After: proposed, Reason: c.Reason, State: portal.Returned,
		AuthorID: c.AuthorID, Author: c.Author, ReviewerID: c.ReviewerID, Reviewer: c.Reviewer, Note: c.Note,
		LetterID: c.LetterID, BatchID: c.BatchID, Limited: c.Limited, Readers: c.Readers,
	}
	err := insertChange(ctx, tx, &rest)
	return rest.ID, err
}

// markDecided writes a decision down. What the change says is written again only where a part of it was taken.
func markDecided(ctx context.Context, q db, c portal.Change, partly bool) error {
	var after any
	if partly {
		after = c.After
	}
	return send(ctx, q,
		`update changes
		set state = @state, record_id = nullif(@record, 0), after = coalesce(@after::jsonb, after), note = @note,
			reviewer_id = nullif(@reviewer_id::bigint, 0), reviewer = @reviewer, decided_at = @decided_at, urgent = @urgent,
			rest_id = nullif(@rest::bigint, 0)
		where id = @id`,
		pgx.StrictNamedArgs{
			"id": c.ID, "state": c.State, "record": c.RecordID, "after": after, "note": c.Note,
			"reviewer_id": c.ReviewerID, "reviewer": c.Reviewer, "decided_at": c.DecidedAt, "urgent": c.Urgent,
			"rest": c.RestID,
		})
}
