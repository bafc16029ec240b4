package jobs

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// imagesInTurn is how many images are made before other work gets its turn.
const imagesInTurn = 2

// narrowImages makes kept images at the widths of pages, so that no reader waits for that.
func (c Config) narrowImages(ctx context.Context, _ *river.Job[portal.NarrowImages]) error {
	if c.Files == nil {
		return nil
	}
	for range imagesInTurn {
		image, keptAt, err := c.Store.ImageToNarrow(ctx)
		if errors.Is(err, portal.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		err = c.Files.Narrow(ctx, image)
		if unreadable(ctx, err, keptAt) {
			slog.WarnContext(ctx, "an image could not be made ready", "hash", image.Hash, "error", err)
		} else if err != nil {
			return err
		}
		if err := c.Store.NoteNarrowed(ctx, image.Hash, c.Now()); err != nil {
			return err
		}
	}
	return river.JobSnooze(time.Second)
}
