//go:build unix

package media

import (
	"runtime/debug"
	"syscall"
	"time"
)

// confine bounds what this process may have: memory, time of the processor, and no file to write.
func confine(memory uint64, span time.Duration) error {
	debug.SetMemoryLimit(int64(memory / 2))
	debug.SetMaxStack(int(memory / 8))
	seconds := uint64(span / time.Second)
	for what, most := range map[int]uint64{syscall.RLIMIT_DATA: memory, syscall.RLIMIT_CPU: seconds, syscall.RLIMIT_FSIZE: 0} {
		if err := syscall.Setrlimit(what, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return err
		}
	}
	return nil
}
