package public_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/go-chi/chi/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/admin"
	"kotakembar/internal/public"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

func TestMain(m *testing.M) { storetest.Main(m) }

const baseURL = "https://kembar.example"

// today is a day after the last fact of the seeds.
var today = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// site is the public face over a database.
type site struct {
	http.Handler
	pool    *pgxpool.Pool
	store   *store.Store
	queries *atomic.Int64
}

// open is the site over the register as it was seeded, which many tests read at once.
func open(t *testing.T) site {
	t.Helper()
	t.Parallel()
	return over(t, storetest.Shared(t))
}

// openOwn is the site over a register of its own, for a test that writes or counts questions.
func openOwn(t *testing.T) site {
	t.Helper()
	t.Parallel()
	return over(t, storetest.URL(t))
}

func over(t *testing.T, database string) site {
	t.Helper()
	pool, queries := countingPool(t, database)
	s := site{pool: pool, store: store.New(pool), queries: queries}
	router := newRouter()
	s.face().Mount(router)
	s.Handler = router
	return s
}

// face is the public face as the program mounts it.
func (s site) face() public.Site {
	office := admin.Office{Store: s.store}
	return public.Site{Store: s.store, Now: func() time.Time { return today }, Answers: office.Answers, Called: office.Called}.Ready()
}

// newRouter knows for every request what pages need of their surroundings.
func newRouter() *chi.Mux {
	router := chi.NewRouter()
	router.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ambient := view.Ambient{BaseURL: baseURL, Path: r.URL.RequestURI()}
			next.ServeHTTP(w, r.WithContext(view.WithAmbient(r.Context(), ambient)))
		})
	})
	return router
}

// countingPool opens a database and counts how often it is asked; several questions that travel together count as one.
func countingPool(t testing.TB, database string) (*pgxpool.Pool, *atomic.Int64) {
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
	return pool, &counter.n
}

type counter struct{ n atomic.Int64 }

func (c *counter) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	c.n.Add(1)
	return ctx
}

func (c *counter) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

func (c *counter) TraceBatchStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchStartData) context.Context {
	c.n.Add(1)
	return ctx
}

func (c *counter) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}
func (c *counter) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData)     {}

func (s site) ask(method, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(method, path, nil))
	return w
}

// page is a page that must be there.
func (s site) page(t testing.TB, path string) *goquery.Document {
	t.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d\n%s", path, w.Code, w.Body)
	}
	return soup(t, w.Body.String())
}

// soup reads HTML.
func soup(t testing.TB, html string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// words are the text of a selection with single spaces.
func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }
