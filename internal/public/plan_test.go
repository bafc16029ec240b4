package public_test

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/globe"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

// plannedTies is how many ties the world of this test has: more than few, and its large tables are too large to be read as a whole.
const plannedTies = 700

// bigPages is from how many pages of 8 KiB on a table is too large to be read as a whole for one reader.
const bigPages = 40

// TestNoPageReadsAWholeLargeTable asks the database how it answers each question of pages of a world, once what nodes keep is made.
func TestNoPageReadsAWholeLargeTable(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a world is made")
	}
	database := storetest.URL(t)
	asked := &questions{}
	pool, err := store.Open(database, func(c *pgxpool.Config) { c.ConnConfig.Tracer = asked })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	s := site{pool: pool, store: store.New(pool)}
	if err := globe.Fill(t.Context(), s.store, globe.Order{Seed: 5, Day: today.Add(-time.Hour), Ties: plannedTies, Over: true}, func(string) {}); err != nil {
		t.Fatal(err)
	}
	router := newRouter()
	s.face().Mount(router)
	s.Handler = router
	told := map[string]bool{}
	for _, path := range s.worldPaths(t) {
		s.page(t, path) // makes what is kept
		asked.forget()
		if w := s.ask(http.MethodGet, path); w.Code != http.StatusOK {
			t.Fatalf("GET %s: %d", path, w.Code)
		}
		for _, q := range asked.list() {
			for _, table := range s.wholly(t, q) {
				if told[q.sql] {
					continue
				}
				told[q.sql] = true
				t.Errorf("%s reads all of %s by\n%s", path, table, q.sql)
			}
		}
	}
}

// worldPaths are pages that answer at any size, with narrowed lists and their last parts.
func (s site) worldPaths(t *testing.T) []string {
	t.Helper()
	paths := []string{
		"/", "/mitra", "/mitra?country=DE&sort=name", "/mitra?q=ko&page=3", "/mitra?page=18", "/mitra?view=table", "/manfaat", "/manfaat/tahun.csv",
		"/program", "/program?status=planned&page=2", "/program?page=80", "/kegiatan", "/kegiatan?nature=protocol&page=12", "/perjanjian",
		"/perjanjian?group=concluded&page=12", "/persetujuan-dprd", "/persetujuan-dprd?result=approved&page=2", "/janji", "/janji?due=overdue", "/kunjungan", "/kunjungan?way=out&page=3",
		"/sejarah", "/sejarah?decade=1990", "/kalender", "/kalender?page=3", "/tempat", "/tempat.csv", "/belum-ditemukan", "/belum-ditemukan?page=2", "/bandingkan", "/perubahan", "/perubahan.atom", "/cari?q=budaya", "/tentang", "/cara-menghitung",
	}
	for prefix, sql := range map[string]string{
		"/mitra/":           "select slug from cities c where standing = 'partner' order by (select count(*) from programs where city_id = c.id) desc limit 1",
		"/bandingkan?kota=": "select slug || '&kota=suwon' from cities where standing = 'partner' order by id desc limit 1",
		"/perjanjian/":      "select slug from agreements order by id desc limit 1",
		"/program/":         "select slug from programs order by id desc limit 1",
		"/sumber/":          "select slug from sources order by id desc limit 1",
		"/sejarah?partner=": "select slug from cities where standing = 'partner' order by id desc limit 1",
		"/program?partner=": "select slug from cities where standing = 'partner' order by id desc limit 1",
	} {
		var slug string
		if err := s.pool.QueryRow(t.Context(), sql).Scan(&slug); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, prefix+slug)
	}
	return paths
}

// wholly are the large tables that the answer to a question reads as a whole.
func (s site) wholly(t *testing.T, q question) (tables []string) {
	t.Helper()
	var raw []byte
	if err := s.pool.QueryRow(t.Context(), "explain (format json) "+q.sql, q.args...).Scan(&raw); err != nil {
		t.Fatalf("%v\n%s", err, q.sql)
	}
	var plans []struct{ Plan planned }
	if err := json.Unmarshal(raw, &plans); err != nil {
		t.Fatal(err)
	}
	for _, p := range plans {
		for _, table := range p.Plan.scans() {
			var pages int
			if err := s.pool.QueryRow(t.Context(), "select relpages from pg_class where oid = $1::regclass", table).Scan(&pages); err != nil {
				t.Fatal(err)
			}
			if pages > bigPages {
				tables = append(tables, table)
			}
		}
	}
	return tables
}

// planned is a step of the plan by which a question is answered.
type planned struct {
	Type  string    `json:"Node Type"`
	Table string    `json:"Relation Name"`
	Under []planned `json:"Plans"`
}

// scans are the tables that are read as a whole.
func (p planned) scans() (tables []string) {
	if p.Type == "Seq Scan" {
		tables = append(tables, p.Table)
	}
	for _, under := range p.Under {
		tables = append(tables, under.scans()...)
	}
	return tables
}

// question is one that was asked.
type question struct {
	sql  string
	args []any
}

// questions remembers what is asked.
type questions struct {
	guard sync.Mutex
	all   []question
}

func (q *questions) add(sql string, args []any) {
	word, _, _ := strings.Cut(strings.TrimSpace(sql), " ")
	if slices.Contains([]string{"select", "with", "insert", "update", "delete"}, word) {
		q.guard.Lock()
		defer q.guard.Unlock()
		q.all = append(q.all, question{sql, args})
	}
}

func (q *questions) forget() {
	q.guard.Lock()
	defer q.guard.Unlock()
	q.all = nil
}

func (q *questions) list() []question {
	q.guard.Lock()
	defer q.guard.Unlock()
	return slices.Clone(q.all)
}

func (q *questions) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	q.add(d.SQL, d.Args)
	return ctx
}

func (q *questions) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

func (q *questions) TraceBatchStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchStartData) context.Context {
	return ctx
}

func (q *questions) TraceBatchQuery(_ context.Context, _ *pgx.Conn, d pgx.TraceBatchQueryData) {
	q.add(d.SQL, d.Args)
}

func (q *questions) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData) {}
