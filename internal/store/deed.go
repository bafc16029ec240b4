package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/portal"
)

// deed is a transaction of few journeys: its first questions travel with its beginning, statements whose answers nobody waits for travel
// with the next question, and the last of them with its commit.
type deed struct {
	pgx.Tx
	waiting pgx.Batch
}

// lender is a pool, which lends a connection for as long as a deed takes.
type lender interface {
	Acquire(ctx context.Context) (*pgxpool.Conn, error)
}

// inFew runs a function in a deed, once its first questions are answered. A store at one moment does no deeds.
func (s *Store) inFew(ctx context.Context, what string, first *journey, do func(tx pgx.Tx) error) error {
	pool, ok := s.pool.(lender)
	if !ok {
		return fmt.Errorf("%s: %w", what, errors.ErrUnsupported)
	}
	conn, err := pool.Acquire(ctx)
	if err == nil {
		defer conn.Release()
		err = begin(ctx, conn, first, do)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, violated(err))
	}
	return nil
}

func begin(ctx context.Context, conn *pgxpool.Conn, first *journey, do func(tx pgx.Tx) error) error {
	var batch pgx.Batch
	batch.BeginTx(pgx.TxOptions{})
	batch.QueuedQueries = append(batch.QueuedQueries, first.batch.QueuedQueries...)
	answers := conn.SendBatch(ctx, &batch)
	d := &deed{Tx: answers.Tx()}
	err := answers.Close()
	if err == nil {
		err = do(d)
	}
	if err == nil {
		err = d.Commit(ctx)
	}
	if err != nil {
		_ = d.Rollback(ctx) // where that fails, the connection goes, and with it what it was about to do
	}
	return err
}

// send has a statement done whose answer nobody waits for: in a deed with its next question, elsewhere at once.
func send(ctx context.Context, q db, sql string, args ...any) error {
	if d, ok := q.(*deed); ok {
		d.waiting.Queue(sql, args...)
		return nil
	}
	_, err := q.Exec(ctx, sql, args...)
	return err
}

// sendToOne is the same for a statement that has to find a row: portal.ErrConflict where it does not. A deed that commits without a
// further question has locked the row before.
func sendToOne(ctx context.Context, q db, sql string, args ...any) error {
	found := func(tag pgconn.CommandTag) error {
		if tag.RowsAffected() == 0 {
			return portal.ErrConflict
		}
		return nil
	}
	if d, ok := q.(*deed); ok {
		d.waiting.Queue(sql, args...).Exec(found)
		return nil
	}
	tag, err := q.Exec(ctx, sql, args...)
	if err != nil {
		return err
	}
	return found(tag)
}

// SendBatch asks questions; what waits travels ahead of them. Their answers are for functions of the batch, not to be read from it.
func (d *deed) SendBatch(ctx context.Context, batch *pgx.Batch) pgx.BatchResults {
	whole := d.waiting
	d.waiting = pgx.Batch{}
	whole.QueuedQueries = append(whole.QueuedQueries, batch.QueuedQueries...)
	return d.Tx.SendBatch(ctx, &whole)
}

// ask has what waits done before a question of another kind.
func (d *deed) ask(ctx context.Context) error {
	if d.waiting.Len() == 0 {
		return nil
	}
	return d.SendBatch(ctx, &pgx.Batch{}).Close()
}

func (d *deed) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	if err := d.ask(ctx); err != nil {
		return pgconn.CommandTag{}, err
	}
	return d.Tx.Exec(ctx, sql, args...)
}

func (d *deed) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	if err := d.ask(ctx); err != nil {
		return nil, err
	}
	return d.Tx.Query(ctx, sql, args...)
}

func (d *deed) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	if err := d.ask(ctx); err != nil {
		return noRow{err}
	}
	return d.Tx.QueryRow(ctx, sql, args...)
}

// noRow is the answer to a question that could not be asked.
type noRow struct{ err error }

func (n noRow) Scan(...any) error { return n.err }

func (d *deed) Begin(ctx context.Context) (pgx.Tx, error) {
	if err := d.ask(ctx); err != nil {
		return nil, err
	}
	return d.Tx.Begin(ctx)
}

// Commit ends the deed, in one journey with what waits.
func (d *deed) Commit(ctx context.Context) error {
	var end pgx.Batch
	end.Queue("commit").Exec(func(tag pgconn.CommandTag) error {
		if tag.String() == "ROLLBACK" {
			return pgx.ErrTxCommitRollback
		}
		return nil
	})
	return d.SendBatch(ctx, &end).Close()
}
