package public_test

import (
	"testing"
	"time"
)

func TestPromiseTurnsOverdueWithTheDayThoughNothingIsWritten(t *testing.T) {
	s := openOwn(t)
	s.promise(t, "melbourne", "dua lokakarya", "2026-12-31", "running")
	now, face, router := today, s.face(), newRouter()
	face.Now = func() time.Time { return now }
	face.Mount(router)
	s.Handler = router
	overdue := func() int { return s.page(t, "/janji?partner=melbourne&due=overdue").Find("tbody tr").Length() }
	if n := overdue(); n != 0 {
		t.Errorf("%d promises are overdue before their day", n)
	}
	if now = today.AddDate(0, 2, 0); overdue() != 1 {
		t.Error("a promise whose day has gone by is not overdue")
	}
}
