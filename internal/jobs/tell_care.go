package jobs

import (
	"context"
	"fmt"
	"slices"

	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// tellAssignee writes to the reviewer who was given a change, unless it has gone on meanwhile.
func (c Config) tellAssignee(ctx context.Context, job *river.Job[portal.TellAssignee]) error {
	change, err := c.Store.Change(ctx, job.Args.ChangeID)
	if err != nil || change.State != portal.Submitted || change.AssigneeID != job.Args.AssigneeID {
		return err
	}
	return c.tellStaff(ctx, job.Args.AssigneeID, func(n portal.Notices) (portal.Mail, view.Mail) {
		l := n.Lang
		return portal.Mail{
				Key:  fmt.Sprintf("assigned/%d/%d/%d", change.ID, job.Args.AssigneeID, job.ID),
				Kind: portal.MailAssigned, Lang: l, Subject: l.T("mail.assigned.subject", changeName(l, change)),
			}, view.Mail{
				Lines:  []string{l.T("mail.assigned.text"), l.T("mail.handed_in.text", change.Author, change.Reason)},
				Action: view.Link{Label: l.T("mail.handed_in.do"), URL: c.changeAt(l, change)},
			}
	})
}

// tellReader writes to somebody who was named for a limited change, unless it has gone on or they are no longer named.
func (c Config) tellReader(ctx context.Context, job *river.Job[portal.TellReader]) error {
	change, err := c.Store.Change(ctx, job.Args.ChangeID)
	if err != nil || !change.State.Open() || !slices.Contains(change.Readers, job.Args.ReaderID) {
		return err
	}
	return c.tellStaff(ctx, job.Args.ReaderID, func(n portal.Notices) (portal.Mail, view.Mail) {
		l := n.Lang
		return portal.Mail{
				Key:  fmt.Sprintf("named/%d/%d/%d", change.ID, job.Args.ReaderID, job.ID),
				Kind: portal.MailNamed, Lang: l, Subject: l.T("mail.named.subject", changeName(l, change)),
			}, view.Mail{
				Lines:  []string{l.T("mail.named.text", change.Author)},
				Action: view.Link{Label: l.T("mail.decided.do"), URL: c.changeAt(l, change)},
			}
	})
}

// tellHeir writes to somebody who was given the open changes of a person who has left. What they are called stands behind sign-in.
func (c Config) tellHeir(ctx context.Context, job *river.Job[portal.TellHeir]) error {
	from, err := c.Store.StaffByID(ctx, job.Args.FromID)
	if err != nil {
		return err
	}
	by, err := c.Store.StaffByID(ctx, job.Args.ByID)
	if err != nil {
		return err
	}
	return c.tellStaff(ctx, job.Args.HeirID, func(n portal.Notices) (portal.Mail, view.Mail) {
		l := n.Lang
		return portal.Mail{
				Key:  fmt.Sprintf("heir/%d/%d/%d", job.Args.FromID, job.Args.HeirID, job.ID),
				Kind: portal.MailHeir, Lang: l, Subject: counted(l, "mail.heir.subject", job.Args.Changes),
			}, view.Mail{
				Lines:  []string{l.T("mail.heir.text", by.Name, from.Name)},
				Action: view.Link{Label: l.T("mail.reminder.do"), URL: c.Home + view.Admin(l)},
			}
	})
}

// tellComment writes to those who have to do with a change that somebody commented on: its author, who looks after it, and whoever
// commented before.
func (c Config) tellComment(ctx context.Context, job *river.Job[portal.TellComment]) error {
	said, err := c.Store.Comment(ctx, job.Args.CommentID)
	if err != nil {
		return err
	}
	change, err := c.Store.Change(ctx, said.ChangeID)
	if err != nil {
		return err
	}
	all, err := c.Store.Comments(ctx, said.ChangeID)
	if err != nil {
		return err
	}
	people := []int64{change.AuthorID, change.AssigneeID}
	for _, earlier := range all {
		people = append(people, earlier.AuthorID)
	}
	slices.Sort(people)
	for _, id := range slices.Compact(people) {
		if id == 0 || id == said.AuthorID || !change.MaySee(portal.Actor{ID: id}) {
			continue
		}
		err := c.tellStaff(ctx, id, func(n portal.Notices) (portal.Mail, view.Mail) {
			l := n.Lang
			return portal.Mail{
					Key:  fmt.Sprintf("comment/%d/%d", said.ID, id),
					Kind: portal.MailComment, Lang: l, Subject: l.T("mail.comment.subject", changeName(l, change)),
				}, view.Mail{
					Lines:  []string{l.T("mail.comment.text", said.Author), said.Words},
					Action: view.Link{Label: l.T("mail.decided.do"), URL: c.changeAt(l, change)},
				}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// tellStaff writes to one person, unless they may no longer sign in or want no mail about changes.
func (c Config) tellStaff(ctx context.Context, id int64, say func(portal.Notices) (portal.Mail, view.Mail)) error {
	person, err := c.Store.StaffByID(ctx, id)
	if err != nil || person.Disabled {
		return err
	}
	wants, err := c.Store.NoticesOf(ctx, id)
	if err != nil || !wants.Decided {
		return err
	}
	m, said := say(wants)
	m.To = person.Email
	if m, err = c.toStaff(ctx, m, said); err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}
