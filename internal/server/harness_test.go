package server_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/auth"
	"kotakembar/internal/media"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	if os.Getenv("TEST_LOG") != "" {
		slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	}
	storetest.Main(m)
}

const (
	host     = "kembar.example"
	password = "kata sandi yang panjang"
)

// site is the whole program over a database of its own, with a clock that tests move.
type site struct {
	*server.Server
	t     testing.TB
	store *store.Store
	ahead *atomic.Int64 // of the real clock
}

func open(t testing.TB, change func(*server.Config)) site {
	t.Helper()
	s := closed(t, change)
	s.store = storetest.New(t)
	s.Open(t.Context(), s.store)
	return s
}

// closed is a site whose database has not been reached yet.
func closed(t testing.TB, change func(*server.Config)) site {
	t.Helper()
	files, err := media.Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	ahead := new(atomic.Int64)
	c := server.Config{
		BaseURL: "https://" + host, Hosts: []string{host, "localhost", "127.0.0.1"}, Files: files,
		Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) },
	}
	if change != nil {
		change(&c)
	}
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return site{Server: s, t: t, ahead: ahead}
}

func (s site) later(d time.Duration) { s.ahead.Add(int64(d)) }

// over opens the site over an address of a database.
func (s site) over(address string) *pgxpool.Pool {
	s.t.Helper()
	pool, err := store.Open(address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(pool.Close)
	s.Open(s.t.Context(), store.New(pool))
	return pool
}

// person adds somebody with the password of the tests.
func (s site) person(email string, role portal.Role, more func(*portal.Staff)) int64 {
	s.t.Helper()
	hash, err := auth.Hash(password)
	if err != nil {
		s.t.Fatal(err)
	}
	p := portal.Staff{Email: email, Name: strings.Split(email, "@")[0], Role: role, PasswordHash: hash}
	if more != nil {
		more(&p)
	}
	id, err := s.store.AddStaff(s.t.Context(), p)
	if err != nil {
		s.t.Fatal(err)
	}
	return id
}

// browser asks the site like one, by default over https through nothing.
type browser struct {
	site
	scheme  string
	host    string
	from    netip.Addr
	headers http.Header
	cookies map[string]*http.Cookie
	id      int64 // of who sits at it, where a test has to know
}

func (s site) browser() *browser {
	return &browser{
		site: s, scheme: "https", host: host, from: netip.MustParseAddr("198.51.100.7"),
		headers: http.Header{}, cookies: map[string]*http.Cookie{},
	}
}

// signedIn is a browser whose person has signed in.
func (s site) signedIn(email string) *browser {
	s.t.Helper()
	b := s.browser()
	b.signIn(email, password).is(http.StatusSeeOther)
	return b
}

func (b *browser) signIn(email, password string) answer {
	b.t.Helper()
	return b.post("/masuk", url.Values{"email": {email}, "password": {password}})
}

func (b *browser) get(path string) answer { return b.send(http.MethodGet, path, nil, "") }

func (b *browser) post(path string, form url.Values) answer {
	return b.send(http.MethodPost, path, strings.NewReader(form.Encode()), "application/x-www-form-urlencoded")
}

func (b *browser) send(method, path string, body io.Reader, kind string) answer {
	b.t.Helper()
	r := b.request(method, path)
	if body != nil {
		sized := httptest.NewRequest(method, "/", body)
		r.Body, r.ContentLength = sized.Body, sized.ContentLength
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	return b.ask(r)
}

func (b *browser) request(method, path string) *http.Request {
	r := httptest.NewRequestWithContext(b.t.Context(), method, b.scheme+"://"+b.host+path, nil)
	r.RequestURI = path // as it comes over a connection
	r.RemoteAddr = netip.AddrPortFrom(b.from, 40000).String()
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for name, values := range b.headers {
		r.Header[name] = values
	}
	for _, c := range b.cookies {
		r.AddCookie(c)
	}
	return r
}

func (b *browser) ask(r *http.Request) answer {
	b.t.Helper()
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	a := answer{t: b.t, Response: w.Result(), body: w.Body.String()}
	for _, c := range a.Cookies() {
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		} else {
			b.cookies[c.Name] = c
		}
	}
	return a
}

type answer struct {
	*http.Response
	t    testing.TB
	body string
}

func (a answer) is(status int) answer {
	a.t.Helper()
	if a.StatusCode != status {
		a.t.Fatalf("status %d, want %d (%s)", a.StatusCode, status, a.text("h1"))
	}
	return a
}

func (a answer) text(selector string) string {
	a.t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(a.body))
	if err != nil {
		a.t.Fatal(err)
	}
	return strings.Join(strings.Fields(page.Find(selector).Text()), " ")
}

func (a answer) leadsTo(path string) answer {
	a.t.Helper()
	if got := a.Header.Get("Location"); got != path {
		a.t.Errorf("leads to %q, want %q", got, path)
	}
	return a
}
