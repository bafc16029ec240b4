package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
)

// SetAccount corrects how a person is called, their address, and the language in which they are written to. Their sessions stay. With
// another address the old one is told, and a one-time link that went there is worth nothing any more: uninvited tells of that.
func (s *Store) SetAccount(ctx context.Context, actor portal.Actor, p portal.Staff, lang i18n.Lang) (uninvited bool, err error) {
	err = s.within(ctx, "set account", func(tx pgx.Tx) error {
		before, err := one(ctx, tx, scanStaff, "select "+staffNames+"\nfrom staff\nwhere id = $1\nfor update", p.ID)
		if err != nil {
			return err
		}
		after := before
		after.Name, after.Email = p.Name, NormalEmail(p.Email)
		if err := after.Check(); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "update staff\nset name = $2, email = $3\nwhere id = $1", after.ID, after.Name, after.Email); err != nil {
			return err
		}
		if err := setLanguage(ctx, tx, actor, after, lang); err != nil {
			return err
		}
		if after.Name != before.Name {
			d := portal.By(actor, portal.TraceRenamed).On(portal.AboutStaff, after.ID, after.Name)
			d.Was, d.Became = before.Name, after.Name
			if err := note(ctx, tx, d); err != nil {
				return err
			}
		}
		if after.Email == before.Email {
			return nil
		}
		uninvited, err = moved(ctx, tx, actor, before)
		return err
	})
	return uninvited, err
}

func setLanguage(ctx context.Context, tx pgx.Tx, actor portal.Actor, p portal.Staff, lang i18n.Lang) error {
	n, err := noticesOf(ctx, tx, p.ID)
	if err != nil || n.Lang == lang {
		return err
	}
	d := portal.By(actor, portal.TraceLanguage).On(portal.AboutStaff, p.ID, p.Name)
	d.Was, d.Became = n.Lang.Name(), lang.Name()
	n.Lang = lang
	if err := setNotices(ctx, tx, p.ID, n); err != nil {
		return err
	}
	return note(ctx, tx, d)
}

// moved does what comes with another address. The audit trail names neither of the two.
func moved(ctx context.Context, tx pgx.Tx, actor portal.Actor, before portal.Staff) (uninvited bool, err error) {
	if err := note(ctx, tx, portal.By(actor, portal.TraceAddress).On(portal.AboutStaff, before.ID, before.Name)); err != nil {
		return false, err
	}
	tag, err := tx.Exec(ctx, "delete from invitations\nwhere staff_id = $1", before.ID)
	if err != nil {
		return false, err
	}
	return tag.RowsAffected() > 0, later(ctx, tx, portal.TellMoved{StaffID: before.ID, From: before.Email, By: actor.Name}, nil)
}
