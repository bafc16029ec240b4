package store

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"
)

// PartSize is how many bytes of a monthly snapshot lie in one row.
const PartSize = 1 << 20

// Monthly is a file of the register that was made once in a month and never changes.
type Monthly struct {
	Month   string    // 2026-11
	MadeAt  time.Time // UTC
	Edition Edition   // what it holds
	Size    int64     // bytes
	Hash    string    // SHA-256, hex
}

// Monthlies returns all monthly snapshots, newest first.
func (s *Store) Monthlies(ctx context.Context) ([]Monthly, error) {
	return all(ctx, s.pool, scanMonthly, monthlySQL+"order by month desc")
}

// MonthlyOf returns the snapshot of a month.
func (s *Store) MonthlyOf(ctx context.Context, month string) (Monthly, error) {
	return one(ctx, s.pool, scanMonthly, monthlySQL+"where month = $1", month)
}

const monthlySQL = "select month, made_at, changes, changed_at, size, hash\nfrom snapshots\n"

func scanMonthly(row pgx.CollectableRow) (m Monthly, err error) {
	var changed *time.Time
	err = row.Scan(&m.Month, &m.MadeAt, &m.Edition.Changes, &changed, &m.Size, &m.Hash)
	m.MadeAt = m.MadeAt.UTC()
	if changed != nil {
		m.Edition.At = changed.UTC()
	}
	return m, err
}

// KeepMonthly keeps the snapshot of a month with its bytes, unless there is one already: of several nodes that try, the first wins
// and the others change nothing.
func (s *Store) KeepMonthly(ctx context.Context, m Monthly, bytes io.Reader) error {
	return s.within(ctx, "keep snapshot of "+m.Month, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			`insert into snapshots (month, made_at, changes, changed_at, size, hash)
			values (@month, @made_at, @changes, @changed_at, @size, @hash)
			on conflict (month) do nothing`,
			pgx.StrictNamedArgs{
				"month": m.Month, "made_at": m.MadeAt, "changes": m.Edition.Changes, "changed_at": zeronull.Timestamptz(m.Edition.At),
				"size": m.Size, "hash": m.Hash,
			})
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return keepParts(ctx, tx, m.Month, bytes)
	})
}

func keepParts(ctx context.Context, tx pgx.Tx, month string, bytes io.Reader) error {
	part := make([]byte, PartSize)
	for position := 0; ; position++ {
		n, err := io.ReadFull(bytes, part)
		if n > 0 {
			_, err := tx.Exec(ctx, "insert into snapshot_parts (month, position, bytes)\nvalues ($1, $2, $3)", month, position, part[:n])
			if err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// MonthlyPart returns one part of a snapshot's bytes, counted from 0.
func (s *Store) MonthlyPart(ctx context.Context, month string, position int) ([]byte, error) {
	return one(ctx, s.pool, pgx.RowTo[[]byte],
		"select bytes\nfrom snapshot_parts\nwhere month = $1\n\tand position = $2", month, position)
}
