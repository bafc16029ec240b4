package store

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// NewReminders returns those of some reminders that nobody was told yet.
func (s *Store) NewReminders(ctx context.Context, of []portal.Reminder) ([]portal.Reminder, error) {
	told, err := all(ctx, s.pool, pgx.RowTo[string], "select mark\nfrom reminders\nwhere mark = any($1)", marksOf(of))
	return slices.DeleteFunc(slices.Clone(of), func(r portal.Reminder) bool { return slices.Contains(told, r.Mark) }), err
}

func marksOf(reminders []portal.Reminder) []string {
	marks := make([]string, len(reminders))
	for i, r := range reminders {
		marks[i] = r.Mark
	}
	return marks
}

// Remind puts the mails with some reminders on their way and notes that they were told, both or neither; portal.ErrConflict where
// somebody else told of one of them meanwhile.
func (s *Store) Remind(ctx context.Context, of []portal.Reminder, at time.Time, mails ...portal.Mail) error {
	return s.within(ctx, "remind", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, "insert into reminders (mark, told_at)\nselect unnest($1::text[]), $2\non conflict do nothing", marksOf(of), at)
		if err != nil {
			return err
		}
		if int(tag.RowsAffected()) != len(of) {
			return portal.ErrConflict
		}
		for _, m := range mails {
			if err := addMail(ctx, tx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// TasksWaiting counts what waits for an actor or for anybody beside what the register itself needs, as the page of tasks and the summary
// of the week say it: changes of others that they may decide on, where a set is one, their own drafts and what came back to them,
// letters that they keep or nobody has taken up, and kept files that are gone or not what they were.
func (s *Store) TasksWaiting(ctx context.Context, me portal.Actor) (map[portal.TaskKind]int, error) {
	n, err := one(ctx, s.pool, pgx.RowToStructByPos[struct{ Changes, Batches, Mine, Letters, Files int }],
		`select
			(
				select count(*)
				from changes
				where @reviews
					and (state = 'submitted' or `+unreviewed+`)
					and batch_id is null
					and (author_id is distinct from @viewer or @solo)
					and `+visible+`
			), (
				select count(*)
				from batches b
				where @reviews
					and `+batchWaits+`
			), (
				select count(*)
				from changes
				where author_id = @viewer
					and state in ('draft', 'returned')
			), (
				select count(*)
				from letters
				where state = 'received'
					or state = 'reviewing' and keeper_id = @viewer
			), (
				select count(*)
				from files
				where fault in ('missing', 'changed')
			)`,
		pgx.StrictNamedArgs{"viewer": me.ID, "solo": me.Solo, "reviews": me.Role.Reviews()})
	return map[portal.TaskKind]int{
		portal.TaskReview: n.Changes + n.Batches, portal.TaskMine: n.Mine, portal.TaskLetter: n.Letters, portal.TaskFile: n.Files,
	}, err
}
