package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"kotakembar/internal/backup"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// backupFile writes the whole register to one file while the site goes on.
func backupFile(ctx context.Context, args []string, w world) error {
	path, err := oneFile("backup", args)
	if err != nil {
		return err
	}
	return withFiles(ctx, w, func(ctx context.Context, d database, files *media.Store) error {
		var end backup.End
		write := func(to io.Writer) error {
			dump, err := store.OpenDump(ctx, d.Pool)
			if err != nil {
				return err
			}
			end, err = backup.Write(ctx, to, program(), portal.Now(), dump, files, progress(w))
			return errors.Join(err, dump.Close(ctx))
		}
		if path == "-" {
			err = write(w.out)
		} else {
			err = writeWhole(path, write)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(w.err, "backup: %s\n", told(end))
		return absent(ctx, store.New(d.Pool), end)
	})
}

// absent tells of files that the backup lacks and that the register names still; others were forgotten while it was made.
func absent(ctx context.Context, st *store.Store, end backup.End) error {
	n := 0
	for _, a := range end.Absent {
		named, err := st.StillNamed(ctx, a.Hash)
		if err != nil {
			return err
		}
		if named {
			n++
		}
	}
	if n > 0 {
		return fmt.Errorf("%d files that the register names are missing or changed, and are not in the backup, which is whole but for them; see kotakembar check --files", n)
	}
	return nil
}

// restoreFile fills an empty database and the folder of files.
func restoreFile(ctx context.Context, args []string, w world) error {
	path, err := oneFile("restore", args)
	if err != nil {
		return err
	}
	return withFiles(ctx, w, func(ctx context.Context, d database, files *media.Store) error {
		return reading(path, w, func(from io.Reader) error {
			fill := func(ctx context.Context, do func(*store.Load) error) error { return store.Fill(ctx, d.Pool, do) }
			begin, end, err := backup.Restore(ctx, from, fill, files, progress(w))
			if err != nil {
				return fmt.Errorf("nothing was restored: %w", err)
			}
			fmt.Fprintf(w.err, "restored what %s wrote at %s: %s\n", begin.Program, begin.At.Format(time.RFC3339), told(end))
			return store.MigrateUp(ctx, d.Pool) // so that the search finds what there is
		})
	})
}

// checkBackup reads a backup to its end.
func checkBackup(ctx context.Context, path string, w world) error {
	return reading(path, w, func(from io.Reader) error {
		begin, end, err := backup.Check(ctx, from, progress(w))
		if err != nil {
			return err
		}
		fmt.Fprintf(w.out, "backup: fine, written by %s at %s: %s\n", begin.Program, begin.At.Format(time.RFC3339), told(end))
		return nil
	})
}

func oneFile(name string, args []string) (string, error) {
	words, err := flags(flag.NewFlagSet(name, flag.ContinueOnError), args)
	if err == nil && len(words) != 1 {
		err = usageError("name one file, or - for the standard one")
	}
	if err != nil {
		return "", err
	}
	return words[0], nil
}

// withFiles runs a command on the database and the folder of files.
func withFiles(ctx context.Context, w world, do func(context.Context, database, *media.Store) error) error {
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	files, err := c.openFiles()
	if err != nil {
		return err
	}
	defer files.Close()
	return withDatabase(ctx, w, func(ctx context.Context, d database) error { return do(ctx, d, files) })
}

func reading(path string, w world, do func(io.Reader) error) error {
	if path == "-" {
		return do(w.in)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close())
}

// progress prints how far it is, a line a second at most.
func progress(w world) backup.Progress {
	last := time.Now()
	return func(what string, done int64) {
		if time.Since(last) < time.Second {
			return
		}
		last = time.Now()
		fmt.Fprintf(w.err, "%s: %d\n", what, done)
	}
}

func told(end backup.End) string {
	const mega = 1 << 20
	said := fmt.Sprintf("%d rows of %d tables, %d files of %.1f MiB", end.Rows(), len(end.Tables), end.Files, float64(end.Bytes)/mega)
	if n := len(end.Absent); n > 0 {
		said += fmt.Sprintf("; %d files were not there", n)
	}
	return said
}

// program is how this build calls itself.
func program() string {
	if build, ok := debug.ReadBuildInfo(); ok {
		return "kotakembar " + build.Main.Version
	}
	return "kotakembar"
}
