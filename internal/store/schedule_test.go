package store_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

// edit is an unsaved change of one field of a public city.
func (d desk) edit(slug, field, value string) portal.Change {
	c := d.begin(slug)
	set(&c, field, value)
	return c
}

// soon is when what these tests schedule is to be published.
func soon() time.Time { return time.Now().Add(time.Hour).Truncate(time.Minute) }

func TestScheduledChangeIsPublishedOnceAtItsTimeByAnyNumberOfNodes(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	at := soon()
	c := d.save(d.editor, d.edit("braunschweig", "region", "satu"))
	c = d.decide(d.boss, c, store.Verdict{State: portal.Scheduled, At: at})
	if published, held, err := d.PublishDue(t.Context(), at.Add(-time.Second)); published+held != 0 || err != nil {
		t.Fatalf("before its time: %d and %d, %v", published, held, err)
	}
	if _, version, err := d.Live(t.Context(), c.Kind, c.RecordID); version != c.BaseVersion || err != nil {
		t.Fatalf("the record has version %d before its time, %v", version, err)
	}
	var nodes sync.WaitGroup
	total := make(chan int, 10)
	for range 10 {
		nodes.Go(func() {
			published, held, err := d.PublishDue(t.Context(), at)
			if held != 0 || err != nil {
				t.Errorf("held %d, %v", held, err)
			}
			total <- published
		})
	}
	nodes.Wait()
	close(total)
	sum := 0
	for n := range total {
		sum += n
	}
	_, version, err := d.Live(t.Context(), c.Kind, c.RecordID)
	if sum != 1 || version != c.BaseVersion+1 || err != nil {
		t.Errorf("published %d times, version %d, %v", sum, version, err)
	}
	done, err := d.Change(t.Context(), c.ID)
	if err != nil || done.State != portal.Applied || done.ReviewerID != d.boss.ID || !done.PublishAt.Equal(at) {
		t.Errorf("the change is %s by %d for %s, %v", done.State, done.ReviewerID, done.PublishAt, err)
	}
}

func TestScheduledChangeThatNoLongerFitsGoesBackToReviewAndSaysWhy(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	at := soon()
	c := d.decide(d.boss, d.save(d.editor, d.edit("braunschweig", "region", "satu")), store.Verdict{State: portal.Scheduled, At: at})
	d.decide(d.boss, d.save(d.editor, d.edit("braunschweig", "name_en", "Brunswick")), store.Verdict{State: portal.Applied})
	fits := d.decide(d.boss, d.save(d.editor, d.edit("suwon", "region", "dua")), store.Verdict{State: portal.Scheduled, At: at})
	if published, held, err := d.PublishDue(t.Context(), at); published != 1 || held != 1 || err != nil {
		t.Errorf("published %d, held %d, %v", published, held, err)
	}
	back, err := d.Change(t.Context(), c.ID)
	if err != nil || back.State != portal.Submitted || back.Held != portal.HeldMovedOn || back.ReviewerID != 0 || !back.PublishAt.IsZero() {
		t.Errorf("it is %s, held %q, %v", back.State, back.Held, err)
	}
	if other, err := d.Change(t.Context(), fits.ID); err != nil || other.State != portal.Applied {
		t.Errorf("the other one is %s, %v", other.State, err)
	}
}

func TestScheduleIsTakenOffAndNothingIsPublished(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	at := soon()
	c := d.save(d.editor, d.edit("braunschweig", "region", "satu"))
	for _, wrong := range []time.Time{{}, time.Now().Add(-time.Hour), time.Now().AddDate(2, 0, 0)} {
		if _, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Scheduled, At: wrong}); portal.AsInvalid(err) == nil {
			t.Errorf("scheduled for %s: %v", wrong, err)
		}
	}
	c = d.decide(d.boss, c, store.Verdict{State: portal.Scheduled, At: at})
	if _, err := d.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied}); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("decided twice: %v", err)
	}
	if err := d.Unschedule(t.Context(), portal.Actor{ID: d.boss.ID + 99, Role: portal.Editor}, c.ID); !errors.Is(err, portal.ErrForbidden) {
		t.Errorf("a stranger: %v", err)
	}
	if err := d.Unschedule(t.Context(), d.boss, c.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.Unschedule(t.Context(), d.boss, c.ID); !errors.Is(err, portal.ErrConflict) {
		t.Errorf("twice: %v", err)
	}
	if published, held, err := d.PublishDue(t.Context(), at); published+held != 0 || err != nil {
		t.Errorf("published %d, held %d, %v", published, held, err)
	}
	d.decide(d.boss, c, store.Verdict{State: portal.Applied})
}
