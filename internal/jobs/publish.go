package jobs

import (
	"context"
	"log/slog"
)

// publishDue publishes the scheduled changes whose time has come. Work is put on the queue for each time, and the clock brings it
// as well, so that none is forgotten while no node runs.
func (c Config) publishDue(ctx context.Context) error {
	published, held, err := c.Store.PublishDue(ctx, c.Now())
	if published+held > 0 {
		slog.InfoContext(ctx, "scheduled changes published", "published", published, "back_to_review", held)
	}
	if err == nil && published > 0 {
		err = c.Store.TidyTasks(ctx, c.Now())
	}
	return err
}
