package store_test

import (
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestChangeIsHandedInAndDecidedOnInThreeJourneysEach(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	d := deskOver(t, store.New(pool))
	w := &wire{}
	s, leave := w.over(t, pool)
	defer leave()
	journeys := func(do func() error) int64 {
		w.sent.Store(0)
		w.breaksAt.Store(1 << 40) // it only counts
		if err := do(); err != nil {
			t.Fatal(err)
		}
		return w.sent.Load()
	}
	for _, name := range []string{"Cebu City, anew", "Cebu City, once more"} { // the second time the statements are known
		c := d.renamed("cebu", name)
		c.Key = name
		saved := journeys(func() error { return s.SaveChange(t.Context(), d.editor, &c) })
		decided := journeys(func() error {
			_, err := s.Decide(t.Context(), d.boss, c.ID, store.Verdict{Revision: c.Revision, State: portal.Applied})
			return err
		})
		if name == "Cebu City, once more" && (saved > 3 || decided > 3) {
			t.Errorf("it took %d journeys to hand a change in, and %d to decide on it", saved, decided)
		}
	}
	if got := d.city("cebu").Name.EN; got != "Cebu City, once more" {
		t.Errorf("the city is called %q", got)
	}
}

func TestDeedFailsByWhatItSentAndNobodyWaitedFor(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	const first = "insert into old_slugs (kind, slug, record_id)\nvalues ('city', 'kept', 1)"
	err := s.InFew(t.Context(), func(tx pgx.Tx) error {
		if err := store.Send(t.Context(), tx, first); err != nil {
			return err
		}
		return store.Send(t.Context(), tx, first)
	})
	if pg, ok := errors.AsType[*pgconn.PgError](err); !ok || pg.Code != "23505" {
		t.Errorf("the same twice is answered with %v", err)
	}
	asked := func(ask func(pgx.Tx) error) error {
		return s.InFew(t.Context(), func(tx pgx.Tx) error {
			if err := store.Send(t.Context(), tx, first); err != nil {
				return err
			}
			if err := store.Send(t.Context(), tx, first); err != nil {
				return err
			}
			return ask(tx)
		})
	}
	for name, ask := range map[string]func(pgx.Tx) error{
		"row":  func(tx pgx.Tx) error { return tx.QueryRow(t.Context(), "select 1").Scan(new(int)) },
		"rows": func(tx pgx.Tx) error { _, err := tx.Query(t.Context(), "select 1"); return err },
		"deed": func(tx pgx.Tx) error { _, err := tx.Exec(t.Context(), "select 1"); return err },
		"step": func(tx pgx.Tx) error { _, err := tx.Begin(t.Context()); return err },
	} {
		if err := asked(ask); err == nil || errors.Is(err, pgx.ErrTxCommitRollback) {
			t.Errorf("%s: what was asked behind it says %v", name, err)
		}
	}
	ignored := asked(func(tx pgx.Tx) error {
		_ = tx.QueryRow(t.Context(), "select 1").Scan(new(int))
		return nil
	})
	if !errors.Is(ignored, pgx.ErrTxCommitRollback) {
		t.Errorf("a deed that failed and goes on is answered with %v", ignored)
	}
	var kept int
	if err := pool.QueryRow(t.Context(), "select count(*)\nfrom old_slugs\nwhere slug = 'kept'").Scan(&kept); err != nil || kept != 0 {
		t.Errorf("%d rows of what failed are there, %v", kept, err)
	}
	if err := s.Moment(t.Context(), func(at *store.Store) error {
		return at.InFew(t.Context(), func(pgx.Tx) error { return nil })
	}); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a deed at one moment is answered with %v", err)
	}
}
