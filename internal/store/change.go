package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// changeColumns are the columns of a change without its number.
func changeColumns(c *portal.Change) []column {
	return []column{
		{"kind", &c.Kind},
		ref("record_id", &c.RecordID),
		{"base_version", &c.BaseVersion},
		{"revision", &c.Revision},
		{"op", &c.Op},
		{"title", &c.Title},
		{"before", &c.Before},
		{"after", &c.After},
		{"reason", &c.Reason},
		{"state", &c.State},
		ref("author_id", &c.AuthorID),
		{"author", &c.Author},
		ref("begun_by_id", &c.BegunByID),
		{"begun_by", &c.BegunBy},
		ref("reviewer_id", &c.ReviewerID),
		{"reviewer", &c.Reviewer},
		ref("assignee_id", &c.AssigneeID),
		{"assignee", &c.Assignee},
		{"note", &c.Note},
		known("key", &c.Key),
		{"within", &c.Within},
		ref("undo_of", &c.UndoOf),
		ref("rest_id", &c.RestID),
		ref("letter_id", &c.LetterID),
		ref("batch_id", &c.BatchID),
		{"created_at", &c.CreatedAt},
		{"submitted_at", (*zeronull.Timestamptz)(&c.SubmittedAt)},
		{"decided_at", (*zeronull.Timestamptz)(&c.DecidedAt)},
		{"publish_at", (*zeronull.Timestamptz)(&c.PublishAt)},
		{"held", &c.Held},
		{"limited", &c.Limited},
		list("readers", &c.Readers),
		{"urgent", &c.Urgent},
		{"reviewed_at", (*zeronull.Timestamptz)(&c.ReviewedAt)},
		{"hindsight", &c.Hindsight},
	}
}

var changeNames = sync.OnceValue(func() string {
	var c portal.Change
	names := []string{"id"}
	for _, col := range changeColumns(&c) {
		names = append(names, col.name)
	}
	return strings.Join(names, ", ")
})

func scanChange(row pgx.CollectableRow) (c portal.Change, err error) {
	targets := []any{&c.ID}
	for _, col := range changeColumns(&c) {
		targets = append(targets, col.field)
	}
	err = row.Scan(targets...)
	return c, err
}

// Change returns one change.
func (s *Store) Change(ctx context.Context, id int64) (portal.Change, error) {
	return one(ctx, s.pool, scanChange, changeByID(), id)
}

func changeByID() string { return "select " + changeNames() + "\nfrom changes\nwhere id = $1" }

// ChangesByID returns the changes of some numbers, as far as they are there.
func (s *Store) ChangesByID(ctx context.Context, ids []int64) (map[int64]portal.Change, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	changes, err := all(ctx, s.pool, scanChange, "select "+changeNames()+"\nfrom changes\nwhere id = any($1)", unique(ids))
	byID := make(map[int64]portal.Change, len(changes))
	for _, c := range changes {
		byID[c.ID] = c
	}
	return byID, err
}

// Live returns the public record of a kind and number as a snapshot with its version; 0 where there is none.
func (s *Store) Live(ctx context.Context, kind portal.Kind, id int64) (portal.Snapshot, int64, error) {
	door, ok := doors[kind]
	if !ok {
		return portal.Snapshot{}, 0, portal.ErrNotFound
	}
	return door.live(ctx, s.pool, id)
}

// SaveChange keeps a draft or hands it in, as the change's state says, and gives it its number and revision. A draft that was
// saved elsewhere meanwhile, or whose record was published anew, is portal.ErrConflict and nothing is written. A second call with
// the same key and content changes nothing and returns the change that the first one made; with other content it goes on with the
// draft that the first one made, or is a *Used error where that is no longer possible. Words that one of the actor's own changes says
// already, while that waits, are taken for that one.
func (s *Store) SaveChange(ctx context.Context, actor portal.Actor, c *portal.Change) error {
	door, ok := doors[c.Kind]
	if !ok {
		return portal.ErrNotFound
	}
	if c.State == portal.Submitted {
		if err := submittable(door, *c); err != nil {
			return err
		}
	}
	var first journey
	earlier := askEarlier(&first, actor, *c)
	live := door.askLive(&first, c.RecordID, "")
	missing := askOffered(&first, *c)
	return s.inFew(ctx, "save change of "+string(c.Kind), &first, func(tx pgx.Tx) error {
		done, err := repeats(*earlier, actor, c)
		if done || err != nil {
			return err
		}
		if err := rebased(live, c); err != nil {
			return err
		}
		if c.State == portal.Submitted {
			if err := rehearse(ctx, tx, door, *c, *missing); err != nil {
				return err
			}
		}
		c.AuthorID, c.Author = actor.ID, actor.Name
		if c.State == portal.Submitted {
			c.SubmittedAt = time.Now()
		}
		if c.ID == 0 {
			err = insertOnce(ctx, tx, actor, c)
		} else {
			err = updateDraft(ctx, tx, actor, c)
		}
		if err != nil {
			return err
		}
		if c.State == portal.Submitted {
			if err := later(ctx, tx, portal.TellReviewers{ChangeID: c.ID, Revision: c.Revision}, nil); err != nil {
				return err
			}
		}
		return followed(ctx, tx, actor, *c)
	})
}

