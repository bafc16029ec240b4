// Package chaos breaks what the register stands on, while people write, and compares at the end: whatever they were told is done is
// there, once; no answer takes longer than five seconds; nobody is told of a fault of ours because a database is away; and all of it
// mends itself.
//
// Here belongs what needs the built program as processes of their own, and a PostgreSQL that may be killed. What does not belong here:
// faults that can be made in a quick test, which stand beside the package that must bear them (internal/store/fault_test.go,
// internal/server/away_test.go).
//
// It takes minutes, so that it runs only where KOTAKEMBAR_CHAOS is set: make chaos.
package chaos

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is the built program.
var program string

func TestMain(m *testing.M) {
	if os.Getenv("KOTAKEMBAR_CHAOS") == "" {
		fmt.Println("left out: make chaos")
		return
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "kotakembar-chaos-")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "kotakembar")
	build := exec.Command("go", "build", "-o", program, "kotakembar/cmd/kotakembar")
	if said, err := build.CombinedOutput(); err != nil {
		fmt.Printf("build: %v\n%s", err, said)
		return 1
	}
	return m.Run()
}
