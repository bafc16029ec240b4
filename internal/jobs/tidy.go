package jobs

import (
	"context"
	"log/slog"

	"kotakembar/internal/store"
)

// mailDays is how long mails are kept, sent or not.
const mailDays = 30

// tidy forgets what is kept for a time only and whose time has passed. What fails is tried again.
func (c Config) tidy(ctx context.Context) error {
	done, err := c.Store.TidyLetters(ctx, c.Now(), c.ContactDays, c.Forget)
	if err == nil && done != (store.Tidied{}) {
		slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
	}
	if err != nil {
		return err
	}
	_, err = c.Store.TidyMails(ctx, c.Now().AddDate(0, 0, -mailDays))
	return err
}
