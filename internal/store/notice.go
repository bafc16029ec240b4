package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// NoticesOf returns what a person wants to be told by mail.
func (s *Store) NoticesOf(ctx context.Context, staffID int64) (portal.Notices, error) {
	return noticesOf(ctx, s.pool, staffID)
}

func noticesOf(ctx context.Context, q db, staffID int64) (portal.Notices, error) {
	n, err := one(ctx, q, pgx.RowToStructByPos[portal.Notices], "select handed_in, letters, decided, reminders, digest, lang\nfrom notices\nwhere staff_id = $1", staffID)
	if errors.Is(err, portal.ErrNotFound) {
		return portal.UsualNotices, nil
	}
	return n, err
}

// SetNotices keeps what a person wants to be told by mail.
func (s *Store) SetNotices(ctx context.Context, staffID int64, n portal.Notices) error {
	return violated(setNotices(ctx, s.pool, staffID, n))
}

func setNotices(ctx context.Context, q db, staffID int64, n portal.Notices) error {
	_, err := q.Exec(ctx,
		`insert into notices (staff_id, handed_in, letters, decided, reminders, digest, lang)
		values (@staff, @handed_in, @letters, @decided, @reminders, @digest, @lang)
		on conflict (staff_id) do update
		set handed_in = excluded.handed_in, letters = excluded.letters, decided = excluded.decided, reminders = excluded.reminders,
			digest = excluded.digest, lang = excluded.lang`,
		pgx.StrictNamedArgs{
			"staff": staffID, "handed_in": n.HandedIn, "letters": n.Letters, "decided": n.Decided, "reminders": n.Reminders, "digest": n.Digest, "lang": n.Lang,
		})
	return err
}
