package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

const passkeySQL = "select k.id, k.staff_id, k.key_id, k.record, k.name, k.added_at, k.used_at\nfrom passkeys k"

func scanPasskey(row pgx.CollectableRow) (k portal.Passkey, err error) {
	err = row.Scan(&k.ID, &k.StaffID, &k.KeyID, &k.Record, &k.Name, &k.AddedAt, (*zeronull.Timestamptz)(&k.UsedAt))
	return k, err
}

// Passkeys returns those of a person, the oldest first.
func (s *Store) Passkeys(ctx context.Context, staffID int64) ([]portal.Passkey, error) {
	return all(ctx, s.pool, scanPasskey, passkeySQL+"\nwhere k.staff_id = $1\norder by k.id", staffID)
}

// PasskeyHolder returns who holds a passkey and may sign in.
func (s *Store) PasskeyHolder(ctx context.Context, keyID []byte) (portal.Staff, error) {
	return one(ctx, s.pool, scanStaff,
		"select "+staffOf("p")+"\nfrom staff p\njoin passkeys k on k.staff_id = p.id\nwhere k.key_id = $1\n\tand not p.disabled", keyID)
}

// AddPasskey adds a passkey of who does it. Where they have no recovery codes left, they get those of the hashes, and coded is true.
func (s *Store) AddPasskey(ctx context.Context, actor portal.Actor, k portal.Passkey, hashes [][]byte) (coded bool, err error) {
	err = s.within(ctx, "add passkey", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "insert into passkeys (staff_id, key_id, record, name)\nvalues ($1, $2, $3, $4)", actor.ID, k.KeyID, k.Record, k.Name)
		if err != nil {
			return err
		}
		left, err := one(ctx, tx, pgx.RowTo[int64], recoveryCodesLeft, actor.ID)
		if err != nil {
			return err
		}
		if coded = left == 0; coded {
			if err := setCodes(ctx, tx, actor.ID, hashes); err != nil {
				return err
			}
		}
		return note(ctx, tx, portal.By(actor, portal.TracePasskeyAdded))
	})
	return coded, err
}

// UsePasskey notes that a passkey was used, and what is to be remembered of it from now on.
func (s *Store) UsePasskey(ctx context.Context, keyID, record []byte, at time.Time) error {
	_, err := s.pool.Exec(ctx, "update passkeys\nset record = $2, used_at = $3\nwhere key_id = $1", keyID, record, at)
	return err
}

// RemovePasskey takes a passkey away from who does it; with the last factor the recovery codes go. portal.ErrNotFound where it is not
// theirs.
func (s *Store) RemovePasskey(ctx context.Context, actor portal.Actor, id int64) error {
	return s.within(ctx, "remove passkey", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, "delete from passkeys\nwhere id = $1\n\tand staff_id = $2", id, actor.ID)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return portal.ErrNotFound
		}
		if err := dropIdleCodes(ctx, tx, actor.ID); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TracePasskeyRemoved))
	})
}

// dropIdleCodes takes the recovery codes of somebody away who has nothing left that they could stand in for.
func dropIdleCodes(ctx context.Context, tx pgx.Tx, staffID int64) error {
	_, err := tx.Exec(ctx,
		"delete from recovery_codes c\nusing staff p\nwhere p.id = c.staff_id\n\tand p.id = $1\n\tand not "+guarded, staffID)
	return err
}

// dropPasskeys takes all passkeys of somebody away and ends their sessions.
func dropPasskeys(ctx context.Context, tx pgx.Tx, staffID int64) error {
	for _, table := range []string{"passkeys", "sessions"} {
		if _, err := tx.Exec(ctx, "delete from "+table+"\nwhere staff_id = $1", staffID); err != nil {
			return err
		}
	}
	return nil
}

// AskPasskey keeps a question until a device answers it, and forgets those that none has answered in time.
func (s *Store) AskPasskey(ctx context.Context, q portal.PasskeyQuestion, now time.Time) error {
	return s.within(ctx, "ask for a passkey", func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "delete from passkey_questions\nwhere expires_at < $1", now); err != nil {
			return err
		}
		_, err := tx.Exec(ctx,
			`insert into passkey_questions (ticket_hash, session_hash, purpose, kept, expires_at)
			values (@ticket, @session, @purpose, @kept, @expires)`,
			pgx.StrictNamedArgs{"ticket": q.Ticket, "session": q.Session, "purpose": q.Purpose, "kept": q.Kept, "expires": q.Expires})
		return err
	})
}

// PasskeyAnswered returns what was kept of a question, once, whatever its answer is worth; portal.ErrNotFound where it was answered
// already, asked for another purpose or in another session, or is too old.
func (s *Store) PasskeyAnswered(ctx context.Context, q portal.PasskeyQuestion, now time.Time) ([]byte, error) {
	return one(ctx, s.pool, pgx.RowTo[[]byte],
		`with answered as (
			delete from passkey_questions
			where ticket_hash = @ticket
			returning session_hash, purpose, kept, expires_at
		)
		select kept
		from answered
		where purpose = @purpose
			and session_hash is not distinct from @session
			and expires_at > @now`,
		pgx.StrictNamedArgs{"ticket": q.Ticket, "session": q.Session, "purpose": q.Purpose, "now": now})
}
