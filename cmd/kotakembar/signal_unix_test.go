//go:build unix

package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"testing"
)

func TestSignalsChangeHowMuchARunningCopySays(t *testing.T) {
	t.Parallel()
	guard := make(chan os.Signal, 1) // signals that come before somebody obeys would end the process
	signal.Notify(guard, syscall.SIGUSR1, syscall.SIGUSR2)
	defer signal.Stop(guard)
	ctx, stop := context.WithCancel(t.Context())
	level := new(slog.LevelVar)
	level.Set(slog.LevelWarn)
	var done sync.WaitGroup
	done.Go(func() { obeySignals(ctx, level, slog.LevelWarn) })
	defer done.Wait()
	defer stop()
	for _, step := range []struct {
		signal syscall.Signal
		want   slog.Level
	}{{syscall.SIGUSR1, slog.LevelDebug}, {syscall.SIGUSR2, slog.LevelWarn}} {
		for level.Level() != step.want {
			if err := syscall.Kill(os.Getpid(), step.signal); err != nil {
				t.Fatal(err)
			}
			runtime.Gosched()
		}
	}
}
