package backup

import (
	"context"
	"errors"
	"fmt"
	"io"

	"kotakembar/internal/media"
	"kotakembar/internal/store"
)

// Restore has an empty database filled, and the folder of files, from an archive: all of it, or nothing. Should the connection be lost
// at the very moment at which the database settles, files may stay that nothing names; they do no harm, and the nightly look finds them.
func Restore(ctx context.Context, from io.Reader, fill func(context.Context, func(*store.Load) error) error, files *media.Store, said Progress) (begin Begin, end End, err error) {
	err = fill(ctx, func(l *store.Load) (err error) {
		var fresh []string
		defer func() {
			if err != nil {
				err = errors.Join(err, forget(files, fresh))
			}
		}()
		begin, end, err = read(ctx, from, said, into{
			begin: func(b Begin) error { return l.Prepare(ctx, b.Contents) },
			table: func(t store.TableRows, from io.Reader) (int64, error) { return l.Rows(ctx, t, from) },
			file: func(hash string, from io.Reader) error {
				isFresh, err := files.TakeBack(ctx, hash, from)
				if isFresh {
					fresh = append(fresh, hash)
				}
				return err
			},
		})
		if err != nil {
			return err
		}
		return l.Finish(ctx, begin.Contents)
	})
	return begin, end, err
}

// forget takes away what a restore brought that came to nothing.
func forget(files *media.Store, hashes []string) error {
	for _, hash := range hashes {
		if err := files.Forget(hash); err != nil {
			return fmt.Errorf("take file %s away again: %w", hash, err)
		}
	}
	return nil
}
