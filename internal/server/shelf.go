package server

import (
	"context"
	"log/slog"
	"time"

	"kotakembar/internal/admin"
	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// newShelf is where the files of the register lie ready. They name their home only where a setting tells it: the name by which
// somebody happens to ask is not what a file should say for ever.
func (s *Server) newShelf(st *store.Store) *export.Shelf {
	home := ""
	if s.BaseURL != "" {
		home = s.BaseURL + view.Data.In(i18n.ID)
	}
	return export.NewShelf(export.Register{Store: st, Blank: admin.Office{Store: st}.Blank, Home: home, Now: s.Now}, s.Spool)
}

// How long KeepMonths waits before it looks again, after all went well and after something failed.
const (
	monthPause = time.Hour
	monthRetry = time.Minute
)

// KeepMonths makes the snapshot of each month soon after the month begins, until ctx ends. It needs an open server.
func (s *Server) KeepMonths(ctx context.Context) {
	for {
		pause := monthPause
		if err := s.shelf.Load().KeepMonth(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "the snapshot of the month was not made", "error", err, "again_in", monthRetry)
			pause = monthRetry
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// Close stops what goes on behind the answers. It comes after the last of them.
func (s *Server) Close() {
	if shelf := s.shelf.Load(); shelf != nil {
		shelf.Close()
	}
}
