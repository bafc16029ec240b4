package jobs

import (
	"context"
	"fmt"
	"strconv"

	"github.com/riverqueue/river"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// tellLetter writes to the reviewers who want to hear of letters that a citizen's has come, unless somebody has taken it up already.
// What the letter says stays behind sign-in.
func (c Config) tellLetter(ctx context.Context, job *river.Job[portal.TellLetter]) error {
	letter, err := c.Store.Letter(ctx, job.Args.LetterID)
	if err != nil || letter.State != portal.LetterReceived {
		return err
	}
	wants := func(p portal.Staff, n portal.Notices) bool { return n.Letters && p.Role.Reviews() }
	mails, err := c.toThoseWho(ctx, wants, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		kind := l.T("choice.letter_kind." + string(letter.Kind))
		return portal.Mail{
				Key: fmt.Sprintf("letter/%d/%d", letter.ID, p.ID), Kind: portal.MailLetter, Subject: l.T("mail.letter.subject", kind),
			}, view.Mail{
				Lines:  []string{l.T("mail.letter.text", kind, portal.When(l, letter.ReceivedAt))},
				Action: view.Link{Label: l.T("mail.letter.do"), URL: c.Home + view.Admin(l, "letters", strconv.FormatInt(letter.ID, 10))},
			}
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, mails...)
}
