package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// AddSession starts a session of a person; only the hash of its token is kept.
func (s *Store) AddSession(ctx context.Context, tokenHash []byte, staffID int64, expires time.Time) error {
	return s.within(ctx, "start session", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "delete from sessions\nwhere expires_at < now()"); err != nil {
			return err
		}
		_, err := tx.Exec(ctx,
			`insert into sessions (token_hash, staff_id, expires_at)
			values (@hash, @staff, @expires)`,
			pgx.StrictNamedArgs{"hash": tokenHash, "staff": staffID, "expires": expires})
		if err != nil {
			return err
		}
		name, err := one(ctx, tx, pgx.RowTo[string], "update staff\nset last_seen_at = now()\nwhere id = $1\nreturning name", staffID)
		if err != nil {
			return err
		}
		return note(ctx, tx, portal.Trace{Kind: portal.TraceSignIn, StaffID: staffID, Who: name})
	})
}

// NoteRefusal adds a refused sign-in to the audit trail. Where nobody has the address, it names nobody: what was typed is not kept.
func (s *Store) NoteRefusal(ctx context.Context, email string) error {
	_, err := s.pool.Exec(ctx,
		`insert into traces (kind, staff_id, who)
		select $2, p.id, coalesce(p.name, '')
		from (values ($1)) asked (email)
		left join staff p on p.email = asked.email`, NormalEmail(email), string(portal.TraceSignInRefused))
	return err
}

// SessionStaff returns who holds a session that has not ended: not expired, used within the idle time, and of a person who may
// sign in. Otherwise it is portal.ErrSignedOut. The session counts as used, noted at most once a minute.
func (s *Store) SessionStaff(ctx context.Context, tokenHash []byte, idle time.Duration) (portal.Staff, error) {
	rows, err := s.pool.Query(ctx,
		`with session as (
			select staff_id, seen_at
			from sessions
			where token_hash = @hash
				and expires_at > now()
				and seen_at > now() - @idle::interval
		), seen as (
			update sessions
			set seen_at = now()
			where token_hash = @hash
				and exists (select from session where seen_at < now() - interval '1 minute')
		)
		select `+staffNames+`
		from staff
		where id = (select staff_id from session)
			and not disabled`,
		pgx.StrictNamedArgs{"hash": tokenHash, "idle": idle})
	if err != nil {
		return portal.Staff{}, err
	}
	found, err := pgx.CollectExactlyOneRow(rows, scanStaff)
	if errors.Is(err, pgx.ErrNoRows) {
		return found, portal.ErrSignedOut
	}
	return found, err
}

// SignOut ends a session at its holder's wish.
func (s *Store) SignOut(ctx context.Context, tokenHash []byte) error {
	_, err := s.pool.Exec(ctx,
		`with ended as (
			delete from sessions
			where token_hash = $1
			returning staff_id
		)
		insert into traces (kind, staff_id, who)
		select $2, p.id, p.name
		from ended
		join staff p on p.id = ended.staff_id`, tokenHash, string(portal.TraceSignOut))
	return err
}

// EndSession ends one session.
func (s *Store) EndSession(ctx context.Context, tokenHash []byte) error {
	_, err := s.pool.Exec(ctx, "delete from sessions\nwhere token_hash = $1", tokenHash)
	return err
}