// submittable tells whether a change may be handed in: it says why, changes something, and its record keeps its rules.
func submittable(door door, c portal.Change) error {
	p := c.CheckReason()
	if c.Op == portal.OpSave {
		p.Must(len(c.Changed()) > 0, "", "problem.nothing_changed")
		if invalid := portal.AsInvalid(door.valid(c.After)); invalid != nil {
			p = append(p, invalid.Problems...)
		}
	}
	return p.Err()
}

// rehearse tries whether the change could be published as things stand, and takes everything back, so that its author hears of a
// taken address or of records that still name this one, and not its reviewer.
// What is in its way fails the transaction.
func rehearse(ctx context.Context, tx pgx.Tx, door door, c portal.Change, missing []SourceName) error {
	if err := send(ctx, tx, "savepoint trial"); err != nil {
		return err
	}
	if err := writeTrial(ctx, tx, door, c, missing); err != nil {
		return err
	}
	if err := send(ctx, tx, "rollback to savepoint trial"); err != nil {
		return err
	}
	return send(ctx, tx, "release savepoint trial")
}

// rebased checks that the record still has the version that the change starts from and takes that as what was before.
func rebased(live *liveRow, c *portal.Change) error {
	if c.RecordID == 0 {
		c.Before = portal.Snapshot{}
		return nil
	}
	snapshot, version, err := live.snapshot()
	if err != nil {
		return err
	}
	if version != c.BaseVersion {
		return portal.ErrConflict
	}
	c.Before = snapshot
	return nil
}

// insertChange adds a change; pgx.ErrNoRows tells that there is one with its key.
func insertChange(ctx context.Context, tx pgx.Tx, c *portal.Change) error {
	var j journey
	sql, args := changeInsertion(c)
	j.batch.Queue(sql, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&c.ID) })
	return j.travel(ctx, tx)
}

// changeInsertion is the statement that adds a change and returns its number.
func changeInsertion(c *portal.Change) (sql string, args []any) {
	c.Revision, c.CreatedAt = 1, time.Now()
	var names, places []string
	for _, col := range changeColumns(c) {
		args = append(args, col.field)
		names, places = append(names, col.name), append(places, "$"+strconv.Itoa(len(args)))
	}
	return fmt.Sprintf("insert into changes (%s)\nvalues (%s)\non conflict (key) do nothing\nreturning id",
		strings.Join(names, ", "), strings.Join(places, ", ")), args
}

// updateDraft saves an author's own draft over the revision that was read, and over no other.
func updateDraft(ctx context.Context, tx pgx.Tx, actor portal.Actor, c *portal.Change) error {
	stored, err := lockChange(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	if stored.AuthorID != actor.ID {
		return portal.ErrForbidden
	}
	if !stored.State.Editable() || stored.Revision != c.Revision {
		return portal.ErrConflict
	}
	err = tx.QueryRow(ctx,
		`update changes
		set revision = revision + 1, record_id = coalesce(record_id, nullif(@record::bigint, 0)), key = coalesce(key, nullif(@key, '')),
			base_version = @base, title = @title, before = @before, after = @after, reason = @reason, state = @state,
			submitted_at = @submitted_at
		where id = @id
		returning revision`,
		pgx.StrictNamedArgs{
			"id": c.ID, "record": c.RecordID, "key": c.Key, "base": c.BaseVersion, "title": c.Title, "before": c.Before, "after": c.After,
			"reason": c.Reason, "state": c.State, "submitted_at": zeronull.Timestamptz(c.SubmittedAt),
		}).Scan(&c.Revision)
	return err
}

func lockChange(ctx context.Context, tx pgx.Tx, id int64) (portal.Change, error) {
	return one(ctx, tx, scanChange, changeByID()+forUpdate, id)
}

// askLocked takes along the question for a change that is locked.
func askLocked(j *journey, id int64) *[]portal.Change {
	var found []portal.Change
	ask(j, &found, scanChange, changeByID()+forUpdate, id)
	return &found
}

// Withdraw takes back a change of the actor's own that has not been decided on.
func (s *Store) Withdraw(ctx context.Context, actor portal.Actor, id int64) error {
	return s.within(ctx, "withdraw change", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.AuthorID != actor.ID {
			return portal.ErrForbidden
		}
		if !c.State.Open() {
			return portal.ErrConflict
		}
		if _, err = tx.Exec(ctx, "update changes\nset state = 'withdrawn', decided_at = now()\nwhere id = $1", id); err != nil {
			return err
		}
		c.State = portal.Withdrawn
		return followed(ctx, tx, actor, c)
	})
}
