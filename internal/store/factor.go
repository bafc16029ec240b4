package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// TOTP returns the key of a person's authenticator app and whether it is in use yet; portal.ErrNotFound where there is none.
func (s *Store) TOTP(ctx context.Context, staffID int64) (secret []byte, confirmed bool, err error) {
	type row struct {
		Secret    []byte
		Confirmed bool
	}
	r, err := one(ctx, s.pool, pgx.RowToStructByPos[row], "select secret, confirmed_at is not null\nfrom totp\nwhere staff_id = $1", staffID)
	return r.Secret, r.Confirmed, err
}

// StartTOTP keeps a key until its first code shows that the app has it. A key that is in use stays.
func (s *Store) StartTOTP(ctx context.Context, staffID int64, secret []byte) error {
	_, err := s.pool.Exec(ctx,
		`insert into totp (staff_id, secret)
		values ($1, $2)
		on conflict (staff_id) do update set secret = excluded.secret
		where totp.confirmed_at is null`, staffID, secret)
	return err
}

// UseStep takes the code of a step, if no code of it or of a later one was taken before: each code counts once, on any node.
func (s *Store) UseStep(ctx context.Context, staffID, step int64) (bool, error) {
	tag, err := s.pool.Exec(ctx,
		"update totp\nset used_step = $2\nwhere staff_id = $1\n\tand used_step < $2\n\tand confirmed_at is not null", staffID, step)
	return tag.RowsAffected() == 1, err
}

// ConfirmTOTP takes a key into use with the step of its first code and gives recovery codes of these hashes. portal.ErrConflict
// where no key waits.
func (s *Store) ConfirmTOTP(ctx context.Context, actor portal.Actor, step int64, hashes [][]byte) error {
	return s.within(ctx, "confirm second factor", func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			"update totp\nset confirmed_at = now(), used_step = $2\nwhere staff_id = $1\n\tand confirmed_at is null", actor.ID, step)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return portal.ErrConflict
		}
		if err := setCodes(ctx, tx, actor.ID, hashes); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceFactorAdded))
	})
}

// SetRecoveryCodes puts new recovery codes in the place of all earlier ones.
func (s *Store) SetRecoveryCodes(ctx context.Context, actor portal.Actor, hashes [][]byte) error {
	return s.within(ctx, "set recovery codes", func(tx pgx.Tx) error {
		if err := setCodes(ctx, tx, actor.ID, hashes); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceCodesMade))
	})
}

func setCodes(ctx context.Context, tx pgx.Tx, staffID int64, hashes [][]byte) error {
	if _, err := tx.Exec(ctx, "delete from recovery_codes\nwhere staff_id = $1", staffID); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "insert into recovery_codes (staff_id, hash)\nselect $1, unnest($2::bytea[])", staffID, hashes)
	return err
}

// UseRecoveryCode takes a recovery code, once.
func (s *Store) UseRecoveryCode(ctx context.Context, staffID int64, hash []byte) (used bool, err error) {
	err = s.within(ctx, "use recovery code", func(tx pgx.Tx) error {
		name, err := all(ctx, tx, scanText,
			`update recovery_codes c
			set used_at = now()
			from staff p
			where c.staff_id = $1
				and c.hash = $2
				and c.used_at is null
				and p.id = c.staff_id
			returning p.name`, staffID, hash)
		if used = len(name) == 1; err != nil || !used {
			return err
		}
		return note(ctx, tx, portal.Trace{Kind: portal.TraceCodeUsed, StaffID: staffID, Who: name[0]})
	})
	return used, err
}

// RecoveryCodesLeft counts the recovery codes that a person has not used.
func (s *Store) RecoveryCodesLeft(ctx context.Context, staffID int64) (int64, error) {
	return one(ctx, s.pool, pgx.RowTo[int64], recoveryCodesLeft, staffID)
}

const recoveryCodesLeft = "select count(*)\nfrom recovery_codes\nwhere staff_id = $1\n\tand used_at is null"

// RemoveFactors takes a person's authenticator app away, and recovery codes that nothing needs any more. Where somebody else does it, for
// a lost phone, passkeys and all codes go too, and the sessions end.
func (s *Store) RemoveFactors(ctx context.Context, actor portal.Actor, staffID int64) error {
	return s.within(ctx, "remove second factor", func(tx pgx.Tx) error {
		name, err := one(ctx, tx, scanText, "select name\nfrom staff\nwhere id = $1", staffID)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "delete from totp\nwhere staff_id = $1", staffID); err != nil {
			return err
		}
		if actor.ID != staffID {
			if err := dropPasskeys(ctx, tx, staffID); err != nil {
				return err
			}
		}
		if err := dropIdleCodes(ctx, tx, staffID); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceFactorRemoved).On(portal.AboutStaff, staffID, name))
	})
}
