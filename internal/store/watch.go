package store

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Slow has questions that take as long or longer written to the log: their text, in which values are only numbers of arguments, and
// never the values. None are where the limit is 0.
func Slow(limit time.Duration) With {
	return func(config *pgxpool.Config) {
		if limit > 0 {
			config.ConnConfig.Tracer = slow{limit}
		}
	}
}

type slow struct{ limit time.Duration }

// timed is a question that is under way.
type timed struct {
	sql   string
	begun time.Time
}

type askedKey struct{}

// TraceQueryStart remembers a question.
func (s slow) TraceQueryStart(ctx context.Context, _ *pgx.Conn, q pgx.TraceQueryStartData) context.Context {
	return context.WithValue(ctx, askedKey{}, timed{q.SQL, time.Now()})
}

// TraceQueryEnd looks how long it took.
func (s slow) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, end pgx.TraceQueryEndData) {
	s.tell(ctx, "slow question", end.Err)
}

// TraceBatchStart remembers questions that go together, by the first of them.
func (s slow) TraceBatchStart(ctx context.Context, _ *pgx.Conn, b pgx.TraceBatchStartData) context.Context {
	first := ""
	if b.Batch != nil && len(b.Batch.QueuedQueries) > 0 {
		first = b.Batch.QueuedQueries[0].SQL
	}
	return context.WithValue(ctx, askedKey{}, timed{first, time.Now()})
}

// TraceBatchQuery is of no interest: PostgreSQL answers them as one.
func (s slow) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}

// TraceBatchEnd looks how long they took.
func (s slow) TraceBatchEnd(ctx context.Context, _ *pgx.Conn, end pgx.TraceBatchEndData) {
	s.tell(ctx, "slow questions, of which this is the first", end.Err)
}

func (s slow) tell(ctx context.Context, what string, err error) {
	q, ok := ctx.Value(askedKey{}).(timed)
	if !ok {
		return
	}
	if took := time.Since(q.begun); took >= s.limit {
		slog.WarnContext(ctx, what, "duration", took, "failed", err != nil, "sql", q.sql)
	}
}
