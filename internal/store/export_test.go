package store

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"kotakembar/internal/portal"
)

// IndexVersion is the version of the index of the search.
const IndexVersion = indexVersion

// Explain returns how the database answers a search for hits of a kind, or of all, and what it reads for that.
func (s *Store) Explain(ctx context.Context, words string, kind portal.Kind) (plan string, err error) {
	q := questionOf(terms(typed(words)), " & ")
	args, sql := q.args(), findAllSQL
	args["partners"], args["typed"], args["most"], args["size"], args["skip"] = false, words, SearchLimit, 10, 0
	if kind != "" {
		args["kind"], sql = kind, findKindSQL
	}
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return "", err
	}
	defer func() { err = joined(err, tx.Rollback(ctx)) }()
	if _, err = tx.Exec(ctx, "set local enable_seqscan = off"); err != nil {
		return "", err
	}
	rows, err := all(ctx, tx, scanText, "explain (analyze, costs off, timing off) "+sql, args)
	for _, line := range rows {
		plan += line + "\n"
	}
	return plan, err
}

// InFew is a deed without first questions.
func (s *Store) InFew(ctx context.Context, do func(tx pgx.Tx) error) error {
	return s.inFew(ctx, "test", &journey{}, do)
}

// Send is what a deed says without waiting.
func Send(ctx context.Context, tx pgx.Tx, sql string) error { return send(ctx, tx, sql) }

// Put puts work on the queue as the site does, and as the queue's library would.
func (s *Store) Put(ctx context.Context, work river.JobArgs) error {
	return s.within(ctx, "test", func(tx pgx.Tx) error {
		if err := later(ctx, tx, work, nil); err != nil {
			return err
		}
		return later(ctx, tx, work, &river.InsertOpts{})
	})
}
