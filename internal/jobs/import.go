package jobs

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// checkTime is how long lines of a file are checked before other work gets its turn.
const checkTime = time.Minute

// checkImport goes on checking the lines of a file, until all are checked or its owner has thrown it away.
func (c Config) checkImport(ctx context.Context, job *river.Job[portal.CheckImport]) error {
	err := c.CheckImport(ctx, job.Args.ImportID, time.Now().Add(checkTime))
	if errors.Is(err, portal.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	im, err := c.Store.Import(ctx, job.Args.ImportID)
	if err == nil && im.State == portal.ImportChecking {
		return river.JobSnooze(time.Second)
	}
	if errors.Is(err, portal.ErrNotFound) {
		return nil
	}
	return err
}
