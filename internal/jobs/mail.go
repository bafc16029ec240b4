package jobs

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/riverqueue/river"

	"kotakembar/internal/i18n"
	"kotakembar/internal/mail"
	"kotakembar/internal/portal"
	"kotakembar/internal/watch"
	"kotakembar/web/view"
)

// send hands a mail to the mail server. Without one it is kept, and one that is refused for good, or too often, is given up.
func (c Config) send(ctx context.Context, job *river.Job[portal.SendMail]) error {
	m, err := c.Store.Mail(ctx, job.Args.MailID)
	if errors.Is(err, portal.ErrNotFound) || err == nil && m.State != portal.MailWaiting {
		return nil // forgotten meanwhile, or done
	}
	if err != nil {
		return err
	}
	if c.Mail == nil {
		return c.Store.KeepMail(ctx, m.ID)
	}
	if m, err = c.linked(ctx, m); err != nil {
		return err
	}
	sending, span := c.Tracer.Begin(ctx, watch.Asking, "smtp send")
	refused := c.Mail.Send(sending, mail.Message{
		ID: fmt.Sprintf("%d.%d", m.ID, m.WrittenAt.Unix()), To: m.To, Lang: string(m.Lang), Subject: m.Subject, Plain: m.Plain, HTML: m.HTML, Leave: m.Leave,
	})
	span.End(refused)
	if refused == nil {
		return c.Store.MailSent(ctx, m.ID, c.Now())
	}
	why, _ := errors.AsType[*mail.Refused](refused)
	final := why != nil && why.Final
	if err := c.Store.MailFailed(ctx, m.ID, refused.Error(), final || job.Attempt >= job.MaxAttempts); err != nil {
		return err
	}
	if final {
		return river.JobCancel(refused)
	}
	return refused
}

// written is a mail to somebody, ready to be put on its way.
func (c Config) written(ctx context.Context, m portal.Mail, said view.Mail) (portal.Mail, error) {
	said.Lang, said.Title = m.Lang, m.Subject
	var html bytes.Buffer
	if err := view.MailView(said).Render(i18n.With(ctx, m.Lang), &html); err != nil {
		return m, err
	}
	m.Plain, m.HTML, m.WrittenAt = said.Plain(), html.String(), c.Now()
	return m, nil
}

// toStaff puts mails to members of staff on their way, whose feet lead to the page on which they choose what they receive.
func (c Config) toStaff(ctx context.Context, m portal.Mail, said view.Mail) (portal.Mail, error) {
	l := m.Lang
	said.Foot = []string{l.T("mail.foot"), l.T("mail.foot_staff")}
	said.Leave = view.Link{Label: l.T("mail.notices"), URL: c.Home + view.Admin(l, "notices")}
	return c.written(ctx, m, said)
}
