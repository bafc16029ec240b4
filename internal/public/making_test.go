package public

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func fitsAll(*int) bool { return true }

func TestWhatPagesShareIsMadeOnceHoweverManyAsk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k making[int]
		var times atomic.Int64
		var asking sync.WaitGroup
		for range 20 {
			asking.Go(func() {
				made, err := k.get(t.Context(), fitsAll, func(context.Context, *int) (*int, error) {
					time.Sleep(time.Second)
					return new(int(times.Add(1))), nil
				})
				if err != nil || *made != 1 {
					t.Errorf("made %v, %v", made, err)
				}
			})
		}
		asking.Wait()
		if n := times.Load(); n != 1 {
			t.Errorf("made %d times", n)
		}
	})
}

// A reader whose time is over goes away; what was being made for them is there for the next one.
func TestWhatTakesLongerThanAReaderWaitsIsThereForTheNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k making[int]
		slow := func(ctx context.Context, _ *int) (*int, error) {
			time.Sleep(10 * time.Second)
			return new(7), ctx.Err()
		}
		impatient, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := k.get(impatient, fitsAll, slow); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("an impatient reader is told %v", err)
		}
		made, err := k.get(t.Context(), fitsAll, func(context.Context, *int) (*int, error) { return nil, errors.New("made twice") })
		if err != nil || *made != 7 {
			t.Errorf("the next reader gets %v, %v", made, err)
		}
	})
}

// Who asks after something was written may not be given what was begun before.
func TestWhatWasBegunBeforeAWriteIsNotGivenToWhoAsksAfterIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k making[int]
		var register atomic.Int64
		read := func(context.Context, *int) (*int, error) {
			state := int(register.Load())
			time.Sleep(time.Second)
			return &state, nil
		}
		go func() { _, _ = k.get(t.Context(), fitsAll, read) }()
		synctest.Wait()
		register.Store(1)
		made, err := k.get(t.Context(), func(made *int) bool { return *made == 1 }, read)
		if err != nil || *made != 1 {
			t.Errorf("given %v, %v", *made, err)
		}
	})
}

func TestWhatFailsIsTriedAgainByWhoAsksNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k making[int]
		fault := errors.New("away")
		if _, err := k.get(t.Context(), fitsAll, func(context.Context, *int) (*int, error) { return nil, fault }); !errors.Is(err, fault) {
			t.Errorf("told %v", err)
		}
		if made, err := k.get(t.Context(), fitsAll, func(context.Context, *int) (*int, error) { return new(2), nil }); err != nil || *made != 2 {
			t.Errorf("given %v, %v", made, err)
		}
	})
}

// What is made over a transaction ends with the request that has it.
func TestNothingGoesOnBehindARequestOverItsOwnState(t *testing.T) {
	k := making[int]{within: true}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _ = k.get(ctx, fitsAll, func(ctx context.Context, _ *int) (*int, error) { return nil, ctx.Err() })
	if k.under != nil || k.now != nil {
		t.Error("it goes on")
	}
}
