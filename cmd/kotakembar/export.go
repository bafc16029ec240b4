package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kotakembar/internal/admin"
	"kotakembar/internal/export"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/web/view"
)

// exportFile writes the whole register to a file, in the format that its name ends with.
func exportFile(ctx context.Context, args []string, w world) error {
	words, err := flags(flag.NewFlagSet("export", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return usageError("name one file to write")
	}
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	ending := filepath.Ext(words[0])
	i := slices.IndexFunc(export.Formats, func(f export.Format) bool { return filepath.Ext(f.FileName) == ending })
	if i < 0 {
		return usageError(fmt.Sprintf("the name must end with one of %s", strings.Join(endings(), ", ")))
	}
	return withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := upToDate(ctx, d); err != nil {
			return err
		}
		st := store.New(d.Pool)
		r := export.Register{Store: st, Blank: admin.Office{Store: st}.Blank, Now: portal.Now}
		if c.baseURL != "" {
			r.Home = c.baseURL + view.Data.In(i18n.ID)
		}
		return writeWhole(words[0], func(to io.Writer) error {
			_, err := r.Write(ctx, to, export.Formats[i].FileName)
			return err
		})
	})
}

func endings() (list []string) {
	for _, f := range export.Formats {
		list = append(list, filepath.Ext(f.FileName))
	}
	return list
}

// writeWhole puts a file in its place when it is whole, so that a half one never takes the place of an earlier one. Nobody but its owner
// can read it.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(part.Name()))
		}
	}()
	err = write(part)
	if err = errors.Join(err, part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}
