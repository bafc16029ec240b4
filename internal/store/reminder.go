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

// ChangesWaiting counts what waits for an actor among changes: those of others that they may decide on, where a set is one, and their
// own drafts and what came back to them.
func (s *Store) ChangesWaiting(ctx context.Context, actor portal.Actor) (map[portal.TaskKind]int, error) {
	waiting, err := one(ctx, s.pool, pgx.RowToStructByPos[struct{ Review, Mine int }],
		`select
			count(distinct coalesce(-batch_id, id)) filter (where (state = 'submitted' or `+unreviewed+`) and author_id is distinct from @viewer),
			count(*) filter (where state in ('draft', 'returned') and author_id = @viewer)
		from changes
		where (state in ('draft', 'submitted', 'returned') or `+unreviewed+`)
			and `+visible, pgx.NamedArgs{"viewer": actor.ID})
	if err != nil {
		return nil, err
	}
	counts := map[portal.TaskKind]int{portal.TaskMine: waiting.Mine}
	if actor.Role.Reviews() {
		counts[portal.TaskReview] = waiting.Review
	}
	return counts, nil
}
