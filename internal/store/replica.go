package store

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Replica is a copy of the database that follows it. Questions that say so (MayLag) are put to it, and only while it is certain that it
// holds everything that this node has heard to be published: it is told as a Reader is. All others go to the database itself, as do all
// questions while the copy is behind, lost, or nothing is heard.
type Replica struct {
	pool, primary *pgxpool.Pool
	heard         atomic.Uint64 // counts what was published, or may have been
	holds         atomic.Uint64 // up to which of these the copy holds everything
	until         atomic.Int64  // nanoseconds after its birth until which the node is known to hear
	born          time.Time
	look          chan struct{}
}

// NewReplica watches the copy that a pool leads to, of the database that the other one leads to.
func NewReplica(replica, primary *pgxpool.Pool) *Replica {
	r := &Replica{pool: replica, primary: primary, born: time.Now(), look: make(chan struct{}, 1)}
	r.heard.Store(1) // more than it holds
	return r
}

// Store is a store over the database and its copy.
func (r *Replica) Store() *Store { return over(split{r.primary, r}) }

// Open takes what was published before for missed.
func (r *Replica) Open(lease time.Duration) {
	r.Forget()
	r.Renew(lease)
}

// Renew lets the copy be asked for as long as nothing else is heard, and no longer than the lease.
func (r *Replica) Renew(lease time.Duration) { r.until.Store(int64(time.Since(r.born) + lease)) }

// Forget has the copy left alone until it holds what was published now.
func (r *Replica) Forget() {
	r.heard.Add(1)
	select {
	case r.look <- struct{}{}:
	default: // it is about to be looked at
	}
}

// Shut has the copy left alone.
func (r *Replica) Shut() { r.until.Store(0) }

// Ready tells whether the copy may be asked.
func (r *Replica) Ready() bool {
	return r.holds.Load() == r.heard.Load() && int64(time.Since(r.born)) < r.until.Load()
}

// lost has the copy left alone until it was looked at.
func (r *Replica) lost() { r.holds.Store(0) }

// Watch looks after the copy until ctx ends.
func (r *Replica) Watch(ctx context.Context) {
	well := true
	for tick := time.NewTicker(beat); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-r.look:
		}
		err := r.compare(ctx)
		if err != nil {
			r.lost()
		}
		if err != nil && well && ctx.Err() == nil {
			slog.WarnContext(ctx, "the copy of the database for readers is not asked", "error", err)
		}
		well = err == nil
	}
}

// compare waits until the copy holds all that was heard of when it began, and sees otherwise that it answers.
func (r *Replica) compare(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, lease)
	defer cancel()
	heard := r.heard.Load()
	var position string
	if r.holds.Load() == heard {
		_, err := r.pool.Exec(ctx, "-- ping")
		return err
	}
	if err := r.primary.QueryRow(ctx, "select pg_current_wal_insert_lsn()::text").Scan(&position); err != nil {
		return fmt.Errorf("ask how far the database is: %w", err)
	}
	for held := false; !held; {
		err := r.pool.QueryRow(ctx,
			`select $1::pg_lsn <= case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end`,
			position).Scan(&held)
		if err != nil {
			return fmt.Errorf("ask how far the copy is: %w", err)
		}
		if !held {
			const pause = 5 * time.Millisecond
			select {
			case <-ctx.Done():
				return fmt.Errorf("wait for the copy: %w", ctx.Err())
			case <-time.After(pause):
			}
		}
	}
	r.holds.Store(heard)
	return nil
}

// mayLag marks questions that a copy may answer.
type mayLag struct{}

// MayLag says that whoever asks sees what was published, and nothing else: a copy of the database may answer.
func MayLag(ctx context.Context) context.Context { return context.WithValue(ctx, mayLag{}, true) }

// Fresh says that whoever asks also sees what was written without being published, a letter for one: the database itself has to answer.
func Fresh(ctx context.Context) context.Context { return context.WithValue(ctx, mayLag{}, false) }

// split puts questions to the database or to its copy. What writes, and every transaction, belongs to the database.
type split struct {
	*pgxpool.Pool
	replica *Replica
}

// reads is where a question goes.
func (s split) reads(ctx context.Context) *pgxpool.Pool {
	if lags, _ := ctx.Value(mayLag{}).(bool); lags && s.replica.Ready() {
		return s.replica.pool
	}
	return s.Pool
}

// Query asks the database where the copy turns out to be away.
func (s split) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	pool := s.reads(ctx)
	rows, err := pool.Query(ctx, sql, args...)
	if pool != s.Pool && Away(err) && ctx.Err() == nil {
		s.replica.lost()
		return s.Pool.Query(ctx, sql, args...)
	}
	return rows, err
}

// QueryRow asks for one row.
func (s split) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return s.reads(ctx).QueryRow(ctx, sql, args...)
}

// SendBatch asks several questions.
func (s split) SendBatch(ctx context.Context, batch *pgx.Batch) pgx.BatchResults {
	return s.reads(ctx).SendBatch(ctx, batch)
}
