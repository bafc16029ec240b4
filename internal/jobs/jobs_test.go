package jobs_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"kotakembar/internal/jobs"
	"kotakembar/internal/portal"
)

func TestWorkOfAKilledNodeIsDoneByAnother(t *testing.T) {
	h := newHouse(t)
	// What a node leaves behind that was killed an hour ago in the middle of its work.
	h.exec(`insert into river_job (kind, args, state, attempt, max_attempts, attempted_at, attempted_by, created_at, scheduled_at)
		values ('tidy', '{}', 'running', 1, 5, now() - interval '1 hour', '{killed}', now() - interval '1 hour', now() - interval '1 hour')`)
	h.node(nil)
	h.until("the work is done by another node", `
		select exists (select from river_job where state = 'completed' and 'killed' = any(attempted_by) and cardinality(attempted_by) = 2)`)
}

func TestOfManyNodesOneDoesWhatTheClockBrings(t *testing.T) {
	h := newHouse(t)
	for range 3 {
		h.node(nil)
	}
	h.until("the hourly work is done", "select exists (select from river_job where kind = 'tidy' and state = 'completed')")
	if h.yes("select count(*) > 1 from river_job where kind = 'tidy'") {
		t.Error("several nodes brought the same work")
	}
}

func TestWorkThatFailsIsTriedAgainAndThenDone(t *testing.T) {
	h := newHouse(t)
	file := portal.File{Hash: "00000000000000000000000000000000000000000000000000000000000000aa", MediaType: "application/pdf", Size: 1}
	if err := h.NoteLetterFile(t.Context(), file, today.AddDate(0, 0, -2)); err != nil {
		t.Fatal(err)
	}
	var tries atomic.Int64
	h.node(func(c *jobs.Config) {
		c.Forget = func(string) error {
			if tries.Add(1) == 1 {
				return errors.New("the disk is away")
			}
			return nil
		}
	})
	h.until("the second try succeeds", "select exists (select from river_job where state = 'completed' and attempt = 2 and errors[1] ->> 'error' like '%the disk is away')")
	if h.yes("select exists (select from letter_files)") {
		t.Error("the file is still noted")
	}
}

func TestNodeThatStopsLetsItsWorkComeToItsEnd(t *testing.T) {
	h := newHouse(t)
	if err := h.NoteLetterFile(t.Context(), portal.File{
		Hash: "00000000000000000000000000000000000000000000000000000000000000bb", MediaType: "application/pdf", Size: 1,
	}, today.AddDate(0, 0, -2)); err != nil {
		t.Fatal(err)
	}
	begun, goOn := make(chan bool), make(chan bool)
	crew := h.node(func(c *jobs.Config) {
		c.Forget = func(string) error {
			close(begun)
			<-goOn
			return nil
		}
	})
	<-begun
	stopped := make(chan error)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		stopped <- crew.Stop(ctx)
	}()
	close(goOn)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
	if !h.yes("select exists (select from river_job where kind = 'tidy' and state = 'completed') and not exists (select from letter_files)") {
		t.Error("the work was cut off")
	}
}
