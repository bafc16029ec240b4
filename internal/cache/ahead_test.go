package cache_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"kotakembar/internal/cache"
)

// street is a house whose connections answer ahead; through counts what net/http was asked for.
type street struct {
	*house
	t       *testing.T
	server  *http.Server
	address string
	passing atomic.Bool
	through atomic.Int64
	closed  atomic.Int64 // connections
}

func newStreet(t *testing.T, idle time.Duration) *street {
	t.Helper()
	s := &street{house: newHouse(4 << 20), t: t}
	s.Open(time.Hour)
	s.Key = func(r *http.Request) string {
		return r.Host + r.RequestURI + r.Header.Get("Cookie") + r.Header.Get("X-Forwarded-Proto") + r.RemoteAddr[:4]
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = listener.Addr().String()
	s.server = &http.Server{IdleTimeout: idle, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.through.Add(1)
		if r.Method == http.MethodPost {
			_, _ = io.Copy(w, r.Body)
			return
		}
		s.outer.ServeHTTP(w, r)
	})}
	s.server.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			s.closed.Add(1)
		}
	}
	go func() {
		_ = s.server.Serve(&cache.Ahead{Listener: narrow{listener}, Pages: s.Pages, Passing: s.passing.Load, Idle: idle, Write: idle})
	}()
	t.Cleanup(func() { _ = s.server.Close() })
	return s
}

// narrow is a listener on whose connections little is under way that was not read.
type narrow struct{ net.Listener }

func (n narrow) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if err == nil {
		err = c.(*net.TCPConn).SetWriteBuffer(4 << 10)
	}
	return c, err
}

// talk is one connection.
type talk struct {
	net.Conn
	s  *street
	in *bufio.Reader
}

func (s *street) dial() *talk {
	s.t.Helper()
	c, err := net.Dial("tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.Close() })
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	return &talk{c, s, bufio.NewReader(c)}
}

func (c *talk) say(text string) {
	c.s.t.Helper()
	if _, err := io.WriteString(c, text); err != nil {
		c.s.t.Fatal(err)
	}
}

// hear is the next answer, in one text but for its date.
func (c *talk) hear() string {
	c.s.t.Helper()
	resp, err := http.ReadResponse(c.in, nil)
	if err != nil {
		c.s.t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		c.s.t.Fatal(err)
	}
	if at, err := http.ParseTime(resp.Header.Get("Date")); err != nil || time.Since(at).Abs() > time.Minute {
		c.s.t.Errorf("date %q", resp.Header.Get("Date"))
	}
	resp.Header.Del("Date")
	var headers strings.Builder
	_ = resp.Header.Write(&headers)
	return resp.Status + "\n" + headers.String() + string(body)
}

// ask says and hears; ahead tells that net/http did not take part.
func (c *talk) ask(text string) (said string, ahead bool) {
	c.s.t.Helper()
	before := c.s.through.Load()
	c.say(text)
	said = c.hear()
	return said, c.s.through.Load() == before
}

// ahead is what is said ahead. net/http may have read the first letter of a request that comes right after an answer of its own.
func (c *talk) ahead(text string) string {
	c.s.t.Helper()
	for range 50 {
		if said, ahead := c.ask(text); ahead {
			return said
		}
	}
	c.s.t.Errorf("%q: never answered ahead", text)
	return ""
}

const usual = "GET /a HTTP/1.1\r\nHost: kota.example\r\nAccept-Encoding: gzip, br\r\n\r\n"

func TestReadyPageIsSaidAheadJustAsItIsSaidTheWholeWay(t *testing.T) {
	t.Parallel()
	s := newStreet(t, time.Minute)
	c := s.dial()
	for _, asked := range []string{
		usual,
		"GET /a?b=%20 HTTP/1.1\r\nhost: kota.example\r\n\r\n",
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nCookie: theme=dark\r\nConnection: Keep-Alive\r\n\r\n",
		"GET /a HTTP/1.1\r\nHost: lain.example\r\nX-Forwarded-Proto: https\r\nUser-Agent: \xe2\x82\xac uji\r\n\r\n",
		strings.Replace(usual, "\r\n\r\n", "\r\nIf-None-Match: *\r\n\r\n", 1),
	} {
		c.ask(asked) // makes it
		s.passing.Store(true)
		whole, ahead := c.ask(asked)
		s.passing.Store(false)
		if ahead {
			t.Errorf("%q: answered ahead although everything is to pass", asked)
		}
		if said := c.ahead(asked); said != whole {
			t.Errorf("%q: said %.300q, the whole way %.300q", asked, said, whole)
		}
	}
	if n := s.made.Load(); n != 4 {
		t.Errorf("made %d times", n)
	}
}

func TestWhatIsNotReadyOrNotUsualGoesTheWholeWay(t *testing.T) {
	t.Parallel()
	s := newStreet(t, time.Minute)
	s.dial().ask(usual)
	if _, ahead := s.dial().ask(usual); ahead {
		t.Error("the first request of a connection was answered ahead")
	}
	for asked, back := range map[string]bool{ // whether the next usual request is answered ahead again
		"GET /not-yet HTTP/1.1\r\nHost: kota.example\r\n\r\n":                            true,
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nContent-Length: 0\r\n\r\n":             false,
		"POST /a HTTP/1.1\r\nHost: kota.example\r\nContent-Length: 2\r\n\r\nab":          false,
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nContent-Length: 2\r\n\r\nab":           false,
		"GET http://kota.example/a HTTP/1.1\r\nHost: kota.example\r\n\r\n":               false,
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nCookie: a=b\r\nCookie: c=d\r\n\r\n":    false,
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nExpect: 100-continue\r\n\r\n":          false,
		"GET /a HTTP/1.1\r\nHost: kota.example\r\nUpgrade: h2c\r\nX: y\r\nTE: a\r\n\r\n": false,
	} {
		c := s.dial()
		c.ask(usual)
		if said, ahead := c.ask(asked); ahead || !strings.HasPrefix(said, "200") {
			t.Errorf("%q: ahead %v, said %.40q", asked, ahead, said)
		}
		if back {
			c.ahead(usual)
			continue
		}
		for range 3 {
			if said, ahead := c.ask(usual); ahead || !strings.HasPrefix(said, "200") {
				t.Errorf("after %q: ahead %v, said %.40q", asked, ahead, said)
			}
		}
	}
}

// What stands in the body of a post is never taken for a request, however it comes.
func TestBodyIsNoRequest(t *testing.T) {
	t.Parallel()
	s := newStreet(t, time.Minute)
	s.dial().ask(usual)
	c := s.dial()
	c.ahead(usual)
	c.say(fmt.Sprintf("POST /b HTTP/1.1\r\nHost: kota.example\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", 2*len(usual)))
	if line, err := c.in.ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 100") {
		t.Fatalf("%q, %v", line, err)
	}
	_, _ = c.in.ReadString('\n')
	c.say(usual)
	c.say(usual)
	if said := c.hear(); !strings.HasSuffix(said, usual+usual) {
		t.Errorf("the body came as %q", said)
	}
	if said, _ := c.ask(usual); !strings.HasPrefix(said, "200") {
		t.Errorf("then %q", said)
	}
}

