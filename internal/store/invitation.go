package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

const invitationNames = "i.id, i.staff_id, i.by_name, i.lang, i.made_at, i.expires_at"

func scanInvitation(row pgx.CollectableRow) (i portal.Invitation, err error) {
	err = row.Scan(&i.ID, &i.StaffID, &i.By, &i.Lang, &i.MadeAt, &i.Expires)
	return i, err
}

// Invitations returns the one-time links that nobody has used, by the person they are for.
func (s *Store) Invitations(ctx context.Context) (map[int64]portal.Invitation, error) {
	found, err := all(ctx, s.pool, scanInvitation, "select "+invitationNames+"\nfrom invitations i")
	of := make(map[int64]portal.Invitation, len(found))
	for _, i := range found {
		of[i.StaffID] = i
	}
	return of, err
}

// Invitation returns a one-time link that nobody has used, and InvitationOf that of a person.
func (s *Store) Invitation(ctx context.Context, id int64) (portal.Invitation, error) {
	return one(ctx, s.pool, scanInvitation, "select "+invitationNames+"\nfrom invitations i\nwhere i.id = $1", id)
}

// InvitationOf is like Invitation for a person.
func (s *Store) InvitationOf(ctx context.Context, staffID int64) (portal.Invitation, error) {
	return one(ctx, s.pool, scanInvitation, "select "+invitationNames+"\nfrom invitations i\nwhere i.staff_id = $1", staffID)
}

// InviteNew adds a person with a one-time link and returns the number. Without the hash of a link it goes by mail.
func (s *Store) InviteNew(ctx context.Context, actor portal.Actor, p portal.Staff, i portal.Invitation, hash []byte) (id int64, err error) {
	p.Email = NormalEmail(p.Email)
	if err := p.Check(); err != nil {
		return 0, err
	}
	err = s.within(ctx, "invite", func(tx pgx.Tx) (err error) {
		if id, err = addStaff(ctx, tx, actor, p); err != nil {
			return err
		}
		i.StaffID = id
		return invite(ctx, tx, actor, i, hash)
	})
	return id, err
}

// Invite gives a person who may sign in a one-time link in the place of an earlier one; portal.ErrConflict for others.
func (s *Store) Invite(ctx context.Context, actor portal.Actor, i portal.Invitation, hash []byte) error {
	return s.within(ctx, "invite again", func(tx pgx.Tx) error {
		p, err := one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1\nfor update", i.StaffID)
		if err != nil {
			return err
		}
		if p.Disabled {
			return portal.ErrConflict
		}
		if err := invite(ctx, tx, actor, i, hash); err != nil {
			return err
		}
		return note(ctx, tx, portal.By(actor, portal.TraceInvited).On(portal.AboutStaff, p.ID, p.Name))
	})
}

func invite(ctx context.Context, tx pgx.Tx, actor portal.Actor, i portal.Invitation, hash []byte) error {
	if _, err := tx.Exec(ctx, "delete from invitations\nwhere staff_id = $1", i.StaffID); err != nil {
		return err
	}
	id, err := one(ctx, tx, pgx.RowTo[int64],
		`insert into invitations (staff_id, by_name, lang, token_hash, made_at, expires_at)
		values (@staff, @by, @lang, @hash, @at, @expires)
		returning id`,
		pgx.StrictNamedArgs{"staff": i.StaffID, "by": actor.Name, "lang": i.Lang, "hash": hash, "at": i.MadeAt, "expires": i.Expires})
	if err != nil || hash != nil {
		return err
	}
	return later(ctx, tx, portal.TellInvited{InvitationID: id}, nil)
}

// LinkInvitation gives a one-time link that goes by mail its hash. A mail that is sent once more carries another link, and the one
// before is worth nothing.
func (s *Store) LinkInvitation(ctx context.Context, id int64, hash []byte) error {
	tag, err := s.pool.Exec(ctx, "update invitations\nset token_hash = $2\nwhere id = $1", id, hash)
	if err == nil && tag.RowsAffected() == 0 {
		err = portal.ErrNotFound
	}
	return err
}

const openInvitation = `
	from invitations i
	join staff p on p.id = i.staff_id
	where i.token_hash = $1
		and i.expires_at > $2
		and not p.disabled`

// Invited returns who a one-time link is for; portal.ErrNotFound where it was used, withdrawn or replaced, or its time is over.
func (s *Store) Invited(ctx context.Context, hash []byte, now time.Time) (portal.Staff, error) {
	return one(ctx, s.pool, scanStaff, "select "+staffOf("p")+openInvitation, hash, now)
}

// AcceptInvitation takes the password that somebody set by a one-time link, once, and ends their sessions. portal.ErrNotFound is that
// of Invited.
func (s *Store) AcceptInvitation(ctx context.Context, hash []byte, now time.Time, password string) (p portal.Staff, err error) {
	err = s.within(ctx, "accept invitation", func(tx pgx.Tx) error {
		p, err = one(ctx, tx, scanStaff,
			`with used as (
				delete from invitations
				where id = (select i.id`+openInvitation+`)
				returning staff_id
			)
			update staff p
			set password_hash = $3, must_change = false, password_at = now()
			from used
			where p.id = used.staff_id
			returning `+staffOf("p"), hash, now, password)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "delete from sessions\nwhere staff_id = $1", p.ID); err != nil {
			return err
		}
		return note(ctx, tx, portal.Trace{Kind: portal.TraceInvitationUsed, StaffID: p.ID, Who: p.Name})
	})
	return p, err
}

// WithdrawInvitation makes a one-time link worth nothing, and a mail with it that waits. Somebody who has never come in is no longer of
// the staff after that, and gone is true; where the register names them already, they may no longer sign in. portal.ErrConflict where
// there is no link.
func (s *Store) WithdrawInvitation(ctx context.Context, actor portal.Actor, staffID int64) (gone bool, err error) {
	err = s.within(ctx, "withdraw invitation", func(tx pgx.Tx) error {
		p, err := one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1\nfor update", staffID)
		if err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, "delete from invitations\nwhere staff_id = $1", staffID)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return portal.ErrConflict
		}
		if p.LastSeenAt.IsZero() {
			if gone, err = removeNew(ctx, tx, staffID); err != nil {
				return err
			}
		}
		return note(ctx, tx, portal.By(actor, portal.TraceUninvited).On(portal.AboutStaff, staffID, p.Name))
	})
	return gone, err
}

// removeNew takes somebody off the staff who has never come in. A refused try, or a review that was given to them, names them for good.
func removeNew(ctx context.Context, tx pgx.Tx, staffID int64) (gone bool, err error) {
	tag, err := tx.Exec(ctx,
		`delete from staff
		where id = $1
			and not exists (select from traces where staff_id = $1)
			and not exists (select from changes where assignee_id = $1)`, staffID)
	if err != nil || tag.RowsAffected() == 1 {
		return err == nil, err
	}
	_, err = tx.Exec(ctx, "update staff\nset disabled = true\nwhere id = $1", staffID)
	return false, err
}
