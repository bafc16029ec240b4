package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"kotakembar/internal/portal"
)

// ImageToNarrow returns a kept image that was not made at the widths of pages, and since when it is kept; portal.ErrNotFound where there is
// none. What citizens sent waits until staff have made a document of it.
func (s *Store) ImageToNarrow(ctx context.Context) (f portal.File, keptAt time.Time, err error) {
	err = s.pool.QueryRow(ctx,
		`select hash, media_type, size, width, height, kept_at
		from files f
		where width > 0
			and narrowed_at is null
			and `+ofStaff+`
		order by kept_at desc
		limit 1`).Scan(&f.Hash, &f.MediaType, &f.Size, &f.Width, &f.Height, &keptAt)
	if errors.Is(err, pgx.ErrNoRows) {
		err = portal.ErrNotFound
	}
	return f, keptAt, err
}

// NoteNarrowed remembers that an image was made at the widths of pages.
func (s *Store) NoteNarrowed(ctx context.Context, hash string, at time.Time) error {
	_, err := s.pool.Exec(ctx, "update files\nset narrowed_at = $2\nwhere hash = $1", hash, at)
	return err
}
