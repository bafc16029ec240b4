package localpg

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// dieWithParent has the system send the signal to the new process when the thread that starts it ends.
func dieWithParent(attr *syscall.SysProcAttr, signal syscall.Signal) { attr.Pdeathsig = signal }

// memoryFree is how many bytes the folder in memory still takes.
func memoryFree() uint64 {
	var room syscall.Statfs_t
	if err := syscall.Statfs(memory, &room); err != nil {
		return 0
	}
	return room.Bavail * uint64(room.Bsize)
}

// isPostmaster tells whether the process is the main process of a server on the cluster. Its other processes write their
// doings over their arguments.
func isPostmaster(pid int, data string) bool {
	line, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline")
	if err != nil {
		return false
	}
	arguments := strings.Split(string(line), "\x00")
	at := slices.Index(arguments, "-D")
	return filepath.Base(arguments[0]) == "postgres" && at > 0 && at+1 < len(arguments) && arguments[at+1] == data
}
