package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// Treatment is what a member of staff does with a letter, as they saw it.
type Treatment struct {
	Act      portal.LetterAct
	Words    string // to the sender, where the act needs them
	Revision int64  // of the letter as it was read; another one is a conflict
	At       time.Time
}

// TreatLetter carries a treatment out. One that has been carried out already changes nothing. A letter that moved on meanwhile, or
// that cannot be treated so, is portal.ErrConflict; one from which a change is under way is neither declined nor spam.
func (s *Store) TreatLetter(ctx context.Context, actor portal.Actor, id int64, t Treatment) (portal.Letter, error) {
	var l portal.Letter
	err := s.within(ctx, "treat letter", func(tx pgx.Tx) (err error) {
		if l, err = lockLetter(ctx, tx, id); err != nil {
			return err
		}
		before := l
		if err := l.Treat(t.Act, actor, t.Words, t.At); err != nil {
			return err
		}
		if l.State == before.State && l.Answer == before.Answer && l.KeeperID == before.KeeperID {
			l = before
			return nil
		}
		if before.Revision != t.Revision {
			return portal.ErrConflict
		}
		if l.State == portal.LetterDeclined || l.State == portal.LetterSpam {
			if err := noChangeUnderWay(ctx, tx, id); err != nil {
				return err
			}
		}
		if err := note(ctx, tx, portal.By(actor, portal.TraceOfLetter(t.Act)).On(portal.AboutLetter, l.ID, l.Title)); err != nil {
			return err
		}
		if err := updateLetter(ctx, tx, &l, before.State, actor.Name, t.At); err != nil || l.Answer == before.Answer {
			return err
		}
		return later(ctx, tx, portal.TellSender{LetterID: l.ID, Revision: l.Revision}, nil)
	})
	return l, err
}

// lockLetter reads a letter and keeps others from treating it. The lock lets changes name the letter, whose own step is followed
// by followChange.
func lockLetter(ctx context.Context, tx pgx.Tx, id int64) (portal.Letter, error) {
	return one(ctx, tx, scanLetter, letterSQL+"\nwhere l.id = $1\nfor no key update of l", id)
}

func noChangeUnderWay(ctx context.Context, tx pgx.Tx, id int64) error {
	var open int
	err := tx.QueryRow(ctx,
		"select count(*)\nfrom changes\nwhere letter_id = $1\n\tand state in ('draft', 'submitted', 'returned', 'scheduled')", id).Scan(&open)
	if err == nil && open > 0 {
		err = &portal.Invalid{Problems: []portal.Problem{{Key: "problem.letter_under_way"}}}
	}
	return err
}

// updateLetter writes what became of a letter, and when it came into another state.
func updateLetter(ctx context.Context, tx pgx.Tx, l *portal.Letter, before portal.LetterState, actor string, at time.Time) error {
	err := tx.QueryRow(ctx,
		`update letters
		set revision = revision + 1, state = @state, answer = @answer, answered_at = @answered_at, keeper_id = nullif(@keeper_id, 0),
			keeper = @keeper, closed_at = @closed_at
		where id = @id
		returning revision`,
		pgx.StrictNamedArgs{
			"id": l.ID, "state": l.State, "answer": l.Answer, "answered_at": zeronull.Timestamptz(l.AnsweredAt),
			"keeper_id": l.KeeperID, "keeper": l.Keeper, "closed_at": zeronull.Timestamptz(l.ClosedAt),
		}).Scan(&l.Revision)
	if err != nil || l.State == before {
		return err
	}
	return noteEvent(ctx, tx, *l, actor, at)
}

// followChange moves a letter along with a change that was made from it. A letter that was declined or is spam leads to no change.
func followChange(ctx context.Context, tx pgx.Tx, actor portal.Actor, c portal.Change) error {
	if c.LetterID == 0 {
		return nil
	}
	l, err := lockLetter(ctx, tx, c.LetterID)
	if err != nil {
		return err
	}
	if c.State.Open() && (l.State == portal.LetterDeclined || l.State == portal.LetterSpam) {
		return &portal.Invalid{Problems: []portal.Problem{{Key: "problem.letter_closed"}}}
	}
	before, now := l.State, time.Now()
	if !l.Follow(c.State, now) {
		return nil
	}
	if l.State == portal.LetterReviewing && before == portal.LetterAccepted {
		if err := noChangeUnderWay(ctx, tx, l.ID); portal.AsInvalid(err) != nil {
			return nil // another change is
		} else if err != nil {
			return err
		}
	}
	if l.KeeperID == 0 {
		l.KeeperID, l.Keeper = actor.ID, actor.Name
	}
	return updateLetter(ctx, tx, &l, before, actor.Name, now)
}

// ChangesFrom returns the changes that were made from a letter, oldest first.
func (s *Store) ChangesFrom(ctx context.Context, letterID int64) ([]portal.Change, error) {
	return all(ctx, s.pool, scanChange, "select "+changeNames()+"\nfrom changes\nwhere letter_id = $1\norder by id", letterID)
}
