package server_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
)

// asksAgain are the steps that ask again who one is; calm are those of reviewers and administrators that do not, each with the reason. A new
// route of theirs that stands in neither fails the test: say here whether it is sensitive.
var (
	asksAgain = []string{
		"GET /changes/{id}/urgent", "POST /changes/{id}/urgent", "POST /batches/{id}/decide", "GET /batches/{id}/undo", "POST /batches/{id}/undo",
		"GET /reports/{period}/send", "POST /reports/{period}/send",
		"GET /staff", "GET /staff/new", "POST /staff/new", "GET /staff/{id}", "POST /staff/{id}", "POST /staff/{id}/account", "POST /staff/{id}/hand-over",
		"POST /staff/{id}/sessions", "GET /staff/{id}/factor", "POST /staff/{id}/factor", "POST /staff/{id}/invitation",
		"POST /staff/{id}/invitation/withdraw",
		"GET /outbox", "GET /outbox/{id}", "POST /outbox/{id}/send", "POST /audit/export", "POST /files/{hash}/forget",
		"POST /security/start", "GET /security/app", "POST /security/app", "POST /security/codes", "POST /security/remove",
		"POST /security/passkey", "POST /security/passkey/start", "POST /security/passkey/remove",
	}
	calm = map[string]string{
		"POST /changes/{id}/decide": "one change, in front of a second pair of eyes, taken back by another decision",
		"POST /changes/{id}/review": "is the second pair of eyes on one change",
		"POST /changes/{id}/assign": "says who looks at it",
		"POST /changes/assign":      "says who looks at them",
		"POST /batches/{id}/assign": "says who looks at it",
		"GET /jobs":                 "names no people",
		"POST /jobs/{id}/again":     "does again what the program does by itself",
		"GET /audit":                "names deeds of colleagues, and neither contacts nor secrets",
	}
)

func TestEverySensitiveStepAsksAgainAndNoOther(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	b := s.seated("kepala", portal.Administrator)
	s.later(11 * time.Minute)
	routes, _ := staffRoutes(t, s)
	seen := map[string]bool{}
	for _, r := range routes {
		least, _ := r.least()
		asks := slices.Contains(asksAgain, r.rest)
		if _, stays := calm[r.rest]; r.desk == "" && least.Includes(portal.Reviewer) && asks == stays {
			t.Errorf("%s: nobody has said whether it is sensitive", r.rest)
		}
		seen[r.rest] = true
		a := b.try(r.route)
		led := strings.HasPrefix(a.Header.Get("Location"), "/admin/confirm?next=")
		if led != asks {
			t.Errorf("%s asks again: %v, status %d, to %q", r.rest, led, a.StatusCode, a.Header.Get("Location"))
		}
	}
	for _, step := range slices.Concat(asksAgain, slices.Collect(maps.Keys(calm))) {
		if !seen[step] {
			t.Errorf("there is no %s", step)
		}
	}
}

func TestWhoIsAskedAgainComesBackToWhereTheyWere(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	s.later(11 * time.Minute)
	for _, c := range []struct{ method, step, back string }{
		{http.MethodPost, "/admin/batches/7/decide", "/admin/batches/7"},
		{http.MethodGet, "/admin/batches/7/undo", "/admin/batches/7/undo"},
		{http.MethodPost, "/admin/reports/2025/send", "/admin/reports/2025/send"},
		{http.MethodPost, "/admin/files/abc/forget", "/admin/files"},
		{http.MethodGet, "/admin/outbox?state=dead", "/admin/outbox?state=dead"},
		{http.MethodHead, "/admin/outbox", "/admin/outbox"},
	} {
		a := b.send(c.method, c.step, nil, "").is(http.StatusSeeOther)
		a.leadsTo("/admin/confirm?next=" + url.QueryEscape(c.back))
	}
	english := b.post("/en/admin/batches/7/decide", nil).is(http.StatusSeeOther)
	english.leadsTo("/en/admin/confirm?next=" + url.QueryEscape("/en/admin/batches/7"))

	b.post("/admin/batches/7/decide", url.Values{"verdict": {"return"}, "note": {"Periksa lagi."}, "revision": {"1"}}).
		is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fkept")
	b.post("/admin/confirm", url.Values{"code": {password}, "next": {"/admin/kept"}}).is(http.StatusSeeOther).leadsTo("/admin/kept")
	if a := b.get("/admin/kept").is(http.StatusOK); !strings.Contains(a.body, "Periksa lagi.") {
		t.Error("the note is lost")
	}
	b.get("/admin/outbox").is(http.StatusOK)
}
