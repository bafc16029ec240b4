package store_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestMigrationsGoUpDownAndUpAgain(t *testing.T) {
	t.Parallel()
	pool, err := store.Open(storetest.Empty(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	for _, move := range []func() error{
		func() error { return store.MigrateUp(t.Context(), pool) },
		func() error { return allDown(t, pool) },
		func() error { return store.MigrateUp(t.Context(), pool) },
	} {
		if err := move(); err != nil {
			t.Fatal(err)
		}
	}
	steps, err := store.Migrations(t.Context(), pool)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		if !step.Applied {
			t.Errorf("%s is not applied", step.Name)
		}
	}
}

// allDown takes back one step after the other.
func allDown(t *testing.T, pool *pgxpool.Pool) error {
	t.Helper()
	steps, err := store.Migrations(t.Context(), pool)
	for range steps {
		err = errors.Join(err, store.MigrateDown(t.Context(), pool))
	}
	return err
}

func TestTwoNodesMigrateAnEmptyDatabaseAtOnce(t *testing.T) {
	t.Parallel()
	url := storetest.Empty(t)
	errs := make([]error, 2)
	var nodes sync.WaitGroup
	for i := range errs {
		nodes.Go(func() {
			pool, err := store.Open(url)
			if err != nil {
				errs[i] = err
				return
			}
			defer pool.Close()
			errs[i] = store.MigrateUp(t.Context(), pool)
		})
	}
	nodes.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("node %d: %v", i, err)
		}
	}
}
