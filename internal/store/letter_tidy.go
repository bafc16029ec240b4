package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// How long what came with letters is kept that nobody needs.
const (
	postsKept     = 24 * time.Hour      // how often an address wrote
	abandonedKept = 24 * time.Hour      // a file whose form was never sent whole
	spamFileKept  = 30 * 24 * time.Hour // a file of spam, which may turn out to be none
)

// tidyLock is the number of the lock by which of many nodes one tidies.
const tidyLock = 5_300_053

// Tidied is what a round of tidying took away.
type Tidied struct {
	Contacts int64
	Files    int64
}

// TidyLetters forgets what is kept of letters for a time only, as of an instant: contacts of which the days have passed, files that
// nothing needs, how often addresses wrote. Forget removes the bytes of a file. Of several nodes that tidy at once, one does.
func (s *Store) TidyLetters(ctx context.Context, now time.Time, days int, forget func(hash string) error) (t Tidied, err error) {
	err = s.within(ctx, "tidy letters", func(tx pgx.Tx) error {
		if ours, err := one(ctx, tx, pgx.RowTo[bool], "select pg_try_advisory_xact_lock($1)", tidyLock); err != nil || !ours {
			return err
		}
		if t.Contacts, err = forgetContacts(ctx, tx, now, days); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "delete from letter_posts\nwhere posted_at < $1", now.Add(-postsKept)); err != nil {
			return err
		}
		t.Files, err = forgetFiles(ctx, tx, now, forget)
		return err
	})
	return t, err
}

// forgetContacts is the rule of portal.Letter.ForgetContactAt for all letters at once.
func forgetContacts(ctx context.Context, tx pgx.Tx, now time.Time, days int) (int64, error) {
	letters, err := all(ctx, tx, scanLetter, letterSQL+"\njoin letter_contacts c on c.letter_id = l.id\norder by l.id")
	if err != nil {
		return 0, err
	}
	var due []int64
	for _, l := range letters {
		if !l.ForgetContactAt(days).After(now) {
			due = append(due, l.ID)
		}
	}
	tag, err := tx.Exec(ctx, "delete from letter_contacts\nwhere letter_id = any($1)", due)
	return tag.RowsAffected(), err
}

// ForgetContact forgets how the sender of a letter can be reached, and tells whether anything was known.
func (s *Store) ForgetContact(ctx context.Context, letterID int64) (bool, error) {
	tag, err := s.pool.Exec(ctx, "delete from letter_contacts\nwhere letter_id = $1", letterID)
	return tag.RowsAffected() > 0, err
}

// NoteLetterFile remembers that the bytes of a file are being kept for a letter. Until a letter or a record names it, it is
// abandoned after a day.
func (s *Store) NoteLetterFile(ctx context.Context, f portal.File, at time.Time) error {
	if err := s.NoteFile(ctx, f); err != nil {
		return err
	}
	_, err := s.pool.Exec(ctx,
		`insert into letter_files (hash, media_type, size, kept_at)
		values (@hash, @type, @size, @at)
		on conflict (hash) do update set kept_at = excluded.kept_at`,
		pgx.StrictNamedArgs{"hash": f.Hash, "type": f.MediaType, "size": f.Size, "at": at})
	return err
}

// looseFiles are those that no record, no change that is or may become public, and no letter needs. One that has been sent again
// since its letter came in may be on its way with another letter.
const looseFiles = `
	select hash
	from letter_files f
	where not exists (select from documents d where d.hash = f.hash)
		and not exists (
			select
			from changes c
			where c.kind = 'document'
				and c.state in ('draft', 'submitted', 'returned', 'scheduled', 'applied')
				and c.after -> 'fields' ->> 'hash' = f.hash)
		and not exists (
			select
			from letters l
			where l.file_hash = f.hash
				and (l.state not in ('declined', 'spam') or l.state = 'spam' and l.closed_at > $1))
		and (f.kept_at < $2 or f.kept_at <= (select max(l.received_at) from letters l where l.file_hash = f.hash))
	for update of f`

// forgetFiles removes the loose files. Their rows are locked meanwhile, so that whoever sends the same bytes waits.
func forgetFiles(ctx context.Context, tx pgx.Tx, now time.Time, forget func(hash string) error) (n int64, err error) {
	loose, err := all(ctx, tx, scanText, looseFiles, now.Add(-spamFileKept), now.Add(-abandonedKept))
	if err != nil {
		return 0, err
	}
	for _, hash := range loose {
		if err := forget(hash); err != nil {
			return n, err
		}
		if _, err := tx.Exec(ctx, "delete from letter_files\nwhere hash = $1", hash); err != nil {
			return n, err
		}
		if _, err := tx.Exec(ctx, "delete from files\nwhere hash = $1", hash); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
