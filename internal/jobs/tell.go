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

// tellReviewers writes to those who may decide on a change that was handed in, unless somebody was faster.
func (c Config) tellReviewers(ctx context.Context, job *river.Job[portal.TellReviewers]) error {
	change, err := c.Store.Change(ctx, job.Args.ChangeID)
	if err != nil || change.State != portal.Submitted || change.Revision != job.Args.Revision {
		return err
	}
	return c.tellDeciders(ctx, change.MayDecide, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		return portal.Mail{
				Key:     fmt.Sprintf("handed_in/%d/%d/%d", change.ID, change.Revision, p.ID),
				Subject: l.T("mail.handed_in.subject", changeName(l, change)),
			}, view.Mail{
				Lines:  []string{l.T("mail.handed_in.text", change.Author, change.Reason)},
				Action: view.Link{Label: l.T("mail.handed_in.do"), URL: c.changeAt(l, change)},
			}
	})
}

// tellDeciders writes to those who may decide on something and want to hear of it.
func (c Config) tellDeciders(
	ctx context.Context, may func(portal.Actor) bool, words func(portal.Staff, i18n.Lang) (portal.Mail, view.Mail),
) error {
	wants := func(p portal.Staff, n portal.Notices) bool {
		return n.HandedIn && may(portal.Actor{ID: p.ID, Role: p.Role})
	}
	mails, err := c.toThoseWho(ctx, wants, func(p portal.Staff, l i18n.Lang) (portal.Mail, view.Mail) {
		m, said := words(p, l)
		m.Kind = portal.MailHandedIn
		return m, said
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, mails...)
}

// toThoseWho writes mails to all members of staff who want it, each in their language.
func (c Config) toThoseWho(
	ctx context.Context, want func(portal.Staff, portal.Notices) bool, words func(portal.Staff, i18n.Lang) (portal.Mail, view.Mail),
) (mails []portal.Mail, err error) {
	people, err := c.Store.Staff(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		notices, err := c.Store.NoticesOf(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		if p.Disabled || !want(p, notices) {
			continue
		}
		m, said := words(p, notices.Lang)
		m.To, m.Lang = p.Email, notices.Lang
		if m, err = c.toStaff(ctx, m, said); err != nil {
			return nil, err
		}
		mails = append(mails, m)
	}
	return mails, nil
}

// changeName is how a change is called: the kind and the name of its record.
func changeName(l i18n.Lang, c portal.Change) string {
	return l.T("kind."+string(c.Kind)) + " " + c.Called(l)
}

func (c Config) changeAt(l i18n.Lang, change portal.Change) string {
	return c.Home + view.Admin(l, "changes", strconv.FormatInt(change.ID, 10))
}

// tellAuthor writes to the author of a change that somebody else decided on.
func (c Config) tellAuthor(ctx context.Context, job *river.Job[portal.TellAuthor]) error {
	change, err := c.Store.Change(ctx, job.Args.ChangeID)
	if err != nil || change.Revision != job.Args.Revision || change.AuthorID == 0 || change.AuthorID == change.ReviewerID {
		return err
	}
	key := "mail.decided." + string(change.State)
	if change.RestID != 0 {
		key = "mail.decided.part"
	}
	if change.Hindsight != "" {
		key = "mail.reviewed." + string(change.Hindsight)
	}
	if !i18n.Has(key) {
		return nil // taken up again meanwhile
	}
	author, wants, err := c.authorWho(ctx, change.AuthorID)
	if err != nil || !wants.Decided {
		return err
	}
	l := wants.Lang
	said := view.Mail{
		Lines:  []string{l.T("mail.decided.text", change.Reviewer)},
		Action: view.Link{Label: l.T("mail.decided.do"), URL: c.changeAt(l, change)},
	}
	if change.RestID != 0 {
		said.Lines = append(said.Lines, l.T("mail.decided.rest"))
		said.Action = view.Link{Label: l.T("mail.decided.open_rest"), URL: c.changeAt(l, portal.Change{ID: change.RestID})}
	}
	if change.Note != "" {
		said.Lines = append(said.Lines, l.T("mail.decided.note", change.Note))
	}
	m, err := c.toStaff(ctx, portal.Mail{
		Key:  fmt.Sprintf("decided/%d/%d", change.ID, change.Revision),
		Kind: portal.MailDecided, To: author.Email, Lang: l, Subject: l.T(key, changeName(l, change)),
	}, said)
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}

// authorWho is the author of something with what they want to hear: nothing where they have left.
func (c Config) authorWho(ctx context.Context, id int64) (author portal.Staff, wants portal.Notices, err error) {
	if author, err = c.Store.StaffByID(ctx, id); err != nil || author.Disabled {
		return author, wants, err
	}
	wants, err = c.Store.NoticesOf(ctx, id)
	return author, wants, err
}

// tellSender writes to the sender of a letter that was answered, where they left an address.
func (c Config) tellSender(ctx context.Context, job *river.Job[portal.TellSender]) error {
	letter, err := c.Store.Letter(ctx, job.Args.LetterID)
	if err != nil || letter.Answer == "" || letter.State == portal.LetterSpam {
		return err
	}
	contact, err := c.Store.Contact(ctx, letter.ID)
	if err != nil || contact.Email == "" {
		return err
	}
	l := letter.Lang
	m, err := c.written(ctx, portal.Mail{
		Key:  fmt.Sprintf("answer/%d/%d", letter.ID, job.Args.Revision),
		Kind: portal.MailAnswer, To: contact.Email, Lang: l, Subject: l.T("mail.answer.subject", letter.Code), LetterID: letter.ID,
	}, view.Mail{
		Lines:  []string{l.T("mail.answer.text"), letter.Answer},
		Action: view.Link{Label: l.T("mail.answer.do"), URL: c.Home + view.ReportSent.In(l, letter.Code)},
		Foot:   []string{l.T("mail.answer.foot"), l.T("mail.foot")},
	})
	if err != nil {
		return err
	}
	return c.Store.AddMails(ctx, m)
}
