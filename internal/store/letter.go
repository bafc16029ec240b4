package store

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"kotakembar/internal/portal"
)

// letterSQL selects letters, each with what is known of its file.
const letterSQL = `
	select l.id, l.revision, l.code, l.form_key, l.lang, l.kind, l.about_kind, coalesce(l.about_id, 0), l.field, l.page, l.title, l.words,
		l.proof, coalesce(f.hash, ''), coalesce(f.media_type, ''), coalesce(f.size, 0), l.file_name, l.state, l.answer, l.answered_at,
		coalesce(l.keeper_id, 0), l.keeper, l.received_at, l.closed_at
	from letters l
	left join letter_files f on f.hash = l.file_hash`

func scanLetter(row pgx.CollectableRow) (l portal.Letter, err error) {
	err = row.Scan(&l.ID, &l.Revision, &l.Code, &l.Key, &l.Lang, &l.Kind, &l.AboutKind, &l.AboutID, &l.Field, &l.Page, &l.Title, &l.Words,
		&l.Proof, &l.File.Hash, &l.File.MediaType, &l.File.Size, &l.File.Name, &l.State, &l.Answer, (*zeronull.Timestamptz)(&l.AnsweredAt),
		&l.KeeperID, &l.Keeper, &l.ReceivedAt, (*zeronull.Timestamptz)(&l.ClosedAt))
	return l, err
}

// Letter returns one letter.
func (s *Store) Letter(ctx context.Context, id int64) (portal.Letter, error) {
	return one(ctx, s.pool, scanLetter, letterSQL+"\nwhere l.id = $1", id)
}

// LetterByCode returns the letter that a code follows.
func (s *Store) LetterByCode(ctx context.Context, code string) (portal.Letter, error) {
	return one(ctx, s.pool, scanLetter, letterSQL+"\nwhere l.code = $1", code)
}

// LetterEvents returns what happened to a letter, oldest first.
func (s *Store) LetterEvents(ctx context.Context, id int64) ([]portal.LetterEvent, error) {
	return all(ctx, s.pool, pgx.RowToStructByPos[portal.LetterEvent],
		"select at, state, actor\nfrom letter_events\nwhere letter_id = $1\norder by at, ctid", id)
}

// Contact returns how the sender of a letter can be reached; it is empty where nothing is known, or no longer.
func (s *Store) Contact(ctx context.Context, id int64) (portal.Contact, error) {
	c, err := one(ctx, s.pool, pgx.RowToStructByPos[portal.Contact], "select name, email\nfrom letter_contacts\nwhere letter_id = $1", id)
	if errors.Is(err, portal.ErrNotFound) {
		return c, nil
	}
	return c, err
}

// AddLetter takes a letter in and gives it its number and code. A second call with the same form key and content changes nothing
// and returns the letter that the first one made; with other content it is a letter of its own.
func (s *Store) AddLetter(ctx context.Context, l *portal.Letter, c portal.Contact) error {
	if err := joinedProblems(l.Check(), c.Check()); err != nil {
		return err
	}
	l.State, l.Revision = portal.LetterReceived, 1
	return s.within(ctx, "take letter in", func(tx pgx.Tx) error {
		done, err := insertLetter(ctx, tx, l)
		if done || err != nil {
			return err
		}
		if err := noteEvent(ctx, tx, *l, "", l.ReceivedAt); err != nil {
			return err
		}
		if err := later(ctx, tx, portal.TellLetter{LetterID: l.ID}, nil); err != nil {
			return err
		}
		if c.Empty() {
			return nil
		}
		_, err = tx.Exec(ctx, "insert into letter_contacts (letter_id, name, email)\nvalues ($1, $2, $3)", l.ID, c.Name, c.Email)
		return err
	})
}

// insertLetter adds a letter unless another post of the same form has added it; done tells that it did, and l is that letter.
func insertLetter(ctx context.Context, tx pgx.Tx, l *portal.Letter) (done bool, err error) {
	for {
		l.Code = newCode()
		err = tx.QueryRow(ctx,
			`insert into letters (code, form_key, lang, kind, about_kind, about_id, field, page, title, words, proof, file_hash, file_name, received_at)
			values (@code, @key, @lang, @kind, @about_kind, nullif(@about_id, 0), @field, @page, @title, @words, @proof,
				nullif(@hash, ''), @file_name, @received_at)
			on conflict (form_key) do nothing
			returning id`,
			pgx.StrictNamedArgs{
				"code": l.Code, "key": l.Key, "lang": l.Lang, "kind": l.Kind, "about_kind": l.AboutKind, "about_id": l.AboutID, "field": l.Field,
				"page": l.Page, "title": l.Title, "words": l.Words, "proof": l.Proof, "hash": l.File.Hash, "file_name": l.File.Name,
				"received_at": l.ReceivedAt,
			}).Scan(&l.ID)
		if !errors.Is(err, pgx.ErrNoRows) {
			return false, err
		}
		earlier, err := one(ctx, tx, scanLetter, letterSQL+"\nwhere l.form_key = $1", l.Key)
		if err != nil {
			return false, err
		}
		if sameLetter(earlier, *l) {
			*l = earlier
			return true, nil
		}
		l.Key = rand.Text()
	}
}

// sameLetter tells whether two posts of one form say the same.
func sameLetter(a, b portal.Letter) bool {
	return a.Kind == b.Kind && a.AboutKind == b.AboutKind && a.AboutID == b.AboutID && a.Field == b.Field && a.Page == b.Page &&
		a.Title == b.Title && a.Words == b.Words && a.Proof == b.Proof && a.File.Hash == b.File.Hash
}

// joinedProblems is what several checks found, as one error.
func joinedProblems(found ...error) error {
	var all portal.Problems
	for _, err := range found {
		if invalid := portal.AsInvalid(err); invalid != nil {
			all = append(all, invalid.Problems...)
		}
	}
	return all.Err()
}

// newCode draws a code by which a letter is followed.
func newCode() string {
	var drawn strings.Builder
	for range portal.CodeLength {
		n, _ := rand.Int(rand.Reader, big.NewInt(int64(len(portal.CodeLetters)))) // the reader never fails
		drawn.WriteByte(portal.CodeLetters[n.Int64()])
	}
	code, _ := portal.LetterCode(drawn.String()) // is one
	return code
}

func noteEvent(ctx context.Context, q db, l portal.Letter, actor string, at time.Time) error {
	_, err := q.Exec(ctx, "insert into letter_events (letter_id, at, state, actor)\nvalues ($1, $2, $3, $4)", l.ID, at, l.State, actor)
	return err
}
