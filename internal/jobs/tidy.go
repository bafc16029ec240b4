package jobs

import (
	"context"
	"log/slog"

	"kotakembar/internal/store"
)

// tidy forgets what is kept for a time only and whose time has passed. What fails is tried again.
func (c Config) tidy(ctx context.Context) error {
	done, err := c.Store.TidyLetters(ctx, c.Now(), c.ContactDays, c.Forget)
	if err == nil && done != (store.Tidied{}) {
		slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
	}
	return err
}
