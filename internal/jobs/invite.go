package jobs

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/riverqueue/river"

	"kotakembar/internal/auth"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// tellInvited writes to somebody who is to set their password by a one-time link. The mail holds no link yet.
func (c Config) tellInvited(ctx context.Context, job *river.Job[portal.TellInvited]) error {
	i, err := c.Store.Invitation(ctx, job.Args.InvitationID)
	if errors.Is(err, portal.ErrNotFound) {
		return nil // withdrawn or replaced meanwhile
	}
	if err != nil {
		return err
	}
	p, err := c.Store.StaffByID(ctx, i.StaffID)
	if err != nil {
		return err
	}
	l, what := i.Lang, "mail.invited"
	text := l.T(what+".text", i.By, l.T("choice.role."+string(p.Role)))
	if !p.LastSeenAt.IsZero() {
		what = "mail.renew"
		text = l.T(what+".text", i.By)
	}
	m, err := c.written(ctx, portal.Mail{
		Key: fmt.Sprintf("invited/%d", i.ID), Kind: portal.MailInvited, To: p.Email, Lang: l, Subject: l.T(what + ".subject"), InvitationID: i.ID,
	}, view.Mail{
		Lines:  []string{text, l.T("mail.invited.until", portal.When(l, i.Expires))},
		Action: view.Link{Label: l.T(what + ".do"), URL: c.Home + view.Invitation.In(l, portal.LinkToCome)},
		Foot:   []string{l.T("mail.invited.foot"), l.T("mail.foot")},
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}

// linked is a mail with the one-time link in it, made now: nobody can read it from the outbox, or from a copy of the database.
func (c Config) linked(ctx context.Context, m portal.Mail) (portal.Mail, error) {
	if m.InvitationID == 0 {
		return m, nil
	}
	token, hash := auth.NewLink()
	m.Plain, m.HTML = strings.ReplaceAll(m.Plain, portal.LinkToCome, token), strings.ReplaceAll(m.HTML, portal.LinkToCome, token)
	return m, c.Store.LinkInvitation(ctx, m.InvitationID, hash)
}
