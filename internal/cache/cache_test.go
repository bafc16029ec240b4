package cache_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"kotakembar/internal/cache"
)

const said = "Bandung dan Braunschweig "

// house is a cache before a page that tells how often it was made.
type house struct {
	*cache.Pages
	made  atomic.Int64
	page  func(http.ResponseWriter, *http.Request)
	outer http.Handler
}

func newHouse(bytes uint64) *house {
	h := &house{Pages: cache.New(bytes, func(r *http.Request) string { return r.URL.RequestURI() }, time.Now)}
	h.page = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, "%s %d %s", r.URL.Path, h.made.Load(), strings.Repeat(said, 200))
	}
	h.outer = h.Front(h.Keep(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.made.Add(1)
		h.page(w, r)
	})))
	return h
}

func (h *house) ask(path string, headers ...string) *httptest.ResponseRecorder {
	return h.send(http.MethodGet, path, headers...)
}

func (h *house) send(method, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.outer.ServeHTTP(w, r)
	return w
}

func TestAnswerIsMadeOnceAndGivenToAll(t *testing.T) {
	t.Parallel()
	h := newHouse(1 << 20)
	h.Open(time.Hour)
	first := h.ask("/a")
	for range 3 {
		if w := h.ask("/a"); w.Body.String() != first.Body.String() || w.Header().Get("Etag") != first.Header().Get("Etag") {
			t.Error("another answer")
		}
	}
	if w := h.send(http.MethodHead, "/a"); w.Body.Len() != 0 || w.Header().Get("Content-Length") == "" {
		t.Errorf("a question for the headers gets %d bytes, headers %v", w.Body.Len(), w.Header())
	}
	if n := h.made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}

func TestManyWhoAskAtOnceWaitForOneMaking(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(1 << 20)
		h.Open(time.Hour)
		plain := h.page
		h.page = func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(time.Second)
			plain(w, r)
		}
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				if w := h.ask("/a"); w.Code != http.StatusOK || w.Body.Len() == 0 {
					t.Errorf("status %d, %d bytes", w.Code, w.Body.Len())
				}
			})
		}
		all.Wait()
		if n := h.made.Load(); n != 1 {
			t.Errorf("made %d times", n)
		}
	})
}

func TestNothingMadeBeforeAPublicationIsGivenAfterIt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(1 << 20)
		h.Open(time.Hour)
		published := "lama"
		h.page = func(w http.ResponseWriter, _ *http.Request) {
			read := published
			time.Sleep(time.Second) // read, and not yet written
			w.Header().Set("Cache-Control", "no-cache")
			_, _ = io.WriteString(w, read)
		}
		go h.ask("/a")
		time.Sleep(time.Second / 2)
		published = "baru"
		h.Forget()
		for range 2 { // the first would have joined the making, the second is after its end
			if got := h.ask("/a").Body.String(); got != "baru" {
				t.Errorf("says %q", got)
			}
		}
		if n := h.made.Load(); n != 2 {
			t.Errorf("made %d times", n)
		}
	})
}

func TestShutCacheMakesEveryAnswerAnew(t *testing.T) {
	t.Parallel()
	h := newHouse(1 << 20)
	h.ask("/a") // not open yet
	h.ask("/a")
	h.Open(time.Hour)
	h.ask("/a")
	h.Shut()
	h.ask("/a")
	h.Open(time.Hour) // something may have been published meanwhile
	h.ask("/a")
	if n := h.made.Load(); n != 5 {
		t.Errorf("made %d times", n)
	}
}

func TestAnswerIsNoOlderThanItsLife(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(1 << 20)
		h.Open(time.Hour)
		h.ask("/a")
		time.Sleep(cache.Life)
		h.ask("/a")
		if n := h.made.Load(); n != 1 {
			t.Errorf("made %d times within its life", n)
		}
		time.Sleep(time.Second)
		h.ask("/a")
		if n := h.made.Load(); n != 2 {
			t.Errorf("made %d times in all", n)
		}
	})
}

func TestCacheThatHearsNothingShutsByItself(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(1 << 20)
		h.Open(2 * time.Second)
		h.ask("/a")
		time.Sleep(time.Second)
		h.Renew(2 * time.Second)
		time.Sleep(time.Second + time.Second/2)
		h.ask("/a")
		if n := h.made.Load(); n != 1 {
			t.Errorf("made %d times while it hears", n)
		}
		time.Sleep(time.Second)
		h.ask("/a")
		h.ask("/a")
		if n := h.made.Load(); n != 3 {
			t.Errorf("made %d times in all", n)
		}
		h.Renew(2 * time.Second) // it missed nothing
		h.ask("/a")
		if n := h.made.Load(); n != 3 {
			t.Errorf("made %d times after it heard again", n)
		}
	})
}

func TestClockThatIsSetBackKeepsNoAnswerLonger(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.May, 4, 12, 0, 0, 0, time.UTC)
	h := newHouse(1 << 20)
	h.Now = func() time.Time { return now }
	h.Pages = cache.New(1<<20, h.Key, h.Now)
	h.outer = h.Front(h.Keep(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.made.Add(1); h.page(w, r) })))
	now = now.Add(48 * time.Hour)
	h.Open(time.Hour)
	h.ask("/a")
	now = now.Add(-24 * time.Hour)
	h.ask("/a")
	h.Renew(time.Hour)
	h.ask("/a")
	h.ask("/a")
	if n := h.made.Load(); n != 2 {
		t.Errorf("made %d times", n)
	}
}

