//go:build !unix

package media

import (
	"runtime/debug"
	"time"
)

// confine bounds what the program itself may take; this system has no harder bounds.
func confine(memory uint64, _ time.Duration) error {
	debug.SetMemoryLimit(int64(memory / 2))
	debug.SetMaxStack(int(memory / 8))
	return nil
}
