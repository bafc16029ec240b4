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
	ampleMemory = 64 << 20               // of what lives, beyond which a register is so large that memory is spent to save time
	memoryPause = 200 * time.Millisecond // between two looks at what lives
	wholeStart  = 3 * headStart          // when what begins behind the first answers has begun
	restPause   = 10 * time.Minute       // at most, between two times that unused memory is handed back
)

// garbageFor is how many bytes of garbage may gather beside so many that live: as many, and of a very large register three times as many,
// since looking through what lives then takes so long that readers would wait for it again and again.
func garbageFor(live uint64) uint64 {
	if live > math.MaxInt64/8 {
		return math.MaxInt64 / 4
	}
	return live + 2*(max(live, ampleMemory)-ampleMemory)
}

// memoryFor is up to which size the program may grow before the collector goes to work harder, for so many bytes that live: as much as it
// would take anyway, so that a burst of work is not followed by memory that stands empty.
func memoryFor(live uint64) int64 {
	return max(leastMemory, int64(min(live, math.MaxInt64/4)+garbageFor(live))+spareMemory)
}

// keepLean follows what lives on the heap until ctx ends; before the first readers were answered nothing is collected below the limit,
// since nearly all that is made then stays. What the surroundings set is theirs.
func keepLean(ctx context.Context, env func(string) string) {
	if env("GOMEMLIMIT") != "" || env("GOGC") != "" {
		return
	}
	begun, percent := time.Now(), -1
	debug.SetGCPercent(percent)
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for {
		metrics.Read(sample)
		if sample[0].Value.Kind() == metrics.KindUint64 {
			live := max(sample[0].Value.Uint64(), 1)
			debug.SetMemoryLimit(memoryFor(live))
			if now := int(100 * garbageFor(live) / live); now != percent && time.Since(begun) >= headStart {
				percent = now
				debug.SetGCPercent(percent)
			}
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