func TestEachEncodingHoldsTheSameBytesUnderATagOfItsOwn(t *testing.T) {
	t.Parallel()
	h := newHouse(1 << 20)
	h.Open(time.Hour)
	plain := h.ask("/a")
	tags := map[string]bool{plain.Header().Get("Etag"): true}
	for accept, c := range map[string]struct {
		coding string
		open   func(io.Reader) (io.Reader, error)
	}{
		"gzip, deflate":          {"gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		"gzip, zstd;q=0.9":       {"zstd", func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) }},
		"gzip, deflate, br,zstd": {"br", func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
		"br;q=0, gzip;q=1":       {"gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		"deflate":                {"", func(r io.Reader) (io.Reader, error) { return r, nil }},
		"br;q=0":                 {"", func(r io.Reader) (io.Reader, error) { return r, nil }},
	} {
		w := h.ask("/a", "Accept-Encoding", accept)
		if got := w.Header().Get("Content-Encoding"); got != c.coding {
			t.Errorf("%s: encoded as %q", accept, got)
			continue
		}
		r, err := c.open(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != plain.Body.String() {
			t.Errorf("%s: %d bytes, %v", accept, len(got), err)
		}
		if w.Header().Get("Vary") != "Accept-Encoding" || w.Header().Get("Content-Length") != fmt.Sprint(w.Body.Len()) {
			t.Errorf("%s: headers %v", accept, w.Header())
		}
		tags[w.Header().Get("Etag")] = true
		again := h.ask("/a", "Accept-Encoding", accept, "If-None-Match", `"x", W/`+w.Header().Get("Etag"))
		if again.Code != http.StatusNotModified || again.Body.Len() != 0 || again.Header().Get("Content-Encoding") != "" || again.Header().Get("Etag") != w.Header().Get("Etag") {
			t.Errorf("%s: status %d, headers %v", accept, again.Code, again.Header())
		}
	}
	if len(tags) != 4 {
		t.Errorf("%d tags for four encodings: %v", len(tags), tags)
	}
	if w := h.ask("/a", "If-None-Match", `"x"`); w.Code != http.StatusOK {
		t.Errorf("status %d for a tag of something else", w.Code)
	}
	if n := h.made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}

func TestWhatIsForOneReaderIsNeitherKeptNorShared(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]http.HandlerFunc{
		"not to be stored": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Cache-Control", "no-store") },
		"of one reader":    func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Cache-Control", "private, no-cache") },
		"says nothing":     func(http.ResponseWriter, *http.Request) {},
		"a fault": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", "no-cache")
			w.WriteHeader(http.StatusServiceUnavailable)
		},
		"with a cookie": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", "no-cache")
			http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		},
		"large": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cache-Control", "no-cache")
			_, _ = w.Write(make([]byte, 2<<20))
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			h := newHouse(8 << 20)
			h.Open(time.Hour)
			h.page = func(w http.ResponseWriter, r *http.Request) {
				time.Sleep(time.Second)
				page(w, r)
			}
			var all sync.WaitGroup
			for range 3 {
				all.Go(func() { h.ask("/a") })
			}
			all.Wait()
			if n := h.made.Load(); n != 3 {
				t.Errorf("%s: made %d times for three readers", name, n)
			}
		})
	}
}

func TestPostsAndWhatHasNoKeyPassBy(t *testing.T) {
	t.Parallel()
	h := newHouse(1 << 20)
	h.Open(time.Hour)
	h.Key = func(*http.Request) string { return "" }
	h.ask("/a")
	h.ask("/a")
	h.Key = func(*http.Request) string { return "one for all" }
	h.send(http.MethodPost, "/a")
	h.send(http.MethodPost, "/a")
	if n := h.made.Load(); n != 4 {
		t.Errorf("made %d times", n)
	}
}

func TestMemoryHasABound(t *testing.T) {
	t.Parallel()
	const bound = 256 << 10
	h := newHouse(bound)
	h.Open(time.Hour)
	size := h.ask("/first").Body.Len()
	for i := range 100 {
		h.ask(fmt.Sprintf("/%d", i))
	}
	if kept := h.Stats().Pages; kept == 0 || kept*size > bound {
		t.Errorf("%d answers of %d bytes are kept within %d bytes", kept, size, bound)
	}
}

func TestFloodOfMeaninglessAddressesPushesNoPageOut(t *testing.T) {
	t.Parallel()
	h := newHouse(256 << 10)
	h.Open(time.Hour)
	for n := range 200 {
		h.ask(fmt.Sprintf("/metode?x=%d", n))
		if n%4 == 0 {
			h.ask("/mitra")
		}
	}
	before := h.made.Load()
	h.ask("/mitra")
	if h.made.Load() != before {
		t.Error("a page that is asked for often is made anew")
	}
}
