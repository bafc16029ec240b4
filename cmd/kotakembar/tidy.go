package main

import (
	"context"
	"log/slog"
	"time"

	"kotakembar/internal/store"
)

// tidyEvery is how often a node looks whether there is something to forget. Of several nodes one does it.
const tidyEvery = time.Hour

// tidyHourly forgets what is kept for a time only, again and again until ctx is done.
func (n node) tidyHourly(ctx context.Context, st *store.Store) {
	hours := time.NewTicker(tidyEvery)
	defer hours.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-hours.C:
			n.tidy(ctx, st)
		}
	}
}

// tidy forgets what is kept for a time only and whose time has passed. What fails is tried again with the next round.
func (n node) tidy(ctx context.Context, st *store.Store) {
	done, err := st.TidyLetters(ctx, time.Now(), n.contactDays, n.files.Forget)
	switch {
	case err != nil && ctx.Err() == nil:
		slog.WarnContext(ctx, "what is kept of letters could not be tidied", "error", err, "again_in", tidyEvery)
	case err == nil && done != store.Tidied{}:
		slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
	}
}
