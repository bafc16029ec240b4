package store

import (
	"context"
	"encoding/json"
	"log/slog"
	"maps"
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

// later has work done in the background, once the transaction that causes it is committed, and not if it is not. Plain work is put on the
// queue as the queue's own program does, by the columns' own defaults, so that it can travel with other statements.
func later(ctx context.Context, tx pgx.Tx, work river.JobArgs, options *river.InsertOpts) error {
	if options == nil {
		marks := map[string]string{}
		maps.Copy(marks, watch.Marks(ctx))
		return send(ctx, tx,
			`with work as (
				insert into river_job (kind, args, metadata)
				values ($1, $2, $3)
				returning queue
			)
			select pg_notify(current_schema() || '.river_insert', jsonb_build_object('queue', queue)::text)
			from work`, work.Kind(), work, marks)
	}
	q, err := queue()
	if err != nil {
		return err
	}
	_, err = q.InsertTx(ctx, tx, work, forRequest(ctx, *options))
	return err
}

// forRequest marks work with the request that causes it, so that what is done later is found in the log by its number.
func forRequest(ctx context.Context, options river.InsertOpts) *river.InsertOpts {
	marks := watch.Marks(ctx)
	if marks == nil {
		return &options
	}
	marked := options
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

// JobFilter narrows a list of background work; what is empty narrows nothing. Unless one kind of work is asked for, what is done is
// folded into the last run of each kind, since the clock brings some of it every minute.
type JobFilter struct {
	State  portal.JobState
	What   string // its kind
	Number int    // of the page, from 1
	Size   int
}

// jobList is the background work that a filter finds, folded as it says.
const jobList = `
	with found as (
		select j.id, j.kind, ` + jobState + ` as as_state, j.attempt, j.max_attempts, j.scheduled_at, j.attempted_at, j.finalized_at,
			coalesce(j.errors[array_upper(j.errors, 1)] ->> 'error', '') as error,
			coalesce(j.finalized_at, j.attempted_at, j.scheduled_at) as last_at
		from river_job j
		where @what = ''
			or @what = j.kind
	), placed as (
		select id, kind, as_state, attempt, max_attempts, scheduled_at, attempted_at, finalized_at, error, last_at,
			count(*) over of_kind as runs,
			row_number() over (of_kind order by last_at desc, id desc) as place
		from found
		where @state = ''
			or @state = as_state
		window of_kind as (partition by kind, as_state)
	), shown as (
		select id, kind, as_state, attempt, max_attempts, scheduled_at, attempted_at, finalized_at, error, last_at,
			case when as_state = 'done' and @what = '' then runs else 1 end as runs
		from placed
		where as_state <> 'done'
			or @what <> ''
			or place = 1
	)`

// Jobs returns one page of the background work, what was tried last first, and how many lines there are in all.
func (s *Store) Jobs(ctx context.Context, f JobFilter) (jobs []portal.Job, total int, err error) {
	args := pgx.StrictNamedArgs{"state": string(f.State), "what": f.What}
	if err := s.pool.QueryRow(ctx, jobList+"\nselect count(*)\nfrom shown", args).Scan(&total); err != nil {
		return nil, 0, err
	}
	args["size"], args["from"] = f.Size, (f.Number-1)*f.Size
	jobs, err = all(ctx, s.pool, scanJob, jobList+`
		select id, kind, as_state, attempt, max_attempts, scheduled_at, attempted_at, finalized_at, error, runs
		from shown
		order by last_at desc, id desc
		limit @size
		offset @from`, args)
	return jobs, total, err
}

func scanJob(row pgx.CollectableRow) (j portal.Job, err error) {
	err = row.Scan(&j.ID, &j.What, &j.State, &j.Attempts, &j.Most, &j.Due, (*zeronull.Timestamptz)(&j.Tried),
		(*zeronull.Timestamptz)(&j.Ended), &j.Error, &j.Runs)
	return j, err
}

// JobCounts returns how much background work there is in each state, of one kind or, where none is named, of every kind.
func (s *Store) JobCounts(ctx context.Context, what string) (map[portal.JobState]int, error) {
	type counted struct {
		State portal.JobState
		N     int
	}
	list, err := all(ctx, s.pool, pgx.RowToStructByPos[counted],
		"select "+jobState+", count(*)\nfrom river_job j\nwhere $1 = ''\n\tor j.kind = $1\ngroup by 1", what)
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
