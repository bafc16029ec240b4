package main

import (
	"context"
	"flag"
	"fmt"

	"kotakembar/internal/store"
)

// migrate moves the schema of the database or lists its steps.
func migrate(ctx context.Context, args []string, w world) error {
	words, err := flags(flag.NewFlagSet("migrate", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return usageError("say up, down or status")
	}
	do := map[string]func(context.Context, database) error{
		"up":     func(ctx context.Context, d database) error { return store.MigrateUp(ctx, d.Pool) },
		"down":   func(ctx context.Context, d database) error { return store.MigrateDown(ctx, d.Pool) },
		"status": func(context.Context, database) error { return nil },
	}[words[0]]
	if do == nil {
		return usageError(fmt.Sprintf("it cannot %q; say up, down or status", words[0]))
	}
	return withDatabase(ctx, w, func(ctx context.Context, d database) error {
		if err := do(ctx, d); err != nil {
			return err
		}
		return printSteps(ctx, d, w)
	})
}

func printSteps(ctx context.Context, d database, w world) error {
	steps, err := store.Migrations(ctx, d.Pool)
	if err != nil {
		return err
	}
	for _, s := range steps {
		state := "applied"
		if !s.Applied {
			state = "waiting"
		}
		fmt.Fprintf(w.out, "%s  %s\n", state, s.Name)
	}
	return nil
}
