package server_test

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// line is a way to the database that tests can cut, let hang and mend. It is a listener that passes bytes on.
type line struct {
	address string // of the database through the line
	state   atomic.Pointer[string]
	target  func() (net.Conn, error)
}

const (
	works = "works"
	hangs = "hangs" // takes connections and never answers
	cut   = "cut"   // drops connections
)

func newLine(t *testing.T, database string) *line {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	u, err := url.Parse(database)
	if err != nil {
		t.Fatal(err)
	}
	l := &line{target: dialer(u)}
	l.set(works)
	q := u.Query()
	q.Del("host")
	q.Set("sslmode", "disable")
	u.Host, u.RawQuery = listener.Addr().String(), q.Encode()
	l.address = u.String()
	go l.serve(listener)
	return l
}

// dialer reaches the real server, over TCP or over a socket in a folder.
func dialer(u *url.URL) func() (net.Conn, error) {
	if folder := u.Query().Get("host"); folder != "" {
		return func() (net.Conn, error) { return net.Dial("unix", folder+"/.s.PGSQL.5432") }
	}
	host := u.Host
	if u.Port() == "" {
		host += ":5432"
	}
	return func() (net.Conn, error) { return net.Dial("tcp", host) }
}

func (l *line) set(state string) { l.state.Store(&state) }

func (l *line) serve(listener net.Listener) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return
		}
		go l.pass(near)
	}
}

func (l *line) pass(near net.Conn) {
	defer near.Close()
	if *l.state.Load() == cut {
		return
	}
	far, err := l.target()
	if err != nil {
		return
	}
	defer far.Close()
	go func() { _, _ = io.Copy(near, tap{far, l}); _ = near.Close() }()
	_, _ = io.Copy(far, near)
}

// tap is the answers of the database as the line lets them through.
type tap struct {
	io.Reader
	line *line
}

func (t tap) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	switch *t.line.state.Load() {
	case hangs:
		return 0, nil // swallowed; the reader comes back for more
	case cut:
		return 0, io.EOF
	}
	return n, err
}

func TestDatabaseThatHangsOrIsGoneIsA503WithinFiveSecondsAndComesBackByItself(t *testing.T) {
	t.Parallel()
	for _, trouble := range []string{hangs, cut} {
		t.Run(trouble, func(t *testing.T) {
			t.Parallel()
			l := newLine(t, storetest.URL(t))
			s := closed(t, nil)
			s.over(l.address)
			s.browser().get("/mitra").is(http.StatusOK)
			s.browser().get("/readyz").is(http.StatusOK)
			l.set(trouble)
			for _, path := range []string{"/mitra", "/en/partners", "/en/partners/braunschweig"} {
				begun := time.Now()
				a := s.browser().get(path).is(http.StatusServiceUnavailable)
				if took := time.Since(begun); took > 5*time.Second {
					t.Errorf("%s took %v", path, took)
				}
				if a.Header.Get("Retry-After") == "" || a.text("h1") == "" || strings.Contains(a.body, l.address) {
					t.Errorf("%s: Retry-After %q, title %q", path, a.Header.Get("Retry-After"), a.text("h1"))
				}
			}
			if a := s.browser().get("/readyz").is(http.StatusServiceUnavailable); !strings.HasPrefix(a.body, "database: ") || strings.Contains(a.body, "127.0.0.1") {
				t.Errorf("readyz says %q", a.body)
			}
			s.browser().get("/healthz").is(http.StatusOK)
			l.set(works)
			s.browser().get("/mitra").is(http.StatusOK)
			s.browser().get("/readyz").is(http.StatusOK)
		})
	}
}

func TestSignedInPersonSeesThatTheDatabaseIsAwayAndNotThatTheyAreSignedOut(t *testing.T) {
	t.Parallel()
	l := newLine(t, storetest.URL(t))
	s := closed(t, nil)
	s.store = store.New(s.over(l.address))
	s.person("rina@bandung.go.id", portal.Editor, nil)
	b := s.signedIn("rina@bandung.go.id")
	b.get("/admin").is(http.StatusOK)
	l.set(cut)
	b.get("/admin").is(http.StatusServiceUnavailable)
	b.get("/masuk").is(http.StatusOK)
	l.set(works)
	b.get("/admin").is(http.StatusOK)
}

func TestSiteWhoseDatabaseWasNeverReachedAnswersEverythingWith503(t *testing.T) {
	t.Parallel()
	s := closed(t, nil)
	for _, path := range []string{"/", "/en/partners", "/admin", "/masuk", "/tidak-ada"} {
		a := s.browser().get(path).is(http.StatusServiceUnavailable)
		if a.Header.Get("Retry-After") == "" {
			t.Errorf("%s does not say when to try again", path)
		}
	}
	s.browser().post("/masuk", url.Values{}).is(http.StatusServiceUnavailable)
	if a := s.browser().get("/readyz").is(http.StatusServiceUnavailable); a.body != "starting: the database is not there yet\n" {
		t.Errorf("readyz says %q", a.body)
	}
	s.over(storetest.URL(t))
	s.browser().get("/en/partners").is(http.StatusOK)
	s.Drain()
	if a := s.browser().get("/readyz").is(http.StatusServiceUnavailable); !strings.HasPrefix(a.body, "draining: ") {
		t.Errorf("readyz says %q", a.body)
	}
	s.browser().get("/en/partners").is(http.StatusOK)
}
