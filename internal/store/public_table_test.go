package store_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestEveryColumnOfEveryRecordCanBeTakenAlong(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	tables, err := store.New(pool).Tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) != len(portal.Kinds)+2 {
		t.Errorf("%d tables for %d kinds and two tables of evidence", len(tables), len(portal.Kinds))
	}
	for _, table := range tables {
		var have []string
		for _, c := range table.Columns {
			have = append(have, c.Name)
		}
		var all []string
		err := pool.QueryRow(t.Context(),
			"select array_agg(column_name::text order by ordinal_position) from information_schema.columns where table_name = $1", table.Name).
			Scan(&all)
		slices.Sort(all)
		slices.Sort(have)
		if err != nil || !slices.Equal(all, have) {
			t.Errorf("%s has the columns %q, of which %q can be taken along (%v)", table.Name, all, have, err)
		}
	}
}

func TestColumnsAreDescribedAsTheDatabaseKeepsThem(t *testing.T) {
	t.Parallel()
	tables, err := storetest.New(t).Tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]store.Column{
		"cities.id":              {Name: "id", Type: store.Integer, Needed: true, Unique: true},
		"cities.slug":            {Name: "slug", Type: store.Text, Needed: true, Unique: true},
		"cities.native_name":     {Name: "native_name", Type: store.Text},
		"cities.lat":             {Name: "lat", Type: store.Decimal, Needed: true},
		"cities.population_on":   {Name: "population_on", Type: store.Day},
		"cities.aliases":         {Name: "aliases", Type: store.Texts, Needed: true},
		"cities.is_home":         {Name: "is_home", Type: store.YesNo, Needed: true},
		"agreements.parent_id":   {Name: "parent_id", Type: store.Integer, Refers: "agreements"},
		"agreements.city_id":     {Name: "city_id", Type: store.Integer, Needed: true, Refers: "cities"},
		"steps.signatories":      {Name: "signatories", Type: store.Objects, Needed: true},
		"programs.agreement_ids": {Name: "agreement_ids", Type: store.Integers, Needed: true},
		"citations.source_id":    {Name: "source_id", Type: store.Integer, Needed: true, Refers: "sources"},
	} {
		of, column, _ := strings.Cut(name, ".")
		i := slices.IndexFunc(tables, func(one store.Table) bool { return one.Name == of })
		j := slices.IndexFunc(tables[i].Columns, func(c store.Column) bool { return c.Name == column })
		if j < 0 || tables[i].Columns[j] != want {
			t.Errorf("%s is described as %+v, want %+v", name, tables[i].Columns, want)
		}
	}
}

func TestMomentDoesNotSeeWhatIsPublishedMeanwhile(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	err := d.Moment(t.Context(), func(at *store.Store) error {
		before, err := at.Edition(t.Context())
		if err != nil {
			return err
		}
		c := d.begin("braunschweig")
		set(&c, "population", 111)
		d.decide(d.boss, d.save(d.editor, c), store.Verdict{State: portal.Applied})
		if now, err := d.Edition(t.Context()); err != nil || now.Changes != before.Changes+1 || now.At.Before(before.At) {
			t.Errorf("outside, the edition went from %v to %v (%v)", before, now, err)
		}
		if within, err := at.Edition(t.Context()); err != nil || within != before {
			t.Errorf("inside, the edition went from %v to %v (%v)", before, within, err)
		}
		city, err := at.Cities.BySlug(t.Context(), "braunschweig")
		if err != nil || *city.Population == 111 {
			t.Errorf("inside, the new population is seen (%v)", err)
		}
		tables, err := at.Tables(t.Context())
		if err != nil {
			return err
		}
		for values, err := range at.Rows(t.Context(), tables[0]) {
			if err != nil || slices.ContainsFunc(values, func(v json.RawMessage) bool { return string(v) == "111" }) {
				t.Errorf("inside, a row has the new population: %s (%v)", values, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMomentWritesNothing(t *testing.T) {
	t.Parallel()
	s := storetest.New(t)
	err := s.Moment(t.Context(), func(at *store.Store) error {
		_, err := at.AddStaff(t.Context(), portal.Staff{Email: "x@example.test", Name: "x", Role: portal.Editor, PasswordHash: "-"})
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("writing in a moment gives %v", err)
	}
}
