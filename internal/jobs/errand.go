package jobs

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// errands does work on many records that somebody asked for, which may take longer than other work.
type errands struct {
	river.WorkerDefaults[portal.RunErrand]
	c Config
}

// Work does the work of one errand to its end; one that is forgotten needs none.
func (w errands) Work(ctx context.Context, job *river.Job[portal.RunErrand]) error {
	err := w.c.Store.RunErrand(ctx, job.Args.ErrandID)
	if errors.Is(err, portal.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return w.c.Store.TidyTasks(ctx, w.c.Now())
}

// Timeout is how long one errand may take: tens of thousands of records on a small machine that has other things to do.
func (errands) Timeout(*river.Job[portal.RunErrand]) time.Duration { return time.Hour }
