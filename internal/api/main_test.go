package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/api"
	"kotakembar/internal/portal"
	"kotakembar/internal/public"
	"kotakembar/internal/respond"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestMain(m *testing.M) { storetest.Main(m) }

const baseURL = "https://kembar.example"

// today is a day after the last fact of the seeds.
var today = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// face is the API, with the pages of the site beside it, over a database.
type face struct {
	http.Handler
	pool    *pgxpool.Pool
	store   *store.Store
	queries *atomic.Int64
}

// open is the API over the register as it was seeded, which many tests read at once.
func open(t *testing.T) face {
	t.Helper()
	t.Parallel()
	return over(t, storetest.Shared(t), 0)
}

// openOwn is the API over a register of its own, for a test that writes or counts.
func openOwn(t *testing.T) face {
	t.Helper()
	t.Parallel()
	return over(t, storetest.URL(t), 0)
}

func over(t *testing.T, database string, requests int) face {
	t.Helper()
	config, err := pgxpool.ParseConfig(database)
	if err != nil {
		t.Fatal(err)
	}
	var counter counter
	config.ConnConfig.Tracer = &counter
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	f := face{pool: pool, store: store.New(pool), queries: &counter.n}
	now := func() time.Time { return today }
	router := chi.NewRouter()
	router.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ambient := view.Ambient{BaseURL: baseURL, Path: r.URL.RequestURI(), RequestID: "REQUEST1"}
			next.ServeHTTP(w, r.WithContext(view.WithAmbient(r.Context(), ambient)))
		})
	}, api.Around, middleware.GetHead)
	router.NotFound(func(w http.ResponseWriter, r *http.Request) { respond.Error(w, r, portal.ErrNotFound) })
	router.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) { respond.Error(w, r, respond.ErrMethod) })
	site := public.Site{Store: f.store, Now: now}.Ready()
	site.Mount(router)
	api.Face{Store: f.store, Now: now, Requests: requests, Ties: site.Summaries}.Mount(router)
	f.Handler = router
	return f
}

type counter struct{ n atomic.Int64 }

func (c *counter) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	c.n.Add(1)
	return ctx
}

func (c *counter) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// answer is what came back.
type answer struct {
	*httptest.ResponseRecorder
	t testing.TB
}

// ask sends a request; headers are names and values by turns.
func (f face) ask(t testing.TB, method, path string, headers ...string) answer {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, strings.TrimPrefix(path, baseURL), nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return answer{w, t}
}

func (f face) get(t testing.TB, path string, headers ...string) answer {
	t.Helper()
	return f.ask(t, http.MethodGet, path, headers...)
}

func (a answer) is(status int) answer {
	a.t.Helper()
	if a.Code != status {
		a.t.Fatalf("status %d, want %d: %s", a.Code, status, a.Body)
	}
	return a
}

// into reads the body.
func (a answer) into(v any) answer {
	a.t.Helper()
	if err := json.Unmarshal(a.Body.Bytes(), v); err != nil {
		a.t.Fatalf("%v: %s", err, a.Body)
	}
	return a
}

// object is a JSON object whose parts are found by their way.
type object map[string]any

func (a answer) object() object {
	a.t.Helper()
	var o object
	a.into(&o)
	return o
}

// at is what stands at the end of a way of names and, for lists, places; nil where there is nothing.
func (o object) at(way ...any) any {
	var here any = map[string]any(o)
	for _, step := range way {
		switch step := step.(type) {
		case string:
			m, _ := here.(map[string]any)
			here = m[step]
		case int:
			l, _ := here.([]any)
			if step >= len(l) {
				return nil
			}
			here = l[step]
		}
	}
	return here
}

// items are the documents of a list.
func (o object) items() (all []object) {
	list, _ := o["items"].([]any)
	for _, item := range list {
		m, _ := item.(map[string]any)
		all = append(all, m)
	}
	return all
}

// number writes a number of JSON as it was.
func number(v any) string {
	n, _ := v.(float64)
	return strconv.FormatFloat(n, 'f', -1, 64)
}
