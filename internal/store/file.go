package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// NoteFile remembers what is known of the bytes of a file that is being kept.
func (s *Store) NoteFile(ctx context.Context, f portal.File) error {
	return s.within(ctx, "note file", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx,
			`insert into files as known (hash, media_type, size, width, height, words)
			values (@hash, @type, @size, @width, @height, @words)
			on conflict (hash) do update
			set media_type = excluded.media_type, size = excluded.size, width = excluded.width, height = excluded.height, fault = '',
				words = coalesce(nullif(excluded.words, ''), known.words), kept_at = now(),
				read_at = case when known.words <> '' then known.read_at end, narrowed_at = null`,
			pgx.StrictNamedArgs{
				"hash": f.Hash, "type": f.MediaType, "size": f.Size, "width": f.Width, "height": f.Height, "words": storable(f.Words),
			})
		if err != nil {
			return err
		}
		return unready(ctx, tx, f)
	})
}

// NoteFileOf is NoteFile for a file that somebody of the staff sends.
func (s *Store) NoteFileOf(ctx context.Context, staffID int64, f portal.File) error {
	if err := s.NoteFile(ctx, f); err != nil {
		return err
	}
	_, err := s.pool.Exec(ctx,
		`insert into file_keepers (hash, staff_id)
		values ($1, $2)
		on conflict (hash, staff_id) do update set kept_at = now()`, f.Hash, staffID)
	return err
}

// opened is SQL that tells whether @viewer may open a file: they sent it themselves, or it is in the register or in a change that they
// may see.
const opened = `(exists (select from file_keepers k where k.hash = f.hash and k.staff_id = @viewer)
		or exists (select from documents d where d.hash = f.hash)
		or exists (select from changes where kind = 'document' and after -> 'fields' ->> 'hash' = f.hash and ` + visible + `))`

// FileFor is File for somebody of the staff who may name it: they may open it, or it is in a citizen's letter.
func (s *Store) FileFor(ctx context.Context, staffID int64, hash string) (portal.File, error) {
	return s.fileWhere(ctx, staffID, hash, "("+opened+" or exists (select from letter_files l where l.hash = f.hash))")
}

// FileOpenTo is File for somebody of the staff who may open it. Of a letter's file, only its letter leads to the bytes.
func (s *Store) FileOpenTo(ctx context.Context, staffID int64, hash string) (portal.File, error) {
	return s.fileWhere(ctx, staffID, hash, opened)
}

func (s *Store) fileWhere(ctx context.Context, viewer int64, hash, may string) (portal.File, error) {
	return one(ctx, s.pool, scanFile,
		"select hash, media_type, size, width, height, words\nfrom files f\nwhere hash = @hash\n\tand "+may,
		pgx.StrictNamedArgs{"hash": hash, "viewer": viewer})
}

// File returns what is known of the bytes with the hash; portal.ErrNotFound where such a file was never kept.
func (s *Store) File(ctx context.Context, hash string) (portal.File, error) {
	return one(ctx, s.pool, scanFile, "select hash, media_type, size, width, height, words\nfrom files\nwhere hash = $1", hash)
}

func scanFile(row pgx.CollectableRow) (f portal.File, err error) {
	err = row.Scan(&f.Hash, &f.MediaType, &f.Size, &f.Width, &f.Height, &f.Words)
	return f, err
}
