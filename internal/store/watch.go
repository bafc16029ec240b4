package store

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/watch"
)

// Watched has questions that take as long as the limit or longer written to the log, none where it is 0, and spans of all that are asked
// within a request told to the tracer. Both hold the text of questions, in which values are only numbers of arguments, and never values.
func Watched(limit time.Duration, tracer *watch.Tracer) With {
	return func(config *pgxpool.Config) {
		if limit > 0 || tracer != nil {
			config.ConnConfig.Tracer = watcher{limit, tracer}
		}
	}
}

type watcher struct {
	limit  time.Duration
	tracer *watch.Tracer
}

// timed is a question that is under way.
type timed struct {
	what, sql string
	begun     time.Time
	span      *watch.Span
}

type timedKey struct{}

// TraceQueryStart remembers a question.
func (w watcher) TraceQueryStart(ctx context.Context, _ *pgx.Conn, q pgx.TraceQueryStartData) context.Context {
	return w.begin(ctx, "slow question", q.SQL)
}

// TraceQueryEnd looks how long it took.
func (w watcher) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, end pgx.TraceQueryEndData) {
	w.end(ctx, end.Err)
}

// TraceBatchStart remembers questions that go together, by the first of them.
func (w watcher) TraceBatchStart(ctx context.Context, _ *pgx.Conn, b pgx.TraceBatchStartData) context.Context {
	first := ""
	if b.Batch != nil && len(b.Batch.QueuedQueries) > 0 {
		first = b.Batch.QueuedQueries[0].SQL
	}
	return w.begin(ctx, "slow questions, of which this is the first", first)
}

// TraceBatchQuery is of no interest: PostgreSQL answers them as one.
func (w watcher) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}

// TraceBatchEnd looks how long they took.
func (w watcher) TraceBatchEnd(ctx context.Context, _ *pgx.Conn, end pgx.TraceBatchEndData) {
	w.end(ctx, end.Err)
}

func (w watcher) begin(ctx context.Context, what, sql string) context.Context {
	q := timed{what: what, sql: sql, begun: time.Now()}
	if w.tracer != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(sql), " ")
		ctx, q.span = w.tracer.BeginWithin(ctx, watch.Asking, "postgresql "+strings.TrimSpace(first))
		q.span.Say("db.system.name", "postgresql")
		q.span.Say("db.query.text", sql)
	}
	return context.WithValue(ctx, timedKey{}, q)
}

func (w watcher) end(ctx context.Context, err error) {
	q, ok := ctx.Value(timedKey{}).(timed)
	if !ok {
		return
	}
	q.span.End(err)
	if took := time.Since(q.begun); w.limit > 0 && took >= w.limit {
		slog.WarnContext(ctx, q.what, "duration", took, "failed", err != nil, "sql", q.sql)
	}
}
