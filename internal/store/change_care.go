package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Assign gives a change that waits to a reviewer to look after, or to nobody where to is 0. It keeps no other reviewer from deciding.
func (s *Store) Assign(ctx context.Context, actor portal.Actor, id, to int64) error {
	return s.within(ctx, "assign change", func(tx pgx.Tx) error {
		c, err := lockChange(ctx, tx, id)
		if err != nil {
			return err
		}
		switch {
		case !actor.Role.Reviews():
			return portal.ErrForbidden
		case !c.MayAssign(actor):
			return portal.ErrConflict
		case c.AssigneeID == to:
			return nil
		}
		var person portal.Staff
		if to != 0 {
			if person, err = one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1", to); err != nil {
				return err
			}
			if !c.MayLookAfter(person, actor.Solo) {
				return &portal.Invalid{Problems: []portal.Problem{{Field: "assignee", Key: "problem.assignee"}}}
			}
		}
		_, err = tx.Exec(ctx, "update changes\nset assignee_id = nullif($2::bigint, 0), assignee = $3\nwhere id = $1", id, to, person.Name)
		if err != nil {
			return err
		}
		if to != 0 && to != actor.ID {
			if err := later(ctx, tx, portal.TellAssignee{ChangeID: id, AssigneeID: to}, nil); err != nil {
				return err
			}
		}
		done := portal.By(actor, portal.TraceAssigned).On(portal.AboutChange, id, c.OpenTitle())
		return note(ctx, tx, done)
	})
}

// AddComment adds what somebody of the staff says about a change. A second call with the same key adds nothing.
func (s *Store) AddComment(ctx context.Context, actor portal.Actor, c portal.Comment) error {
	if err := c.Check(); err != nil {
		return err
	}
	return s.within(ctx, "comment on change", func(tx pgx.Tx) error {
		about, err := one(ctx, tx, scanChange, changeByID(), c.ChangeID)
		if err != nil {
			return err
		}
		added, err := all(ctx, tx, pgx.RowTo[int64],
			`insert into comments (change_id, author_id, author, words, key)
			values (@change, @author_id, @author, @words, nullif(@key, ''))
			on conflict (key) do nothing
			returning id`,
			pgx.StrictNamedArgs{"change": c.ChangeID, "author_id": actor.ID, "author": actor.Name, "words": c.Words, "key": c.Key})
		if err != nil || len(added) == 0 {
			return err
		}
		if err := later(ctx, tx, portal.TellComment{CommentID: added[0]}, nil); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceCommented).On(portal.AboutChange, about.ID, about.OpenTitle()))
	})
}

// commentSQL selects comments.
const commentSQL = `
	select id, change_id, author_id, author, words, coalesce(key, ''), written_at
	from comments`

// Comments returns what staff said about a change, in the order in which it was said.
func (s *Store) Comments(ctx context.Context, changeID int64) ([]portal.Comment, error) {
	return all(ctx, s.pool, pgx.RowToStructByPos[portal.Comment], commentSQL+"\nwhere change_id = $1\norder by id", changeID)
}

// Comment returns one comment.
func (s *Store) Comment(ctx context.Context, id int64) (portal.Comment, error) {
	return one(ctx, s.pool, pgx.RowToStructByPos[portal.Comment], commentSQL+"\nwhere id = $1", id)
}
