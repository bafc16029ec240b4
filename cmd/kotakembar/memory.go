package main

import (
	"context"
	"log/slog"
	"math"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	leastMemory = 28 << 20               // up to which the collector lets the program grow, whatever lives
	spareMemory = 8 << 20                // for what is no heap: stacks, tables of the collector
	memoryPause = 200 * time.Millisecond // between two looks at what lives
	wholeStart  = 3 * headStart          // when what begins behind the first answers has begun
	restPause   = 10 * time.Minute       // at most, between two times that unused memory is handed back
)

// memoryFor is up to which size the program may grow before the collector goes to work harder, for so many bytes that live: as much as it
// would take anyway, so that a burst of work is not followed by memory that stands empty.
func memoryFor(live uint64) int64 {
	return max(leastMemory, int64(min(live, math.MaxInt64/4))*2+spareMemory)
}

// keepLean follows what lives on the heap until ctx ends; before the first readers were answered nothing is collected below the limit,
// since nearly all that is made then stays. What the surroundings set is theirs.
func keepLean(ctx context.Context, env func(string) string) {
	if env("GOMEMLIMIT") != "" || env("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	time.AfterFunc(headStart, func() { debug.SetGCPercent(usual) })
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for {
		metrics.Read(live)
		if live[0].Value.Kind() == metrics.KindUint64 {
			debug.SetMemoryLimit(memoryFor(live[0].Value.Uint64()))
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(memoryPause):
		}
	}
}

// handBack gives the system back what the start needed and nothing else does, and from then on, ever more seldom, what a burst of work
// left: memory that stands empty, and the pages of the program's own file, of which those in use come back with their next use.
func handBack(ctx context.Context) {
	for pause := wholeStart; ; pause = min(4*pause, restPause) {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		debug.FreeOSMemory()
		if err := dropFilePages(); err != nil {
			slog.DebugContext(ctx, "the pages of the program's file stay mapped", "error", err)
		}
	}
}
