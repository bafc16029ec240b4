package jobs

import (
	"context"
	"fmt"

	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// tellMoved writes to the old address of somebody whose address was changed, whatever else they want to hear: who did not ask for it is
// to learn of it there. It does not name the new one, for the old one may be a stranger's.
func (c Config) tellMoved(ctx context.Context, job *river.Job[portal.TellMoved]) error {
	wants, err := c.Store.NoticesOf(ctx, job.Args.StaffID)
	if err != nil {
		return err
	}
	l := wants.Lang
	m, err := c.written(ctx, portal.Mail{
		Key: fmt.Sprintf("moved/%d/%d", job.Args.StaffID, job.ID), Kind: portal.MailMoved, To: job.Args.From, Lang: l, Subject: l.T("mail.moved.subject"),
	}, view.Mail{
		Lines: []string{l.T("mail.moved.text", job.Args.By), l.T("mail.moved.stranger")},
		Foot:  []string{l.T("mail.foot")},
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}
