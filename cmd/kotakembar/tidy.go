package main

import (
	"context"
	"log/slog"
	"time"

	"kotakembar/internal/media"
	"kotakembar/internal/store"
)

// tidyEvery is how often a node looks whether there is something to forget. Of several nodes one does it.
const tidyEvery = time.Hour

// tidy forgets, at once and then every hour until ctx is done, what is kept for a time only.
func (n node) tidy(ctx context.Context, st *store.Store, files *media.Store) {
	hours := time.NewTicker(tidyEvery)
	defer hours.Stop()
	for {
		done, err := st.TidyLetters(ctx, time.Now(), n.contactDays, files.Forget)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			slog.WarnContext(ctx, "what is kept of letters could not be tidied; it is tried again", "error", err, "in", tidyEvery)
		case done != store.Tidied{}:
			slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
		}
		select {
		case <-ctx.Done():
			return
		case <-hours.C:
		}
	}
}
