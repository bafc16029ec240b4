package main

import (
	"math"
	"runtime/debug"
	"testing"
	"time"
)

func TestProgramMayGrowWithWhatLives(t *testing.T) {
	t.Parallel()
	for live, want := range map[uint64]int64{
		0: leastMemory, 5 << 20: leastMemory, 60 << 20: 128 << 20, 164 << 20: (164 + 164 + 200 + 8) << 20, math.MaxUint64: math.MaxInt64/4*2 + spareMemory,
	} {
		if got := memoryFor(live); got != want {
			t.Errorf("%d bytes live: limit %d, want %d", live, got, want)
		}
	}
}

// It changes a setting of the whole process, so it runs beside no other test.
func TestLimitOfMemoryIsSetUnlessTheSurroundingsSetOne(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	keepLean(t.Context(), settled{"GOMEMLIMIT": "1GiB"}.env)
	if now := debug.SetMemoryLimit(-1); now != before {
		t.Errorf("a limit of the surroundings is overruled by %d", now)
	}
	go keepLean(t.Context(), settled{}.env)
	for begun := time.Now(); debug.SetMemoryLimit(-1) == before; time.Sleep(time.Millisecond) {
		if time.Since(begun) > time.Minute {
			t.Fatal("no limit is set")
		}
	}
}
