// Package store keeps the register in PostgreSQL. All SQL of the program stands here.
//
// A table is one list of columns (table.go). Every edit is a change and passes one door (change.go), which writes the live
// row, its evidence and its history in one transaction. Questions are hand-written SQL in functions named by what they return,
// in the file of their record. What does not belong here: HTTP, forms, words for readers.
package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/portal"
)

// Store answers questions about the register and takes changes to it.
type Store struct {
	pool conn

	Cities        Records[portal.City]
	Agreements    Records[portal.Agreement]
	Steps         Records[portal.Step]
	Approvals     Records[portal.Approval]
	Promises      Records[portal.Promise]
	Programs      Records[portal.Program]
	Activities    Records[portal.Activity]
	Outcomes      Records[portal.Outcome]
	Opportunities Records[portal.Opportunity]
	Venues        Records[portal.Venue]
	Mirrors       Records[portal.Mirror]
	Sectors       Records[portal.Sector]
	Sources       Records[portal.Source]
	Documents     Records[portal.Document]
	Limits        Records[portal.Limit]
}

// New returns a store over a pool of connections.
func New(pool *pgxpool.Pool) *Store { return over(pool) }

func over(pool conn) *Store {
	return &Store{
		pool:          pool,
		Cities:        Records[portal.City]{pool, cities},
		Agreements:    Records[portal.Agreement]{pool, agreements},
		Steps:         Records[portal.Step]{pool, steps},
		Approvals:     Records[portal.Approval]{pool, approvals},
		Promises:      Records[portal.Promise]{pool, promises},
		Programs:      Records[portal.Program]{pool, programs},
		Activities:    Records[portal.Activity]{pool, activities},
		Outcomes:      Records[portal.Outcome]{pool, outcomes},
		Opportunities: Records[portal.Opportunity]{pool, opportunities},
		Venues:        Records[portal.Venue]{pool, venues},
		Mirrors:       Records[portal.Mirror]{pool, mirrors},
		Sectors:       Records[portal.Sector]{pool, sectors},
		Sources:       Records[portal.Source]{pool, sources},
		Documents:     Records[portal.Document]{pool, documents},
		Limits:        Records[portal.Limit]{pool, limits},
	}
}

// With changes how the database is spoken with.
type With func(*pgxpool.Config)

// Open prepares a pool for a database address; it does not wait for the database. A statement may run for five seconds.
func Open(url string, with ...With) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, errors.New("the database address cannot be read; see the PostgreSQL manual on connection strings")
	}
	config.ConnConfig.ConnectTimeout = 3 * time.Second
	if config.ConnConfig.RuntimeParams["application_name"] == "" {
		config.ConnConfig.RuntimeParams["application_name"] = "kotakembar"
	}
	config.ConnConfig.RuntimeParams["statement_timeout"] = "5000"
	config.ConnConfig.RuntimeParams["idle_in_transaction_session_timeout"] = "10000"
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	config.AfterConnect = knowValues
	for _, change := range with {
		change(config)
	}
	return pgxpool.NewWithConfig(context.Background(), config)
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.pool.Exec(ctx, "-- ping")
	return err
}

// Away tells whether an error means that the database cannot be reached or did not answer in time.
func Away(err error) bool {
	if err == nil {
		return false
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch {
		case pg.Code == "25006", pg.Code == "40001": // no longer the one that takes writes, or a copy that had to follow rather than answer
			return true
		default:
			return slices.Contains([]string{"08", "53", "57"}, pg.Code[:2]) // connection lost, resources gone, shut down or cancelled
		}
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return true
	}
	_, network := errors.AsType[net.Error](err)
	return network || pgconn.Timeout(err) || pgconn.SafeToRetry(err) ||
		errors.Is(err, context.DeadlineExceeded) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || errors.Is(err, net.ErrClosed)
}

// db is what a question needs: a pool or a transaction.
type db interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

// conn is what a store works on: a pool, or the one transaction of a Moment.
type conn interface {
	db
	Begin(ctx context.Context) (pgx.Tx, error)
	SendBatch(ctx context.Context, batch *pgx.Batch) pgx.BatchResults
}

// all runs a question and reads every row with one function.
func all[T any](ctx context.Context, q db, read pgx.RowToFunc[T], sql string, args ...any) ([]T, error) {
	list := []T{}
	err := each(ctx, q, func(row pgx.CollectableRow) error {
		found, err := read(row)
		list = append(list, found)
		return err
	}, sql, args)
	if err != nil {
		return nil, err
	}
	return list, nil
}

// one runs a question that has exactly one answer; none is portal.ErrNotFound.
func one[T any](ctx context.Context, q db, read pgx.RowToFunc[T], sql string, args ...any) (found T, err error) {
	n := 0
	err = each(ctx, q, func(row pgx.CollectableRow) (err error) {
		n++
		found, err = read(row)
		return err
	}, sql, args)
	switch {
	case err == nil && n == 0:
		return found, portal.ErrNotFound
	case err == nil && n > 1:
		return found, pgx.ErrTooManyRows
	}
	return found, err
}

// each runs a question and hands its rows over one by one. It knows no type, so that it is compiled once and not for each record.
func each(ctx context.Context, q db, take func(pgx.CollectableRow) error, sql string, args []any) error {
	rows, err := q.Query(ctx, sql, args...)
	if err != nil {
		return err
	}
	return eachOf(rows, take)
}

// eachOf hands rows over one by one and closes them.
func eachOf(rows pgx.Rows, take func(pgx.CollectableRow) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// within runs a function in a transaction.
func (s *Store) within(ctx context.Context, what string, do func(tx pgx.Tx) error) error {
	if err := pgx.BeginFunc(ctx, s.pool, do); err != nil {
		return fmt.Errorf("%s: %w", what, violated(err))
	}
	return nil
}
