package main

import (
	"context"
	"fmt"
	"time"

	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// checkFiles compares every kept file with its hash, whenever that was done last, and lists what is wrong as the page of staff does.
func checkFiles(ctx context.Context, c config, d database, w world) error {
	files, err := c.openFiles()
	if err != nil {
		return err
	}
	defer files.Close()
	st := store.New(d.Pool)
	const longest = 24 * time.Hour
	if _, err := jobs.CheckFiles(ctx, st, files, time.Now(), 0, time.Now().Add(longest)); err != nil {
		return fmt.Errorf("files: %w", err)
	}
	wrong := 0
	for number, size := 1, 1_000; ; number++ {
		found, err := st.FaultyFiles(ctx, portal.FileSound, number, size)
		if err != nil {
			return err
		}
		for _, f := range found {
			fmt.Fprintf(w.out, "%s  %s  %s\n", f.Fault, f.Hash, f.Title.EN)
		}
		if wrong += len(found); len(found) < size {
			break
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%d files are missing, changed or named by nothing", wrong)
	}
	fmt.Fprintln(w.out, "files: fine")
	return nil
}
