//go:build !unix

package main

import (
	"context"
	"log/slog"
)

// obeySignals does nothing: this system has no signals of that kind.
func obeySignals(context.Context, *slog.LevelVar, slog.Level) {}
