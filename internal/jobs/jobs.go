// Package jobs does what need not be done while somebody waits: it sends mail, looks after links, reminds, and forgets.
//
// Work lies in a queue in the database (river) and is put there by the transaction that causes it, or by the clock. Any number of
// nodes take from it; what a killed node had begun is taken up by another, so that all work here may be done twice without harm.
// What does not belong here: SQL, markup, and how a message reaches a mail server.
package jobs

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"kotakembar/internal/link"
	"kotakembar/internal/mail"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/watch"
)

// Config is what the crew must know from outside.
type Config struct {
	Store       *store.Store
	Mail        *mail.Server // nil where there is none: mails are kept
	Home        string       // scheme and host of the site, for addresses in mails
	Solo        bool         // one person may decide on their own changes
	Now         func() time.Time
	ContactDays int                                                    // for which the contact of a letter's sender is kept after the last word
	AuditYears  int                                                    // for which the audit trail is kept; 0 for the usual time
	Forget      func(hash string) error                                // removes the bytes of a file
	Links       *link.Checker                                          // nil where addresses of sources are not asked for
	Files       *media.Store                                           // nil where this node has none
	Words       func(ctx context.Context, hash string) (string, error) // of a kept PDF; nil where this node reads none
	CheckImport func(ctx context.Context, id int64, deadline time.Time) error

	Tracer *watch.Tracer // nil for none

	Pause func(tries int) time.Duration // before work that failed so often is tried again; nil for longer and longer ones
	Poll  time.Duration                 // between looks at the queue where no notification came; 0 for the usual time
}

// Crew works off the queue on one node.
type Crew struct {
	client *river.Client[pgx.Tx]
}

// Limits of the work of one node: it shares a small machine with the pages.
const (
	workers   = 4
	patience  = 2 * time.Minute  // for one piece of work
	lostAfter = 10 * time.Minute // work of a node that was killed is taken up
	pollEvery = 5 * time.Second  // where no notification came
	doneKept  = 3 * 24 * time.Hour
	deadKept  = 30 * 24 * time.Hour

	remindEvery = 4 * time.Hour // it reads the whole register
	linksEvery  = 15 * time.Minute
	readEvery   = 10 * time.Minute

	clockTries = 5 // of work that the clock brings again anyway
)

// Start begins to work off the queue in the database of the pool.
func Start(ctx context.Context, pool *pgxpool.Pool, c Config) (*Crew, error) {
	client, err := river.NewClient(riverpgxv5.New(pool), &river.Config{
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: workers}},
		Workers:                     c.workers(),
		PeriodicJobs:                periodic(),
		JobTimeout:                  patience,
		RescueStuckJobsAfter:        lostAfter,
		FetchPollInterval:           cmp.Or(c.Poll, pollEvery),
		CompletedJobRetentionPeriod: doneKept,
		CancelledJobRetentionPeriod: deadKept,
		DiscardedJobRetentionPeriod: deadKept,
		RetryPolicy:                 c.retries(),
		Middleware:                  []rivertype.Middleware{&marked{tracer: c.Tracer}},
		Logger:                      slog.New(quiet{slog.Default().Handler()}),
	})
	if err != nil {
		return nil, fmt.Errorf("background work: %w", err)
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return nil, fmt.Errorf("background work: %w", err)
	}
	return &Crew{client: client}, nil
}

// pauses are those between the tries of work that fails.
type pauses func(tries int) time.Duration

// NextRetry is when work that failed is tried again.
func (p pauses) NextRetry(job *rivertype.JobRow) time.Time { return time.Now().Add(p(job.Attempt)) }

func (c Config) retries() river.ClientRetryPolicy {
	if c.Pause == nil {
		return &river.DefaultClientRetryPolicy{} // the fourth power of the tries in seconds
	}
	return pauses(c.Pause)
}

// Stop takes no more work and waits for what is under way; when ctx is done, that is called off and left to another node.
func (c *Crew) Stop(ctx context.Context) error {
	if err := c.client.Stop(ctx); err == nil || ctx.Err() == nil {
		return err
	}
	const last = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), last)
	defer cancel()
	return c.client.StopAndCancel(ctx)
}

// workers are all work that is known, each with who does it.
func (c Config) workers() *river.Workers {
	w := river.NewWorkers()
	does(w, func(ctx context.Context, _ *river.Job[portal.Tidy]) error { return c.tidy(ctx) })
	does(w, func(ctx context.Context, _ *river.Job[portal.PublishDue]) error { return c.publishDue(ctx) })
	does(w, c.send)
	does(w, c.tellReviewers)
	does(w, c.tellAuthor)
	does(w, c.tellBatchReviewers)
	does(w, c.tellBatchAuthor)
	does(w, c.tellUrgent)
	does(w, c.tellAssignee)
	does(w, c.tellComment)
	does(w, c.tellReader)
	does(w, c.tellHeir)
	does(w, c.tellLetter)
	does(w, c.tellSender)
	does(w, c.tellInvited)
	does(w, c.tellMoved)
	does(w, c.remind)
	does(w, c.checkImport)
	does(w, c.checkFiles)
	does(w, c.readFiles)
	does(w, c.narrowImages)
	river.AddWorker(w, errands{c: c})
	does(w, c.checkLinks)
	does(w, c.checkLink)
	does(w, c.askToConfirm)
	does(w, c.tellCitizens)
	return w
}

func does[W river.JobArgs](w *river.Workers, do func(context.Context, *river.Job[W]) error) {
	river.AddWorker(w, river.WorkFunc(do))
}

// periodic is the work that the clock brings, to all nodes together once.
func periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{
		every(time.Hour, portal.Tidy{}),
		every(time.Minute, portal.PublishDue{}),
		every(time.Hour, portal.TellCitizens{}),
		every(remindEvery, portal.Remind{}),
		every(linksEvery, portal.CheckLinks{}),
		every(readEvery, portal.ReadFiles{}),
		every(readEvery, portal.NarrowImages{}),
		nightly(portal.CheckFiles{}),
	}
}

// every has work done again and again, and soon after a node has taken the lead. While one of its kind waits, there is no second.
func every(span time.Duration, work river.JobArgs) *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(span), once(work), &river.PeriodicJobOpts{RunOnStart: true})
}

// nightly has work done once a night.
func nightly(work river.JobArgs) *river.PeriodicJob {
	return river.NewPeriodicJob(nights{}, once(work), nil)
}

// nights are the times at which least is asked of a city's site.
type nights struct{}

// Next is the next night after an instant.
func (nights) Next(after time.Time) time.Time {
	const hour, minute = 1, 30
	day := after.In(portal.WIB)
	next := time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, portal.WIB)
	if !next.After(after) {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

// once puts work on the queue unless some of its kind waits.
func once(work river.JobArgs) river.PeriodicJobConstructor {
	unique := river.UniqueOpts{ByState: []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}}
	return func() (river.JobArgs, *river.InsertOpts) {
		return work, &river.InsertOpts{MaxAttempts: clockTries, UniqueOpts: unique}
	}
}
