//go:build !linux

package localpg

import (
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// dieWithParent does nothing: this system has no such signal, so the next start stops what was left behind.
func dieWithParent(*syscall.SysProcAttr, syscall.Signal) {}

// memoryFree is nothing: this system shows no memory as a folder.
func memoryFree() uint64 { return 0 }

// isPostmaster tells whether the process is the main process of a server on the cluster. Its other processes write their
// doings over their arguments.
func isPostmaster(pid int, data string) bool {
	line, err := exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && strings.Contains(string(line), "/postgres -D "+data+" ")
}
