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

// tellBatchReviewers writes to those who may decide on a set of changes that was handed in, one mail for all of it, unless somebody
// was faster.
func (c Config) tellBatchReviewers(ctx context.Context, job *river.Job[portal.TellBatchReviewers]) error {
	b, err := c.Store.Batch(ctx, job.Args.BatchID)
	if err != nil || b.Counts[portal.Submitted] == 0 {
		return err
	}
	return c.tellDeciders(ctx, b.MayDecide, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		return portal.Mail{
				Key:     fmt.Sprintf("batch_handed_in/%d/%d", b.ID, p.ID),
				Subject: l.T("mail.handed_in.subject", l.T("mail.batch.changes", l.Number(int64(b.Counts[portal.Submitted])))),
			}, view.Mail{
				Lines:  []string{l.T("mail.batch.handed_in", b.Author, b.Reason)},
				Action: view.Link{Label: l.T("mail.batch.review"), URL: c.batchAt(l, b)},
			}
	})
}

func (c Config) batchAt(l i18n.Lang, b portal.Batch) string {
	return c.Home + view.Admin(l, "batches", strconv.FormatInt(b.ID, 10))
}

// tellBatchAuthor writes to the author of a set of changes on the last of which somebody else has decided: how much of it was.
func (c Config) tellBatchAuthor(ctx context.Context, job *river.Job[portal.TellBatchAuthor]) error {
	b, err := c.Store.Batch(ctx, job.Args.BatchID)
	if err != nil || b.Counts[portal.Submitted] > 0 || b.AuthorID == job.Args.ReviewerID {
		return err
	}
	author, wants, err := c.authorWho(ctx, b.AuthorID)
	if err != nil || !wants.Decided {
		return err
	}
	reviewer, err := c.Store.StaffByID(ctx, job.Args.ReviewerID)
	if err != nil {
		return err
	}
	l := wants.Lang
	said := view.Mail{
		Lines:  []string{l.T("mail.batch.text", reviewer.Name, b.Reason)},
		Action: view.Link{Label: l.T("mail.batch.open"), URL: c.batchAt(l, b)},
	}
	for _, state := range []portal.State{portal.Applied, portal.Returned, portal.Rejected} {
		if n := b.Counts[state]; n > 0 {
			said.Lines = append(said.Lines, l.T("mail.decided."+string(state), l.Number(int64(n))))
		}
	}
	m, err := c.toStaff(ctx, portal.Mail{
		Key:  fmt.Sprintf("batch_decided/%d/%d", b.ID, job.ID),
		Kind: portal.MailDecided, To: author.Email, Lang: l,
		Subject: l.T("mail.batch.decided", l.T("mail.batch.changes", l.Number(int64(b.Size())))),
	}, said)
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}
