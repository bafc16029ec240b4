package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// Preview asks questions about the register as it would be with a change, and takes everything back: nothing is written that
// anybody else could see. It is as strict as publication: a change that breaks a rule is a portal.Invalid, and one whose record has
// moved on is portal.ErrConflict.
func (s *Store) Preview(ctx context.Context, c portal.Change, ask func(at *Store) error) error {
	door, ok := doors[c.Kind]
	if !ok {
		return portal.ErrNotFound
	}
	takenBack := errors.New("taken back")
	err := s.within(ctx, "preview", func(tx pgx.Tx) error {
		var j journey
		live, missing := door.askLive(&j, c.RecordID, ""), askOffered(&j, c)
		if err := j.travel(ctx, tx); err != nil {
			return err
		}
		if err := rebased(live, &c); err != nil {
			return err
		}
		if err := writeTrial(ctx, tx, door, c, *missing); err != nil {
			return err
		}
		if err := ask(over(tx)); err != nil {
			return err
		}
		return takenBack
	})
	if errors.Is(err, takenBack) {
		return nil
	}
	return err
}
