package server_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
	"kotakembar/web/view"
)

// node is one more copy of the program over a database; its pages are kept ready.
func node(t *testing.T, address string) (site, *pgxpool.Pool) {
	t.Helper()
	s := closed(t, func(c *server.Config) { c.Solo = true })
	pool := s.over(address)
	s.store = store.New(pool)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); s.Follow(ctx, store.NewPublished(pool)) }()
	t.Cleanup(func() { stop(); <-done })
	s.until("pages are kept ready", func() bool { return s.prepared("/mitra/suwon") })
	return s, pool
}

// prepared tells whether a page needs no question to the database: its request has no id of its own.
func (s site) prepared(path string) bool {
	b := s.browser()
	b.get(path).is(http.StatusOK)
	return b.get(path).Header.Get("X-Request-Id") == ""
}

// until waits for what other connections bring about.
func (s site) until(what string, holds func() bool) {
	s.t.Helper()
	for begun := time.Now(); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Since(begun) > 20*time.Second {
			s.t.Fatalf("not so after 20 s: %s", what)
		}
	}
}

func TestPageIsMadeOnceAndIsNeverOlderThanAnAnswerToStaff(t *testing.T) {
	t.Parallel()
	address := storetest.URL(t)
	one, _ := node(t, address)
	two, _ := node(t, address)
	one.person("dewi@kota.example", portal.Administrator, nil)
	b := one.signedIn("dewi@kota.example")
	for n := range 3 {
		name := fmt.Sprintf("Suwon %d", n)
		one.prepared("/mitra/suwon")
		two.prepared("/mitra/suwon")
		rename(b, name)
		if said := one.browser().get("/mitra/suwon").is(http.StatusOK).text("h1"); !strings.Contains(said, name) {
			t.Errorf("here a reader sees %q after %q was published", said, name)
		}
		if said := two.browser().get("/mitra/suwon").is(http.StatusOK).text("h1"); !strings.Contains(said, name) {
			t.Errorf("on the other copy a reader sees %q after %q was published", said, name)
		}
	}
}

// rename publishes another name of Suwon, as one who may decide alone.
func rename(b *browser, name string) {
	b.t.Helper()
	suwon, err := b.store.Cities.BySlug(b.t.Context(), "suwon")
	if err != nil {
		b.t.Fatal(err)
	}
	at := view.Admin(i18n.ID, "cities", strconv.FormatInt(suwon.ID, 10))
	form := filled(b.t, b.get(at).is(http.StatusOK).body)
	form.Set("name_id", name)
	form.Set("reason", "uji")
	form.Set("do", "submit")
	change, _, _ := strings.Cut(b.post(at, form).is(http.StatusSeeOther).Header.Get("Location"), "?")
	verdict := filled(b.t, b.get(change).is(http.StatusOK).body)
	verdict.Set("verdict", "apply")
	b.post(change+"/"+path.Base(view.Admin(i18n.ID, "changes", "1", "decide")), verdict).is(http.StatusSeeOther)
}

func TestLostListenerHasPagesMadeAnewUntilItIsBack(t *testing.T) {
	t.Parallel()
	s, pool := node(t, storetest.URL(t))
	if _, err := pool.Exec(t.Context(), `
		select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and application_name like '% listener'`); err != nil {
		t.Fatal(err)
	}
	s.until("pages are made anew", func() bool { return !s.prepared("/mitra/suwon") })
	s.until("pages are kept ready again", func() bool { return s.prepared("/mitra/suwon") })
}

func TestNodeThatIsCutOffShowsNoOldPageAfterAPublicationElsewhere(t *testing.T) {
	t.Parallel()
	address := storetest.URL(t)
	one, _ := node(t, address)
	way := newLine(t, address)
	two, _ := node(t, way.address)
	one.person("dewi@kota.example", portal.Administrator, nil)
	b := one.signedIn("dewi@kota.example")
	two.prepared("/mitra/suwon")
	way.set(hangs)
	rename(b, "Suwon Baru")
	if a := two.browser().get("/mitra/suwon"); a.StatusCode == http.StatusOK && !strings.Contains(a.text("h1"), "Suwon Baru") {
		t.Errorf("a reader sees %q after another name was published", a.text("h1"))
	}
	way.set(cut)
	way.set(works)
	two.until("pages are kept ready again", func() bool {
		return two.browser().get("/mitra/suwon").StatusCode == http.StatusOK && two.prepared("/mitra/suwon")
	})
}

