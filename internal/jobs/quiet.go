package jobs

import (
	"context"
	"log/slog"
)

// quiet lets through what somebody should look at: the queue tells its numbers every few seconds.
type quiet struct{ slog.Handler }

// Enabled tells whether a line of this level is written.
func (q quiet) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && q.Handler.Enabled(ctx, level)
}

// WithAttrs stays quiet.
func (q quiet) WithAttrs(attrs []slog.Attr) slog.Handler { return quiet{q.Handler.WithAttrs(attrs)} }

// WithGroup stays quiet.
func (q quiet) WithGroup(name string) slog.Handler { return quiet{q.Handler.WithGroup(name)} }
