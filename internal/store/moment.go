package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// momentTime is how long a question may run that takes much of the register along.
const momentTime = "2min"

// Moment asks any number of questions about the register as it is at one moment, whatever changes meanwhile. It holds a
// connection until ask returns, so ask writes to a disk and never to a reader who may be slow.
func (s *Store) Moment(ctx context.Context, ask func(at *Store) error) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "set transaction isolation level repeatable read, read only"); err != nil {
			return err
		}
		_, err := tx.Exec(ctx,
			`select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`, momentTime)
		if err != nil {
			return err
		}
		return ask(over(tx))
	})
}

// Edition tells one state of the public register from every other: how many changes have been applied, and when the last one.
type Edition struct {
	Changes int64
	At      time.Time // the zero time while the register is empty
}

// Edition is the state of the public register now.
func (s *Store) Edition(ctx context.Context) (Edition, error) {
	return one(ctx, s.pool, func(row pgx.CollectableRow) (e Edition, err error) {
		var at *time.Time
		if err = row.Scan(&e.Changes, &at); err == nil && at != nil {
			e.At = at.UTC()
		}
		return e, err
	}, "select count(*), max(decided_at)\nfrom changes\nwhere state = 'applied'")
}
