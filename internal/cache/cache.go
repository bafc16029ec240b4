// Package cache keeps answers that are the same for every reader: made once, and held as bytes in every encoding.
//
// Here belong the key of an answer, its encodings and tags, how much memory all of them may take, and when they are forgotten. What
// does not belong here: records, pages, and who tells that something has changed.
//
// An answer is never older than what was published: whoever asks after Forget gets one whose making began after it. While nobody can
// tell whether something was published the cache is shut, and every answer is made anew. Whoever tells says each time for how long
// that counts; with their silence the cache shuts by itself.
package cache

import (
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/singleflight"
)

// Life is how long an answer may be given: what a page says of the time of day and of deadlines is no older than this.
const Life = time.Minute

// largest is the size, in bytes without encoding, from which on an answer is not kept.
const largest = 1 << 20

// Pages holds answers. Create it with New; it is shut until Open.
type Pages struct {
	// Key is under what name an answer to the request is kept, empty where it is not. It may look at where the request comes from, at
	// its RequestURI and Host, and at the headers that Ahead reads.
	Key func(*http.Request) string
	// Now is the clock.
	Now func() time.Time

	kept   *otter.Cache[string, *answer]
	making singleflight.Group
	epoch  atomic.Uint64 // moves on whenever all that was made before is forgotten
	hits   atomic.Uint64
	misses atomic.Uint64
	born   time.Time
	until  atomic.Int64 // how long after its birth it is open
}

// New returns a cache of at most so many bytes.
func New(bytes uint64, key func(*http.Request) string, now func() time.Time) *Pages {
	return &Pages{Key: key, Now: now, born: now(), kept: otter.Must(&otter.Options[string, *answer]{
		MaximumWeight: bytes,
		Weigher:       func(key string, a *answer) uint32 { return a.weight(key) },
	})}
}

// Open lets answers be kept from now on, for a time. What was kept before is forgotten: something may have been published meanwhile.
func (p *Pages) Open(lease time.Duration) {
	p.Forget()
	p.Renew(lease)
}

// Renew lets answers be kept for a time from now on, those that were kept before too.
func (p *Pages) Renew(lease time.Duration) { p.until.Store(int64(p.Now().Sub(p.born) + lease)) }

// Shut has every answer made anew.
func (p *Pages) Shut() { p.until.Store(0) }

// open tells whether it is open at an instant. A clock that was set back says nothing.
func (p *Pages) open(now time.Time) bool {
	age := int64(now.Sub(p.born))
	return age >= 0 && age < p.until.Load()
}

// Forget drops all answers, those in the making too.
func (p *Pages) Forget() {
	p.epoch.Add(1)
	p.kept.InvalidateAll()
}

// find is the answer kept for a request, nil where there is none.
func (p *Pages) find(key string, now time.Time) *answer {
	a, ok := p.kept.GetIfPresent(key)
	if !ok || a.epoch != p.epoch.Load() {
		return nil
	}
	if age := now.Sub(a.made); age < 0 || age > Life { // made in the future: the clock was set back
		return nil
	}
	return a
}

// ready is the answer that is kept for a request, nil for none.
func (p *Pages) ready(r *http.Request) *answer {
	now := p.Now()
	if !p.open(now) {
		return nil
	}
	key := p.Key(r)
	if key == "" {
		return nil
	}
	a := p.find(key, now)
	if a != nil {
		p.hits.Add(1)
	}
	return a
}

// Front answers what is kept, and leaves the rest to next. It stands before everything else that looks at a request.
func (p *Pages) Front(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			if a := p.ready(r); a != nil {
				a.serve(w, r)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// Keep has next make each answer once, however many ask for it at the same time, and keeps it. It stands where answers are whole and
// not encoded, behind all guards.
func (p *Pages) Keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := ""
		if p.open(p.Now()) && r.Method == http.MethodGet {
			key = p.Key(r)
		}
		if key == "" {
			next.ServeHTTP(w, r)
			return
		}
		p.misses.Add(1)
		epoch, own := p.epoch.Load(), false
		made, _, _ := p.making.Do(key+" "+strconv.FormatUint(epoch, 10), func() (any, error) { // its errors are answers, too
			own = true
			return p.make(next, r, w.Header(), key, epoch), nil
		})
		switch m := made.(making); {
		case m.kept != nil:
			m.kept.serve(w, r)
		case own:
			m.recorded.replay(w)
		default: // the answer to somebody else
			next.ServeHTTP(w, r)
		}
	})
}

// making is what came of an answer: kept for all, or recorded for the one who asked.
type making struct {
	kept     *answer
	recorded *recorder
}

// make records the answer of next. The header is what the guards before have set already.
func (p *Pages) make(next http.Handler, r *http.Request, header http.Header, key string, epoch uint64) making {
	rec := &recorder{header: header.Clone(), status: http.StatusOK}
	asked := r.Clone(r.Context())
	asked.Header.Del("If-None-Match") // so that the answer is whole
	begun := p.Now()
	next.ServeHTTP(rec, asked)
	if !rec.reusable() {
		return making{recorded: rec}
	}
	a := newAnswer(rec, epoch, begun)
	if p.epoch.Load() == epoch {
		p.kept.Set(key, a)
	}
	return making{kept: a}
}
