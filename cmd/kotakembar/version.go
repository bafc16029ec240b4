package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"time"
)

// version says which build this is, from what the Go tool has put into the program.
func version(_ context.Context, args []string, w world) error {
	if _, err := flags(flag.NewFlagSet("version", flag.ContinueOnError), args); err != nil {
		return err
	}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		fmt.Fprintln(w.out, "kotakembar, built without information about itself")
		return nil
	}
	known := map[string]string{}
	for _, s := range build.Settings {
		known[s.Key] = s.Value
	}
	fmt.Fprintf(w.out, "kotakembar %s\n", build.Main.Version)
	if commit := known["vcs.revision"]; commit != "" {
		changed := ""
		if known["vcs.modified"] == "true" {
			changed = ", with changes that are not committed"
		}
		fmt.Fprintf(w.out, "commit %s of %s%s\n", commit, known["vcs.time"], changed)
	}
	fmt.Fprintf(w.out, "%s %s/%s\n", build.GoVersion, known["GOOS"], known["GOARCH"])
	return nil
}

// built is when this program was made: when its commit was, or else when its file was written.
func built() time.Time {
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, s := range build.Settings {
			if at, err := time.Parse(time.RFC3339, s.Value); s.Key == "vcs.time" && err == nil {
				return at
			}
		}
	}
	path, err := os.Executable()
	if err != nil {
		return time.Time{}
	}
	file, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return file.ModTime()
}
