package main

import (
	"context"
	"log/slog"
	"time"

	"kotakembar/internal/store"
)

// tidy forgets what is kept of letters for a time only and whose time has passed, also on a node that does no work in the background;
// later, that work does so every hour.
func (n node) tidy(ctx context.Context, st *store.Store) {
	done, err := st.TidyLetters(ctx, time.Now(), n.contactDays, n.files.Forget)
	switch {
	case err != nil && ctx.Err() == nil:
		slog.WarnContext(ctx, "what is kept of letters could not be tidied", "error", err)
	case err == nil && done != store.Tidied{}:
		slog.InfoContext(ctx, "letters tidied", "contacts", done.Contacts, "files", done.Files)
	}
}
