package store

import (
	"context"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// lent is one connection whose transaction is under way, lent to goose: what goose begins and ends is a part of that transaction.
type lent struct{ *stdlib.Conn }

// lend connects.
func lend(ctx context.Context, config *pgx.ConnConfig) (lent, error) {
	conn, err := stdlib.GetConnector(*config, stdlib.OptionAfterConnect(knowValues)).Connect(ctx)
	if err != nil {
		return lent{}, err
	}
	return lent{conn.(*stdlib.Conn)}, nil
}

// Connect and Driver make it the connector of an sql.DB, which never has more than one at a time of goose.
func (l lent) Connect(context.Context) (driver.Conn, error) { return l, nil }
func (l lent) Driver() driver.Driver                        { return stdlib.GetDefaultDriver() }

// Close leaves the connection to who lent it.
func (l lent) Close() error { return nil }

// BeginTx begins a part of the transaction.
func (l lent) BeginTx(ctx context.Context, _ driver.TxOptions) (driver.Tx, error) {
	_, err := l.Conn.Conn().Exec(ctx, "savepoint part")
	return part{l.Conn.Conn()}, err
}

// part is a part of a transaction.
type part struct{ conn *pgx.Conn }

// Commit ends the part.
func (p part) Commit() error { return p.end("release savepoint part") }

// Rollback undoes the part.
func (p part) Rollback() error { return p.end("rollback to savepoint part; release savepoint part") }

func (p part) end(how string) error {
	_, err := p.conn.Exec(context.Background(), how) // database/sql gives none
	return err
}
