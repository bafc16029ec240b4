package store

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// journey carries several questions to the database together, so that a page waits once for all of them.
type journey struct{ batch pgx.Batch }

// ask takes a question along; into holds the answer once the journey is over.
func ask[T any](j *journey, into *[]T, read pgx.RowToFunc[T], sql string, args ...any) {
	j.batch.Queue(sql, args...).Query(func(rows pgx.Rows) error {
		*into = []T{}
		return eachOf(rows, func(row pgx.CollectableRow) error {
			found, err := read(row)
			*into = append(*into, found)
			return err
		})
	})
}

// askWhere takes along a question for the records of a table; the condition ends in an order given as SQL.
func askWhere[R any](j *journey, into *[]R, t table[R], condition string, args ...any) {
	ask(j, into, t.reading(), "select "+t.names("")+"\nfrom "+t.name+"\nwhere "+condition+"\norder by "+t.order, args...)
}

// travel asks everything that was taken along.
func (j *journey) travel(ctx context.Context, q conn) error {
	return q.SendBatch(ctx, &j.batch).Close()
}
