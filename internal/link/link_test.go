package link_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"kotakembar/internal/link"
)

// site is a site that notes who asked it for what.
type site struct {
	*httptest.Server
	mu     sync.Mutex
	asked  []string
	agents map[string]bool
	at     []time.Time
}

func newSite(t *testing.T, robots string, answer http.HandlerFunc) *site {
	t.Helper()
	s := &site{agents: map[string]bool{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked, s.at = append(s.asked, r.Method+" "+r.URL.Path), append(s.at, time.Now())
		s.agents[r.UserAgent()] = true
		s.mu.Unlock()
		if r.URL.Path == "/robots.txt" {
			if robots == "" {
				http.NotFound(w, r)
			} else {
				fmt.Fprint(w, robots)
			}
			return
		}
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// open asks sites of the test, which stand on this machine.
var open = link.Checker{Agent: "KotaKembar (+https://kembar.example)", Pause: time.Millisecond, Guard: func(netip.AddrPort) bool { return true }}

func TestAddressIsAskedForByHeadAndThenByGet(t *testing.T) {
	t.Parallel()
	s := newSite(t, "", func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/good", http.StatusMovedPermanently)
		case r.URL.Path == "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case r.URL.Path == "/gone":
			w.WriteHeader(http.StatusGone)
		case r.URL.Path == "/get" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
	for path, want := range map[string]int{"/good": 200, "/moved": 200, "/gone": 410, "/get": 200, "/round": 302} {
		if got := open.Begin().Check(t.Context(), s.URL+path+"#part"); got != (link.Answer{Status: want}) {
			t.Errorf("%s: %+v, want status %d", path, got, want)
		}
	}
	if len(s.agents) != 1 || !s.agents[open.Agent] {
		t.Errorf("it called itself %v", s.agents)
	}
	s.Close()
	if got := open.Begin().Check(t.Context(), s.URL+"/good"); got != (link.Answer{}) {
		t.Errorf("a site that is away: %+v", got)
	}
}

func TestRobotsAreHonoured(t *testing.T) {
	t.Parallel()
	s := newSite(t, "User-agent: *\nDisallow: /\n\nUser-agent: KotaKembar\nDisallow: /private\n", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/leads" {
			http.Redirect(w, r, "/private/page", http.StatusFound)
		}
	})
	round := open.Begin()
	for path, want := range map[string]link.Answer{
		"/page": {Status: 200}, "/private/page": {Robots: true}, "/leads": {Robots: true},
	} {
		if got := round.Check(t.Context(), s.URL+path); got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
	asked := strings.Join(s.asked, ", ")
	if strings.Contains(asked, "/private") || strings.Count(asked, "robots.txt") != 1 {
		t.Errorf("the site was asked for %s", asked)
	}
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }))
	t.Cleanup(broken.Close)
	if got := open.Begin().Check(t.Context(), broken.URL); got != (link.Answer{Robots: true}) {
		t.Errorf("rules that are out of order: %+v", got)
	}
}

func TestOneHostIsAskedWithPauses(t *testing.T) {
	t.Parallel()
	s := newSite(t, "", func(http.ResponseWriter, *http.Request) {})
	calm := open
	calm.Pause = 60 * time.Millisecond
	round, begun := calm.Begin(), time.Now()
	for range 3 {
		round.Check(t.Context(), s.URL)
	}
	// Measured where the questions are asked: on a busy machine one may arrive late, and the next one soon after it.
	if took, asked := time.Since(begun), len(s.at); asked < 3 || took < time.Duration(asked-1)*calm.Pause {
		t.Errorf("%d questions took %s", asked, took)
	}
}

func TestLongBodyIsNotReadToItsEnd(t *testing.T) {
	t.Parallel()
	written := make(chan int, 1)
	s := newSite(t, "", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		n, chunk := 0, make([]byte, 64<<10)
		for range 1000 {
			m, err := w.Write(chunk)
			if n += m; err != nil {
				break
			}
		}
		written <- n
	})
	if got := open.Begin().Check(t.Context(), s.URL); got.Status != http.StatusOK {
		t.Errorf("%+v", got)
	}
	if n := <-written; n > 32<<20 {
		t.Errorf("%d bytes were taken", n)
	}
}

func TestNothingButThePublicWebIsAsked(t *testing.T) {
	t.Parallel()
	for place, want := range map[string]bool{
		"93.184.216.34:443": true, "[2606:2800:220:1:248:1893:25c8:1946]:80": true, "93.184.216.34:22": false,
		"127.0.0.1:80": false, "10.1.2.3:80": false, "172.16.0.1:80": false, "192.168.1.1:443": false, "169.254.169.254:80": false,
		"100.64.0.1:80": false, "0.0.0.0:80": false, "224.0.0.1:80": false, "255.255.255.255:80": false, "198.18.0.1:80": false,
		"[::1]:80": false, "[::]:80": false, "[fe80::1]:80": false, "[fd00::1]:80": false, "[::ffff:127.0.0.1]:80": false,
		"[64:ff9b::7f00:1]:80": false, "[2002:7f00:1::]:80": false, "[2001:db8::1]:80": false,
	} {
		if got := link.Public(netip.MustParseAddrPort(place)); got != want {
			t.Errorf("%s may be asked: %t", place, got)
		}
	}
	asked := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	t.Cleanup(s.Close)
	guarded := open
	guarded.Guard = nil
	for _, address := range []string{s.URL, strings.Replace(s.URL, "127.0.0.1", "localhost", 1), "ftp://example.com/x", "http://u:p@example.com/", "file:///etc/passwd", "::"} {
		if got := guarded.Begin().Check(t.Context(), address); got != (link.Answer{Private: true}) {
			t.Errorf("%s: %+v", address, got)
		}
	}
	// A public site cannot lead into a private network either.
	outside := newSite(t, "", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, s.URL, http.StatusFound) })
	port := netip.MustParseAddrPort(outside.Listener.Addr().String()).Port()
	guarded.Guard = func(to netip.AddrPort) bool { return to.Port() == port }
	if got := guarded.Begin().Check(t.Context(), outside.URL); !got.Private || asked {
		t.Errorf("led astray: %+v", got)
	}
}
