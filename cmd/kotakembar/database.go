package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/localpg"
	"kotakembar/internal/store"
)

// database is a pool of connections, and the private server behind it where this program runs one.
type database struct {
	*pgxpool.Pool
	copies *pgxpool.Pool   // nil for none
	server *localpg.Server // nil where somebody else runs it
}

// serveDatabase opens the database that the settings name, or starts the private one.
func serveDatabase(ctx context.Context, c config, log *slog.Logger) (database, error) {
	if c.databaseURL != "" {
		d, err := openDatabase(c.databaseURL, nil, store.Watched(c.slow, c.tracer))
		if err != nil || c.readURL == "" {
			return d, err
		}
		d.copies, err = store.Open(c.readURL, store.Watched(c.slow, c.tracer))
		return d, err
	}
	server, err := localpg.Start(ctx, localpg.Config{Dir: c.databaseDir(), Bin: c.postgresBin, Log: log})
	switch {
	case errors.Is(err, localpg.ErrInUse):
		return database{}, fmt.Errorf("another copy of the program uses the data folder %s; stop it, or set KOTAKEMBAR_DATA to another folder", c.data)
	case err != nil:
		return database{}, err
	}
	return openDatabase(server.URL(), server, store.Watched(c.slow, c.tracer))
}

// visitDatabase opens the database for a command beside the site: the one that is named, the private one that a running site
// keeps, or else the private one, started for as long as the command takes.
func visitDatabase(ctx context.Context, c config, log *slog.Logger) (database, error) {
	if c.databaseURL == "" {
		url, err := localpg.Running(c.databaseDir())
		if err == nil {
			return openDatabase(url, nil)
		}
		if !errors.Is(err, localpg.ErrNotRunning) {
			return database{}, err
		}
	}
	return serveDatabase(ctx, c, log)
}

func openDatabase(url string, server *localpg.Server, with ...store.With) (database, error) {
	pool, err := store.Open(url, with...)
	if err != nil {
		return database{}, errors.Join(err, database{server: server}.Close())
	}
	return database{Pool: pool, server: server}, nil
}

// Close lets the connections go and stops the private server.
func (d database) Close() error {
	if d.Pool != nil {
		d.Pool.Close()
	}
	if d.copies != nil {
		d.copies.Close()
	}
	if d.server == nil {
		return nil
	}
	return d.server.Stop()
}

// withDatabase runs a command on the database.
func withDatabase(ctx context.Context, w world, do func(context.Context, database) error) error {
	c, err := readConfig(w.env)
	if err != nil {
		return err
	}
	d, err := visitDatabase(ctx, c, c.logger(w))
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, d), d.Close())
}

// upToDate tells what to do where the schema is not the newest.
func upToDate(ctx context.Context, d database) error {
	steps, err := store.Migrations(ctx, d.Pool)
	if err != nil {
		return err
	}
	for _, s := range steps {
		if !s.Applied {
			return errors.New("the database does not have the newest schema yet; run kotakembar migrate up, or start the site once")
		}
	}
	return nil
}
