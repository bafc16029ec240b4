package store_test

import (
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

func TestAuditTrailStaysAsItIs(t *testing.T) {
	t.Parallel()
	pool := storetest.Pool(t)
	s := store.New(pool)
	if err := s.Note(t.Context(), portal.Trace{Kind: portal.TraceSignIn}); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		"update traces set who = 'x'", "delete from traces", "truncate traces",
		"update traces set done_at = '1999-01-01'", "do $$ begin set local kotakembar.forgetting = 'on'; delete from traces; end $$",
	} {
		if _, err := pool.Exec(t.Context(), sql); err == nil {
			t.Errorf("%q went through", sql)
		}
	}
	if n, err := s.ForgetTraces(t.Context(), time.Now().Add(time.Hour)); err == nil {
		t.Errorf("%d lines of today were forgotten", n)
	}
	if _, err := pool.Exec(t.Context(), "insert into traces (kind, done_at) values ('sign_in', now() - interval '6 years'), ('sign_in', now() - interval '4 years')"); err != nil {
		t.Fatal(err)
	}
	if n, err := s.ForgetTraces(t.Context(), time.Now().AddDate(-5, 0, 0)); err != nil || n != 1 {
		t.Errorf("%d lines forgotten, want the one of six years ago: %v", n, err)
	}
	if n, err := s.TraceCount(t.Context(), store.TraceFilter{}); err != nil || n != 2 {
		t.Errorf("%d lines left: %v", n, err)
	}
}
