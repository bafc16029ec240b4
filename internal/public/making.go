package public

import (
	"context"
	"sync"
	"time"
)

// makingTime is how long something that pages share may take to be made.
const makingTime = 2 * time.Minute

// making keeps one thing that pages share and that is made of the register as it stands. One goroutine makes it, outside of the request
// that found it missing: whoever asks waits as long as their own page may take, and what takes longer is there for those who come later.
type making[T any] struct {
	within bool // what is made reads what lasts no longer than the request, so that nothing may go on after it
	guard  sync.Mutex
	now    *T
	under  *attempt[T] // nil while nothing is being made
}

type attempt[T any] struct {
	done chan struct{}
	made *T
	err  error
}

// get returns what fits, or makes it; make is told what there was last, nil at first.
func (k *making[T]) get(ctx context.Context, fits func(*T) bool, makeIt func(ctx context.Context, last *T) (*T, error)) (*T, error) {
	for {
		k.guard.Lock()
		if k.now != nil && fits(k.now) {
			defer k.guard.Unlock()
			return k.now, nil
		}
		a, ours := k.under, k.under == nil
		if ours {
			a = &attempt[T]{done: make(chan struct{})}
			k.under = a
		}
		last := k.now
		k.guard.Unlock()
		switch {
		case ours && k.within:
			k.try(ctx, a, last, makeIt)
		case ours:
			go k.try(context.WithoutCancel(ctx), a, last, makeIt)
		}
		select {
		case <-a.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if ours { // it was begun after we asked how the register stands, so it holds all of that
			return a.made, a.err
		}
	}
}

func (k *making[T]) try(ctx context.Context, a *attempt[T], last *T, makeIt func(context.Context, *T) (*T, error)) {
	ctx, cancel := context.WithTimeout(ctx, makingTime)
	defer cancel()
	a.made, a.err = makeIt(ctx, last)
	k.guard.Lock()
	defer k.guard.Unlock()
	if k.under = nil; a.err == nil {
		k.now = a.made
	}
	close(a.done)
}

// counted is what has been made under a key while the index holds, or else is made now and kept unless that fails.
func counted[T any](ix *tieIndex, key string, count func() (T, error)) (T, error) {
	if made, ok := ix.had(key).(T); ok {
		return made, nil
	}
	made, err := count()
	if err == nil {
		ix.once(key, func() any { return made })
	}
	return made, err
}
