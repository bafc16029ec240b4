package jobs

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// fileSpan is how old the last look at a file may be before it is looked at again: less than a day, so that a nightly look misses none.
const fileSpan = 20 * time.Hour

// fileTime is how long files are looked at before other work gets its turn.
const fileTime = time.Minute

// checkFiles looks at kept files, until each was looked at lately.
func (c Config) checkFiles(ctx context.Context, _ *river.Job[portal.CheckFiles]) error {
	if c.Files == nil {
		return nil
	}
	all, err := CheckFiles(ctx, c.Store, c.Files, c.Now(), fileSpan, time.Now().Add(fileTime))
	if err != nil {
		return err
	}
	if !all {
		return river.JobSnooze(time.Second)
	}
	counts, err := c.Store.FileFaults(ctx)
	if n := counts[portal.FileMissing] + counts[portal.FileChanged]; n > 0 {
		slog.WarnContext(ctx, "kept files are missing or not what they were", "files", n)
	}
	return err
}

// CheckFiles compares kept files with their hashes, those that were not looked at within the span, until the deadline; all tells
// whether it came to the end. It also looks for files that nothing names.
func CheckFiles(ctx context.Context, st *store.Store, files *media.Store, now time.Time, span time.Duration, deadline time.Time) (all bool, err error) {
	const part = 100
	for time.Now().Before(deadline) {
		hashes, err := st.FilesToCheck(ctx, now.Add(-span), part)
		if err != nil {
			return false, err
		}
		for _, hash := range hashes {
			fault, err := files.Check(ctx, hash)
			if err != nil {
				return false, err
			}
			if err := st.NoteChecked(ctx, hash, fault, now); err != nil {
				return false, err
			}
		}
		if len(hashes) < part {
			return true, files.Each(ctx, func(hash string, size int64) error { return st.NoteFound(ctx, hash, size, now) })
		}
	}
	return false, nil
}

// settleTime is how long a file of which a note was made may take until it lies in its place.
const settleTime = time.Minute

// filesInTurn is how many files are read before other work gets its turn.
const filesInTurn = 5

// readFiles looks for the words of PDFs, for the search. Of one that no reader can make sense of there are none.
func (c Config) readFiles(ctx context.Context, _ *river.Job[portal.ReadFiles]) error {
	if c.Words == nil {
		return nil
	}
	for range filesInTurn {
		hash, keptAt, err := c.Store.FileToRead(ctx)
		if errors.Is(err, portal.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		words, err := c.Words(ctx, hash)
		if unreadable(ctx, err, keptAt) {
			slog.WarnContext(ctx, "a PDF could not be read", "hash", hash, "error", err)
		} else if err != nil {
			return err
		}
		if err := c.Store.NoteWords(ctx, hash, words, c.Now()); err != nil {
			return err
		}
	}
	return river.JobSnooze(time.Second)
}

// unreadable tells whether there is no use in trying again to read a file: nothing can be made of it, or it is long gone from its place.
func unreadable(ctx context.Context, err error, keptAt time.Time) bool {
	return errors.Is(err, media.ErrUnread) && ctx.Err() == nil || errors.Is(err, portal.ErrNotFound) && time.Since(keptAt) > settleTime
}
