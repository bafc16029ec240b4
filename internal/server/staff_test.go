package server_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

const boss = "bos@bandung.go.id"

func staffPath(id int64, more string) string {
	return "/admin/staff/" + strconv.FormatInt(id, 10) + more
}

func TestNewPersonIsCheckedInWords(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	a := s.signedIn(boss).post("/en/admin/staff/new", url.Values{"email": {"nobody"}, "role": {"king"}}).is(http.StatusUnprocessableEntity)
	for _, field := range []string{"name", "email", "role"} {
		if a.text("#f-"+field+"-error") == "" {
			t.Errorf("nothing is said about %s", field)
		}
	}
}

func TestClosedAccountIsOutAtOnceAndAnotherRoleCountsAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	id := s.person(rina, portal.Administrator, nil)
	b, other := s.signedIn(boss), s.signedIn(rina)
	b.get(staffPath(id, "")).is(http.StatusOK)
	b.post(staffPath(id, ""), url.Values{"role": {"editor"}}).is(http.StatusSeeOther).leadsTo("/admin/staff?saved=access")
	other.get("/admin/staff").is(http.StatusForbidden)
	other.get("/admin").is(http.StatusOK)
	b.post(staffPath(id, ""), url.Values{"role": {"editor"}, "disabled": {"1"}}).is(http.StatusSeeOther)
	other.get("/admin").is(http.StatusSeeOther)
	other.signIn(rina, password).is(http.StatusUnprocessableEntity)
}

func TestNobodyChangesTheirOwnAccess(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	id := s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	if a := b.get(staffPath(id, "")).is(http.StatusOK); strings.Contains(a.body, `name="role"`) {
		t.Error("the form is offered")
	}
	b.post(staffPath(id, ""), url.Values{"role": {"editor"}}).is(http.StatusForbidden)
	b.post(staffPath(id, "/invitation"), nil).is(http.StatusForbidden)
	b.post(staffPath(id, "/invitation/withdraw"), nil).is(http.StatusForbidden)
	b.get(staffPath(id+100, "")).is(http.StatusNotFound)
}

func TestStaffListTellsWhenSomebodyWasLastSeenAndNotOnlySignedIn(t *testing.T) {
	t.Parallel()
	s := closed(t, nil)
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	b := s.seated("rina", portal.Editor)
	if _, err := pool.Exec(t.Context(), "with s as (update sessions set seen_at = now() - interval '5 minutes') update staff set last_seen_at = now() - interval '2 days'"); err != nil {
		t.Fatal(err)
	}
	b.get("/admin").is(http.StatusOK)
	p, err := s.store.StaffByEmail(t.Context(), rina)
	if err != nil || time.Since(p.LastSeenAt) > time.Minute {
		t.Errorf("last seen %s, %v", p.LastSeenAt, err)
	}
}