func TestReadyPageSaysTheSameAsOneMadeForTheReader(t *testing.T) {
	t.Parallel()
	s, _ := node(t, storetest.URL(t))
	for _, path := range []string{
		view.Home.ID, view.Home.EN, view.Partners.ID, view.Partners.EN + "?country=KR", view.Agreements.ID, view.Benefits.ID, "/mitra/liuzhou", view.Recent.EN,
	} {
		b := s.browser()
		b.headers.Set("Accept-Encoding", "identity")
		first, second := b.get(path).is(http.StatusOK), b.get(path).is(http.StatusOK)
		if first.Header.Get("X-Request-Id") == "" || second.Header.Get("X-Request-Id") != "" {
			t.Errorf("%s: not made first and ready then", path)
		}
		if first.body != second.body {
			t.Errorf("%s: the pages differ", path)
		}
		for name := range first.Header {
			if name != "X-Request-Id" && !slices.Equal(first.Header[name], second.Header[name]) {
				t.Errorf("%s: %s is %q and then %q", path, name, first.Header[name], second.Header[name])
			}
		}
	}
	light, dark := s.browser(), s.browser()
	dark.post(view.Theme.ID, url.Values{"theme": {"dark"}}).is(http.StatusSeeOther)
	if light.get("/mitra").body == dark.get("/mitra").body {
		t.Error("the choice of appearance of one reader is shown to others")
	}
}

// What pages of citizens ask is counted by the database itself.
func TestEveryTableThatReadersSeeTellsOfItsChanges(t *testing.T) {
	t.Parallel()
	address := storetest.URL(t)
	s := closed(t, unhurried)
	asking, err := store.Open(address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := asking.Exec(t.Context(), "select pg_stat_reset()"); err != nil {
		t.Fatal(err)
	}
	s.Open(t.Context(), store.New(asking))
	s.crawl(1)
	asking.Close() // connections that end have their questions counted
	pool, err := store.Open(address)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	quiet := []string{
		"letters", "letter_events", "secrets", // those of forms and of pages for one reader, which nobody keeps
		"stale_ties", "tie_state", "tie_summaries", // made of tables that tell themselves, in the same transaction
	}
	rows, err := pool.Query(t.Context(), `
		select relname
		from pg_stat_user_tables t
		where coalesce(seq_scan, 0) + coalesce(idx_scan, 0) > 0
		  and not exists (select from pg_trigger g where g.tgrelid = t.relid and g.tgfoid = 'tell_published'::regproc)`)
	if err != nil {
		t.Fatal(err)
	}
	silent, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range silent {
		if !slices.Contains(quiet, table) {
			t.Errorf("readers see %s, and a page that is ready does not hear when it changes", table)
		}
	}
}

func TestEntrancesAreReadyAgainSoonAfterAPublication(t *testing.T) {
	t.Parallel()
	s, pool := node(t, storetest.URL(t))
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); s.Warm(ctx) }()
	t.Cleanup(func() { stop(); <-done })
	warm := func() bool { return s.kept() >= 20 }
	s.until("the first are made", warm)
	if _, err := pool.Exec(t.Context(), "update cities set lat = lat where slug = 'suwon'"); err != nil {
		t.Fatal(err)
	}
	s.until("they are thrown away", func() bool { return !warm() })
	s.until("they are made anew", warm)
	for _, path := range []string{"/manfaat", "/en/benefits", "/"} {
		if s.browser().get(path).is(http.StatusOK).Header.Get("X-Request-Id") != "" {
			t.Errorf("%s is not ready for its first reader", path)
		}
	}
}

var pagesKept = regexp.MustCompile(`(?m)^kotakembar_page_cache_pages (\d+)`)

// kept is how many pages are ready.
func (s site) kept() int {
	w := httptest.NewRecorder()
	s.Metrics().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	found := pagesKept.FindStringSubmatch(w.Body.String())
	if found == nil {
		s.t.Fatalf("no number of pages in %s", w.Body)
	}
	n, _ := strconv.Atoi(found[1])
	return n
}
