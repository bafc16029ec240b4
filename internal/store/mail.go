package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"
	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

const mailSQL = `
	select id, key, kind, address, lang, subject, plain, html, leave, state, tries, error, written_at, sent_at, coalesce(letter_id, 0),
		coalesce(alert_id, 0), coalesce(invitation_id, 0)
	from mails`

func scanMail(row pgx.CollectableRow) (m portal.Mail, err error) {
	err = row.Scan(&m.ID, &m.Key, &m.Kind, &m.To, &m.Lang, &m.Subject, &m.Plain, &m.HTML, &m.Leave, &m.State, &m.Tries, &m.Error,
		&m.WrittenAt, (*zeronull.Timestamptz)(&m.SentAt), &m.LetterID, &m.AlertID, &m.InvitationID)
	return m, err
}

// AddMails puts mails on their way, each once: one whose key was used is on its way already.
func (s *Store) AddMails(ctx context.Context, mails ...portal.Mail) error {
	return s.within(ctx, "add mail", func(tx pgx.Tx) error {
		for _, m := range mails {
			if err := addMail(ctx, tx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

func addMail(ctx context.Context, tx pgx.Tx, m portal.Mail) error {
	added, err := all(ctx, tx, pgx.RowTo[int64],
		`insert into mails (key, kind, address, lang, subject, plain, html, leave, written_at, letter_id, alert_id, invitation_id)
		values (@key, @kind, @to, @lang, @subject, @plain, @html, @leave, @at, nullif(@letter, 0), nullif(@alert, 0), nullif(@invitation, 0))
		on conflict (key) do nothing
		returning id`,
		pgx.StrictNamedArgs{
			"key": m.Key, "kind": m.Kind, "to": m.To, "lang": m.Lang, "subject": m.Subject, "plain": m.Plain, "html": m.HTML,
			"leave": m.Leave, "at": m.WrittenAt, "letter": m.LetterID,
			"alert": m.AlertID, "invitation": m.InvitationID,
		})
	if err != nil || len(added) == 0 {
		return err
	}
	return later(ctx, tx, portal.SendMail{MailID: added[0]}, mailTries())
}

func mailTries() *river.InsertOpts { return &river.InsertOpts{MaxAttempts: portal.MailTries} }

// Mail returns one mail.
func (s *Store) Mail(ctx context.Context, id int64) (portal.Mail, error) {
	return one(ctx, s.pool, scanMail, mailSQL+"\nwhere id = $1", id)
}

// MailFilter narrows a list of mails; what is empty narrows nothing.
type MailFilter struct {
	State  portal.MailState
	Number int // of the page, from 1
	Size   int
}

// Mails returns one page of the mails, newest first.
func (s *Store) Mails(ctx context.Context, f MailFilter) ([]portal.Mail, error) {
	return all(ctx, s.pool, scanMail, mailSQL+"\nwhere @state = ''\n\tor state = @state\norder by id desc\nlimit @size\noffset @from",
		pgx.StrictNamedArgs{"state": string(f.State), "size": f.Size, "from": (f.Number - 1) * f.Size})
}

// MailCounts returns how many mails there are in each state.
func (s *Store) MailCounts(ctx context.Context) (map[portal.MailState]int, error) {
	type counted struct {
		State portal.MailState
		N     int
	}
	list, err := all(ctx, s.pool, pgx.RowToStructByPos[counted], "select state, count(*)\nfrom mails\ngroup by state")
	counts := make(map[portal.MailState]int, len(list))
	for _, c := range list {
		counts[c.State] = c.N
	}
	return counts, err
}

// MailSent notes that a mail was handed to the server. What it said is forgotten, and a citizen's address with it.
func (s *Store) MailSent(ctx context.Context, id int64, at time.Time) error {
	_, err := s.pool.Exec(ctx,
		`update mails
		set state = 'sent', sent_at = $2, tries = tries + 1, error = '', plain = '', html = '', leave = '',
			address = case when letter_id is null and alert_id is null then address else '' end
		where id = $1`, id, at)
	return err
}

// MailFailed notes why a mail was not taken, and whether it is given up.
func (s *Store) MailFailed(ctx context.Context, id int64, why string, final bool) error {
	_, err := s.pool.Exec(ctx,
		`update mails
		set tries = tries + 1, error = $2, state = case when $3 then 'dead' else state end
		where id = $1
			and state = 'waiting'`, id, why, final)
	return err
}

// KeepMail notes that there is no server to take a mail.
func (s *Store) KeepMail(ctx context.Context, id int64) error {
	_, err := s.pool.Exec(ctx, "update mails\nset state = 'kept'\nwhere id = $1\n\tand state = 'waiting'", id)
	return err
}

// SendMailAgain has a mail sent that was kept or given up; portal.ErrConflict for one that is on its way or sent.
func (s *Store) SendMailAgain(ctx context.Context, id int64) error {
	return s.within(ctx, "send mail again", func(tx pgx.Tx) error {
		m, err := one(ctx, tx, scanMail, mailSQL+"\nwhere id = $1\nfor update", id)
		if err != nil {
			return err
		}
		if !m.MaySend() {
			return portal.ErrConflict
		}
		if _, err := tx.Exec(ctx, "update mails\nset state = 'waiting', tries = 0, error = ''\nwhere id = $1", id); err != nil {
			return err
		}
		return later(ctx, tx, portal.SendMail{MailID: id}, mailTries())
	})
}

// TidyMails forgets mails that were written before an instant, and returns how many.
func (s *Store) TidyMails(ctx context.Context, before time.Time) (int64, error) {
	tag, err := s.pool.Exec(ctx, "delete from mails\nwhere written_at < $1", before)
	return tag.RowsAffected(), err
}
