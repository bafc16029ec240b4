package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"kotakembar/migrations"
)

// Migration is one step of the schema and whether the database has taken it.
type Migration struct {
	Name    string
	Applied bool
}

// MigrateUp brings the database to the newest schema, and what readers search in to the records that are there where the schema or
// the program is newer than it. Several nodes may call it at once; they wait for each other.
func MigrateUp(ctx context.Context, pool *pgxpool.Pool) error {
	if upToDate(ctx, pool) {
		return nil
	}
	var before contents
	err := migrate(pool, func(p *goose.Provider) error {
		pending, err := p.HasPending(ctx)
		if err != nil || !pending {
			return err
		}
		if before, err = indexedContents(ctx, patient(pool)); err != nil {
			return err
		}
		_, err = p.Up(ctx)
		return err
	})
	if err != nil {
		return err
	}
	if err := reindex(ctx, patient(pool), before); err != nil {
		return fmt.Errorf("put what can be found in order: %w", err)
	}
	return nil
}

// upToDate tells in two short questions, and over the pool's own connection, whether every step was taken and what readers search in is in
// line with them, as at most starts. Where it cannot tell, it is for the long way to say why.
func upToDate(ctx context.Context, pool *pgxpool.Pool) bool {
	files, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		return false
	}
	var steps []int64
	for _, name := range files {
		step, err := goose.NumericComponent(name)
		if err != nil {
			return false
		}
		steps = append(steps, step)
	}
	taken, err := all(ctx, pool, pgx.RowTo[int64], "select version_id\nfrom goose_db_version\nwhere is_applied\n\tand version_id > 0\norder by version_id")
	if err != nil || !slices.Equal(taken, steps) {
		return false
	}
	mark, known, err := indexMark(ctx, pool)
	return err == nil && mark == known
}

// MigrateDown takes the newest step back.
func MigrateDown(ctx context.Context, pool *pgxpool.Pool) error {
	return migrate(pool, func(p *goose.Provider) error {
		_, err := p.Down(ctx)
		return err
	})
}

// Migrations lists the steps of the schema.
func Migrations(ctx context.Context, pool *pgxpool.Pool) (list []Migration, err error) {
	err = migrate(pool, func(p *goose.Provider) error {
		states, err := p.Status(ctx)
		for _, s := range states {
			list = append(list, Migration{Name: s.Source.Path, Applied: s.State == goose.StateApplied})
		}
		return err
	})
	return list, err
}

func migrate(pool *pgxpool.Pool, do func(*goose.Provider) error) (err error) {
	const pause, tries = 1, 300 // a node waits for another one by asking every second, for five minutes
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(pause, tries))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	db := stdlib.OpenDB(*patient(pool), stdlib.OptionAfterConnect(knowValues))
	defer func(db *sql.DB) { err = joined(err, db.Close()) }(db)
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS,
		goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true), goose.WithSlog(slog.Default()))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := do(provider); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// patient is the pool's way to the database for work that may take longer than a page.
func patient(pool *pgxpool.Pool) *pgx.ConnConfig {
	config := pool.Config().ConnConfig.Copy()
	delete(config.RuntimeParams, "statement_timeout")
	return config
}

func joined(err, other error) error {
	if err == nil {
		return other
	}
	return err
}
