//go:build unix

package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
)

// obeySignals changes how much a running copy says, until ctx is done: USR1 has it say everything, USR2 what the settings say.
func obeySignals(ctx context.Context, level *slog.LevelVar, usual slog.Level) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGUSR1, syscall.SIGUSR2)
	defer signal.Stop(heard)
	for {
		select {
		case <-ctx.Done():
			return
		case s := <-heard:
			level.Set(usual)
			if s == syscall.SIGUSR1 {
				level.Set(slog.LevelDebug)
			}
			slog.WarnContext(ctx, "another level of the log", "level", level.Level())
		}
	}
}
