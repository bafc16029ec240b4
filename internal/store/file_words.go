package store

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// FileToRead returns the hash of a kept PDF whose words have not been looked for, and since when it is kept; portal.ErrNotFound where
// there is none. What citizens sent is read only once staff have made a document of it.
func (s *Store) FileToRead(ctx context.Context) (hash string, keptAt time.Time, err error) {
	err = s.pool.QueryRow(ctx,
		`select hash, kept_at
		from files f
		where media_type = 'application/pdf'
			and read_at is null
			and `+ofStaff+`
		order by kept_at desc
		limit 1`).Scan(&hash, &keptAt)
	if errors.Is(err, pgx.ErrNoRows) {
		err = portal.ErrNotFound
	}
	return hash, keptAt, err
}

// ofStaff holds for a file f that lies in its place and that staff sent, or made a document of.
const ofStaff = `fault in ('', 'orphan')
			and (
				not exists (select from letter_files l where l.hash = f.hash)
				or exists (select from documents d where d.hash = f.hash))`

// NoteWords remembers the words of a file, and has the documents that name it found by them.
func (s *Store) NoteWords(ctx context.Context, hash, words string, at time.Time) error {
	return s.within(ctx, "note words of file", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "update files\nset words = $2, read_at = $3\nwhere hash = $1", hash, storable(words), at)
		if err != nil {
			return err
		}
		table := documents.door()
		of, err := table.where(ctx, tx, "hash = $1", hash)
		if err != nil {
			return err
		}
		for _, d := range of {
			if err := table.relearn(ctx, tx, d); err != nil {
				return err
			}
		}
		if len(of) > 0 { // pages of the search may be kept ready
			_, err = tx.Exec(ctx, "select pg_notify($1, '')", publishedChannel)
		}
		return err
	})
}

// storable is a text without what the database cannot hold.
func storable(words string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(words, "\x00", ""), "")
}

// unready has done what a file that was just kept still needs: the words of a paper looked for, where it may hold some that nobody knows
// yet, and an image made at the widths of pages.
func unready(ctx context.Context, tx pgx.Tx, f portal.File) error {
	switch {
	case f.MediaType == "application/pdf" && f.Words == "":
		return later(ctx, tx, portal.ReadFiles{}, nil)
	case f.Width > 0:
		return later(ctx, tx, portal.NarrowImages{}, nil)
	}
	return nil
}
