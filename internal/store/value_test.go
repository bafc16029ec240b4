package store_test

import (
	"net/url"
	"testing"
	"time"

	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestValuesAreUnderstoodWhereTheDatabaseIsNotAskedForTypes(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"cache_statement", "exec", "simple_protocol"} {
		address, err := url.Parse(storetest.Shared(t))
		if err != nil {
			t.Fatal(err)
		}
		asked := address.Query()
		asked.Set("default_query_exec_mode", mode)
		address.RawQuery = asked.Encode()
		pool, err := store.Open(address.String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(pool.Close)
		for _, c := range []struct {
			of, want string
			value    any
		}{
			{"text", "Suwon", "Suwon"}, {"edtf", "1997-08", "1997-08"}, {"edtf[]", "{1997-08,2005~}", []string{"1997-08", "2005~"}}, {"boolean", "true", true},
			{"bigint", "7", 7}, {"bigint", "-7", int64(-7)}, {"integer", "7", int32(7)}, {"smallint", "7", int16(7)},
			{"double precision", "0.5", .5}, {"bytea", `\x0001`, []byte{0, 1}}, {"text[]", "{a,b}", []string{"a", "b"}},
			{"bigint[]", "{1,2}", []int64{1, 2}}, {"timestamptz", "2026-11-29 00:00:00+00", time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)},
			{"timestamptz[]", `{"2026-11-29 00:00:00+00"}`, []time.Time{time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)}},
			{"interval", "00:01:00", time.Minute}, {"bigint", "7", new(int64(7))},
		} {
			var said string
			if err := pool.QueryRow(t.Context(), "select ($1::"+c.of+")::text", c.value).Scan(&said); err != nil || said != c.want {
				t.Errorf("%s: %v as %s is %q, %v", mode, c.value, c.of, said, err)
			}
		}
		if cities, err := store.New(pool).Cities.All(t.Context()); err != nil || len(cities) == 0 {
			t.Errorf("%s: %d cities, %v", mode, len(cities), err)
		}
	}
}
