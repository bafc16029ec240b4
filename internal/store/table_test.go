package store_test

import (
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestListSearchesSortsAndPages(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	found, total, err := s.Cities.List(t.Context(), store.Page{Search: "brunswick", Number: 1, Size: 10})
	if err != nil || total != 1 || found[0].Slug != "braunschweig" {
		t.Errorf("search by alias: %d found, %v", total, err)
	}
	if _, total, err = s.Cities.List(t.Context(), store.Page{Search: "%", Number: 1, Size: 10}); err != nil || total != 0 {
		t.Errorf("a percent sign is a sign: %d found, %v", total, err)
	}
	down, total, err := s.Cities.List(t.Context(), store.Page{Sort: "population", Desc: true, Number: 1, Size: 3})
	if err != nil || len(down) != 3 || total < 20 {
		t.Fatalf("%d of %d, %v", len(down), total, err)
	}
	if *down[0].Population < *down[1].Population {
		t.Error("not sorted by population")
	}
	next, _, err := s.Cities.List(t.Context(), store.Page{Sort: "population", Desc: true, Number: 2, Size: 3})
	if err != nil || next[0].ID == down[2].ID {
		t.Errorf("the second page repeats the first: %v", err)
	}
	if _, _, err := s.Cities.List(t.Context(), store.Page{Sort: "id; drop table cities", Number: 1, Size: 3}); err != nil {
		t.Errorf("an unknown order: %v", err)
	}
}

// Every kind's columns must fit its table: a seeded record read, remembered and recalled is the same.
func TestEveryKindIsRememberedWhole(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	remembered(t, s, s.Cities)
	remembered(t, s, s.Agreements)
	remembered(t, s, s.Steps)
	remembered(t, s, s.Approvals)
	remembered(t, s, s.Promises)
	remembered(t, s, s.Programs)
	remembered(t, s, s.Activities)
	remembered(t, s, s.Outcomes)
	remembered(t, s, s.Venues)
	remembered(t, s, s.Mirrors)
	remembered(t, s, s.Sectors)
	remembered(t, s, s.Sources)
	remembered(t, s, s.Limits)
}

func remembered[R any](t *testing.T, s *store.Store, records store.Records[R]) {
	t.Helper()
	all, err := records.All(t.Context())
	if err != nil || len(all) == 0 {
		t.Fatalf("%s: %d records, %v", records.Kind(), len(all), err)
	}
	for _, r := range all {
		was, err := records.Snapshot(r, portal.Evidence{})
		if err != nil {
			t.Fatal(err)
		}
		again, err := records.Record(was)
		if err != nil {
			t.Fatal(err)
		}
		is, err := records.Snapshot(again, portal.Evidence{})
		if err != nil {
			t.Fatal(err)
		}
		if differ := portal.Differences(was, is); len(differ) > 0 {
			t.Errorf("%s %d is recalled with other %v", records.Kind(), records.Meta(r).ID, differ)
		}
		history, err := s.History(t.Context(), records.Kind(), records.Meta(r).ID)
		if err != nil || len(history) != 1 {
			t.Fatalf("%d entries of history, %v", len(history), err)
		}
		live, _, err := s.Live(t.Context(), records.Kind(), records.Meta(r).ID)
		if err != nil {
			t.Fatal(err)
		}
		if differ := portal.Differences(history[0].After, live); len(differ) > 0 {
			t.Errorf("%s %d differs from what its seed published in %v", records.Kind(), records.Meta(r).ID, differ)
		}
		if err := records.Check(r); err != nil {
			t.Errorf("%s %d: %v", records.Kind(), records.Meta(r).ID, err)
		}
	}
}
