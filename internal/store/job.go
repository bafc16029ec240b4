package store

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"kotakembar/internal/portal"
	"kotakembar/internal/watch"
)

// queue puts work on the queue; it does none itself, and speaks through the transactions that it is given.
var queue = sync.OnceValues(func() (*river.Client[pgx.Tx], error) {
	return river.NewClient(riverpgxv5.New(nil), &river.Config{Logger: slog.New(slog.DiscardHandler)})
})

// later has work done in the background, once the transaction that causes it is committed, and not if it is not.
func later(ctx context.Context, tx pgx.Tx, work river.JobArgs, options *river.InsertOpts) error {
	q, err := queue()
	if err != nil {
		return err
	}
	_, err = q.InsertTx(ctx, tx, work, forRequest(ctx, options))
	return err
}

// forRequest marks work with the request that causes it, so that what is done later is found in the log by its number.
func forRequest(ctx context.Context, options *river.InsertOpts) *river.InsertOpts {
	marks := watch.Marks(ctx)
	if marks == nil {
		return options
	}
	marked := river.InsertOpts{}
	if options != nil {
		marked = *options
	}
	marked.Metadata, _ = json.Marshal(marks) // strings can always be written
	return &marked
}

// unfinished are the states of work that is still to be done.
var unfinished = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
}

// jobState names the states of the queue in the words of portal.
const jobState = `
	case j.state
		when 'running' then 'running'
		when 'retryable' then 'failing'
		when 'completed' then 'done'
		when 'cancelled' then 'dead'
		when 'discarded' then 'dead'
		else 'waiting'
	end`

// JobFilter narrows a list of background work; what is empty narrows nothing.
type JobFilter struct {
	State  portal.JobState
	Number int // of the page, from 1
	Size   int
}

// Jobs returns one page of the background work, what was tried last first.
func (s *Store) Jobs(ctx context.Context, f JobFilter) ([]portal.Job, error) {
	return all(ctx, s.pool, scanJob,
		`select j.id, j.kind, `+jobState+`, j.attempt, j.max_attempts, j.scheduled_at, j.attempted_at, j.finalized_at,
			coalesce(j.errors[array_upper(j.errors, 1)] ->> 'error', '')
		from river_job j
		where @state = ''
			or @state = `+jobState+`
		order by coalesce(j.finalized_at, j.attempted_at, j.scheduled_at) desc, j.id desc
		limit @size
		offset @from`,
		pgx.StrictNamedArgs{"state": string(f.State), "size": f.Size, "from": (f.Number - 1) * f.Size})
}

func scanJob(row pgx.CollectableRow) (j portal.Job, err error) {
	err = row.Scan(&j.ID, &j.What, &j.State, &j.Attempts, &j.Most, &j.Due, (*zeronull.Timestamptz)(&j.Tried),
		(*zeronull.Timestamptz)(&j.Ended), &j.Error)
	return j, err
}

// JobCounts returns how much background work there is in each state.
func (s *Store) JobCounts(ctx context.Context) (map[portal.JobState]int, error) {
	type counted struct {
		State portal.JobState
		N     int
	}
	list, err := all(ctx, s.pool, pgx.RowToStructByPos[counted], "select "+jobState+", count(*)\nfrom river_job j\ngroup by 1")
	counts := make(map[portal.JobState]int, len(list))
	for _, c := range list {
		counts[c.State] = c.N
	}
	return counts, err
}

// RunJobAgain has work that failed done again now. portal.ErrConflict for work that is under way, waits or is done.
func (s *Store) RunJobAgain(ctx context.Context, id int64) error {
	q, err := queue()
	if err != nil {
		return err
	}
	return s.within(ctx, "run job again", func(tx pgx.Tx) error {
		state, err := one(ctx, tx, pgx.RowTo[portal.JobState], "select "+jobState+"\nfrom river_job j\nwhere id = $1\nfor update", id)
		if err != nil {
			return err
		}
		if !(portal.Job{State: state}).MayRunAgain() {
			return portal.ErrConflict
		}
		job, err := q.JobRetryTx(ctx, tx, id)
		if err != nil || job.Kind != (portal.SendMail{}).Kind() {
			return err
		}
		_, err = tx.Exec(ctx, "update mails\nset state = 'waiting'\nwhere id = ($1::jsonb ->> 'MailID')::bigint\n\tand state = 'dead'", job.EncodedArgs)
		return err
	})
}