func TestRequestsThatComeTogetherOrInPiecesAreAllAnswered(t *testing.T) {
	t.Parallel()
	s := newStreet(t, time.Minute)
	c := s.dial()
	whole, _ := c.ask(usual)
	c.say(usual + usual + usual)
	for range 3 {
		if said := c.hear(); said != whole {
			t.Errorf("together: %q", said)
		}
	}
	c = s.dial()
	c.ask(usual)
	for _, piece := range strings.SplitAfter(usual, "\r\n") {
		c.say(piece)
	}
	if said := c.hear(); said != whole {
		t.Errorf("in pieces: %q", said)
	}
}

func TestConnectionThatIsAskedOftenStaysAndAnIdleOneEnds(t *testing.T) {
	t.Parallel()
	const idle = 400 * time.Millisecond
	s := newStreet(t, idle)
	c := s.dial()
	c.ahead(usual)
	for begun := time.Now(); time.Since(begun) < 3*idle; {
		if said, ahead := c.ask(usual); !ahead || !strings.HasPrefix(said, "200") {
			t.Fatalf("ahead %v, %.20q after %v", ahead, said, time.Since(begun))
		}
	}
	begun := time.Now()
	if _, err := c.in.ReadByte(); err != io.EOF || time.Since(begun) > 5*time.Second {
		t.Errorf("%v after %v", err, time.Since(begun))
	}
}

// large makes the pages longer than what may be under way on a connection; plainly asks for one that is not packed.
func (s *street) large() (plainly string) {
	plain := s.page
	s.page = func(w http.ResponseWriter, r *http.Request) {
		plain(w, r)
		_, _ = w.Write(make([]byte, 900<<10))
	}
	return "GET /a HTTP/1.1\r\nHost: kota.example\r\n\r\n"
}

// A reader who takes nothing for too long gets no second answer behind the part of the first.
func TestNothingFollowsAnAnswerThatWasCutOff(t *testing.T) {
	t.Parallel()
	s := newStreet(t, 2*time.Second)
	plainly := s.large()
	c := s.dial()
	c.ahead(plainly)
	before := s.through.Load()
	c.say(plainly)
	for begun := time.Now(); s.closed.Load() == 0 && s.through.Load() == before; time.Sleep(time.Millisecond) {
		if time.Since(begun) > 10*time.Second {
			t.Fatal("the connection stays")
		}
	}
	if n := s.through.Load(); n != before {
		t.Errorf("the request was answered %d times more", n-before)
	}
}

func TestShutdownCutsNoAnswerThatNetHTTPDoesNotKnow(t *testing.T) {
	t.Parallel()
	s := newStreet(t, time.Minute)
	plainly := s.large()
	c := s.dial()
	whole := c.ahead(plainly)
	before := s.Stats().Hits
	c.say(plainly)
	for s.Stats().Hits == before { // it is being answered, and not read
		time.Sleep(time.Millisecond)
	}
	done := make(chan error)
	go func() { done <- s.server.Shutdown(context.Background()) }()
	if said := c.hear(); said != whole {
		t.Errorf("%d bytes of %d", len(said), len(whole))
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}
