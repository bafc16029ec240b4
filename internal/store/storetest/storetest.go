// Package storetest gives each test a store of its own over a real PostgreSQL, filled by the migrations. It is for tests alone.
package storetest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/localpg"
	"kotakembar/internal/store"
)

// Main runs a package's tests and stops what they shared: the database server, and whatever else the package says.
func Main(m *testing.M, stops ...func()) {
	code := m.Run()
	for _, stop := range stops {
		stop()
	}
	if server.stop != nil {
		server.stop()
	}
	os.Exit(code)
}

// server is the database server of this test process: TEST_DATABASE_URL, or a private one that lives as long as the process.
var server struct {
	once sync.Once
	url  string
	stop func()
	err  error
}

var names atomic.Int64

// New returns a store over a fresh copy of the database that the migrations make.
func New(t testing.TB) *store.Store { return store.New(Pool(t)) }

// Pool is like New for a test that speaks SQL itself.
func Pool(t testing.TB) *pgxpool.Pool { return open(t, URL(t)) }

// URL makes a fresh copy of the database and returns its address.
func URL(t testing.TB) string {
	t.Helper()
	server.once.Do(start)
	if server.err != nil {
		t.Fatalf("test database: %v", server.err)
	}
	return create(t, " template "+template())
}

// Shared is the address of one copy for all tests of the process that only read. It goes with the server.
func Shared(t testing.TB) string {
	t.Helper()
	server.once.Do(start)
	shared.once.Do(func() {
		if shared.err = server.err; shared.err == nil {
			shared.err = exec("create database " + sharedName() + " template " + template() + byFiles)
		}
	})
	if shared.err != nil {
		t.Fatalf("shared test database: %v", shared.err)
	}
	return database(server.url, sharedName())
}

var shared struct {
	once sync.Once
	err  error
}

func sharedName() string { return fmt.Sprintf("shared_%d", os.Getpid()) }

// Empty makes an empty database and returns its address.
func Empty(t testing.TB) string {
	t.Helper()
	server.once.Do(start)
	if server.err != nil {
		t.Fatalf("test database: %v", server.err)
	}
	return create(t, "")
}

// byFiles has databases copied file by file, which costs a third of the other way where nothing waits for a disk.
const byFiles = " strategy file_copy"

func create(t testing.TB, from string) string {
	t.Helper()
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), names.Add(1))
	run(t, "create database "+name+from+byFiles)
	t.Cleanup(func() { run(t, "drop database if exists "+name+" with (force)") })
	return database(server.url, name)
}

func open(t testing.TB, url string) *pgxpool.Pool {
	t.Helper()
	pool, err := store.Open(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func run(t testing.TB, sql string) {
	t.Helper()
	if err := exec(sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func exec(sql string) error {
	pool, err := store.Open(server.url)
	if err != nil {
		return err
	}
	defer pool.Close()
	_, err = pool.Exec(context.Background(), sql)
	return err
}

func template() string { return fmt.Sprintf("template_%d", os.Getpid()) }

func start() {
	server.err = func() error {
		server.url = os.Getenv("TEST_DATABASE_URL")
		if server.url == "" {
			private, err := localpg.Start(context.Background(), localpg.Config{Volatile: true})
			if err != nil {
				return err
			}
			server.url, server.stop = private.URL(), func() { _ = private.Stop() }
		}
		if err := exec("create database " + template()); err != nil {
			return err
		}
		pool, err := store.Open(database(server.url, template()))
		if err != nil {
			return err
		}
		defer pool.Close()
		return store.MigrateUp(context.Background(), pool)
	}()
}

// database is the address with another database's name.
func database(address, name string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.Path = "/" + name
	return u.String()
}
