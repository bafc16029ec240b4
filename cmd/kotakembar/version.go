package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/debug"
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
