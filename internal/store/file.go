package store

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// NoteFile remembers what is known of the bytes of a file that is being kept.
func (s *Store) NoteFile(ctx context.Context, f portal.File) error {
	_, err := s.pool.Exec(ctx,
		`insert into files (hash, media_type, size, width, height, words)
		values (@hash, @type, @size, @width, @height, @words)
		on conflict (hash) do update
		set width = excluded.width, height = excluded.height, words = excluded.words, fault = ''`,
		pgx.StrictNamedArgs{
			"hash": f.Hash, "type": f.MediaType, "size": f.Size, "width": f.Width, "height": f.Height,
			"words": strings.ToValidUTF8(strings.ReplaceAll(f.Words, "\x00", ""), ""),
		})
	return err
}

// File returns what is known of the bytes with the hash; portal.ErrNotFound where such a file was never kept.
func (s *Store) File(ctx context.Context, hash string) (portal.File, error) {
	return one(ctx, s.pool, scanFile, "select hash, media_type, size, width, height, words\nfrom files\nwhere hash = $1", hash)
}

func scanFile(row pgx.CollectableRow) (f portal.File, err error) {
	err = row.Scan(&f.Hash, &f.MediaType, &f.Size, &f.Width, &f.Height, &f.Words)
	return f, err
}
