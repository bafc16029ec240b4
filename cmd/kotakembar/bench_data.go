package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"time"

	"kotakembar/internal/globe"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// benchData fills a database with a made-up world, to measure the program with.
func benchData(ctx context.Context, args []string, w world) error {
	set := flag.NewFlagSet("bench-data", flag.ContinueOnError)
	ties := set.Int("partnerships", 60_000, "")
	seed := set.Uint64("seed", 1, "")
	over := set.Bool("over-records", false, "")
	words, err := flags(set, args)
	if err != nil {
		return err
	}
	if len(words) != 0 || *ties < 1 {
		return usageError("say how many partnerships, one at least")
	}
	return withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := upToDate(ctx, d); err != nil {
			return err
		}
		began := time.Now()
		say := func(what string) { fmt.Fprintf(w.out, "%7.1f s  %s\n", time.Since(began).Seconds(), what) }
		err := globe.Fill(ctx, store.New(d.Pool), globe.Order{Seed: *seed, Day: portal.Now(), Ties: *ties, Over: *over}, say)
		if errors.Is(err, store.ErrHoldsRecords) {
			return fmt.Errorf("%w; nothing takes a made-up world out again. Use an empty database, or say --over-records", err)
		}
		return err
	})
}
