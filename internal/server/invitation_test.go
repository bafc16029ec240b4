package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

const chosen = "empat kucing naik genteng"

// invite adds Rina and returns the address of the link that the answer shows.
func (b *browser) invite(role string) string {
	b.t.Helper()
	a := b.post("/admin/staff/new", url.Values{"name": {"Rina Lestari"}, "email": {rina}, "role": {role}}).is(http.StatusOK)
	return b.shown(a)
}

func (b *browser) shown(a answer) string {
	b.t.Helper()
	link := a.text("code")
	path, ours := strings.CutPrefix(link, "https://"+host)
	if !ours || a.Header.Get("Cache-Control") != "no-store" {
		b.t.Fatalf("shows %q, %v", link, a.Header)
	}
	return path
}

func (b *browser) choose(link, password string) answer {
	b.t.Helper()
	return b.post(link, url.Values{"new": {password}, "repeat": {password}})
}

func TestInvitedPersonSetsAPasswordByALinkThatWorksOnce(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	link := b.invite("reviewer")
	if list := b.get("/admin/staff").is(http.StatusOK); !strings.Contains(list.text("table"), "Rina Lestari") || !strings.Contains(list.text("table"), "Diundang") ||
		strings.Contains(list.body, link) {
		t.Errorf("the list says %q", list.text("table"))
	}
	s.browser().signIn(rina, "").is(http.StatusUnprocessableEntity)

	guest := s.browser()
	for range 2 { // a mail program has looked at it first
		if a := guest.get(link).is(http.StatusOK); !strings.Contains(a.text("main"), "Untuk Rina Lestari, "+rina) {
			t.Errorf("says %q", a.text("main"))
		}
	}
	guest.choose(link, "Bandung2026!!").is(http.StatusUnprocessableEntity)
	guest.post(link, url.Values{"new": {chosen}, "repeat": {"lain"}}).is(http.StatusUnprocessableEntity)
	guest.choose(link, chosen).is(http.StatusSeeOther).leadsTo("/admin")
	guest.get("/admin").is(http.StatusOK)

	thief := s.browser()
	if a := thief.get(link).is(http.StatusNotFound); !strings.Contains(a.text("main"), "tidak berlaku lagi") || strings.Contains(a.body, "Rina") {
		t.Errorf("a used link says %q", a.text("main"))
	}
	thief.choose(link, chosen).is(http.StatusNotFound)
	s.browser().signIn(rina, chosen).is(http.StatusSeeOther).leadsTo("/admin")
	if list := b.get("/admin/staff"); strings.Contains(list.text("table"), "Diundang") {
		t.Error("the list still says that she is invited")
	}
	if trail := b.get("/admin/audit").text("main"); !strings.Contains(trail, "menetapkan kata sandi lewat tautan sekali pakai") {
		t.Errorf("the audit trail says %q", trail)
	}
}

func TestLinksAreWorthNothingAfterTheirTimeOrOnceReplacedOrWithdrawn(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	first := b.invite("editor")
	p, err := s.store.StaffByEmail(t.Context(), rina)
	if err != nil {
		t.Fatal(err)
	}
	second := b.shown(b.post(staffPath(p.ID, "/invitation"), nil).is(http.StatusOK))
	s.browser().choose(first, chosen).is(http.StatusNotFound)
	for _, odd := range []string{"x", strings.Repeat("A", 43), strings.Repeat("%20", 10)} {
		s.browser().get("/masuk/undangan/" + odd).is(http.StatusNotFound)
	}

	s.later(73 * time.Hour)
	s.browser().get(second).is(http.StatusNotFound)
	s.browser().choose(second, chosen).is(http.StatusNotFound)
	b = s.signedIn(boss)
	if page := b.get(staffPath(p.ID, "")).is(http.StatusOK); !strings.Contains(page.text("main"), "sudah tidak berlaku sejak") {
		t.Errorf("says %q", page.text("main"))
	}
	third := b.shown(b.post(staffPath(p.ID, "/invitation"), nil).is(http.StatusOK))
	b.post(staffPath(p.ID, "/invitation/withdraw"), nil).is(http.StatusSeeOther).leadsTo("/admin/staff?saved=uninvited")
	s.browser().get(third).is(http.StatusNotFound)
	b.get(staffPath(p.ID, "")).is(http.StatusNotFound)
	b.invite("editor") // a mistyped invitation stands in nobody's way
}

func TestSomebodyWhomTheTrailNamesIsClosedWhenTheirInvitationIsWithdrawn(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	link := b.invite("editor")
	s.browser().signIn(rina, "salah").is(http.StatusUnprocessableEntity)
	p, _ := s.store.StaffByEmail(t.Context(), rina)
	b.post(staffPath(p.ID, "/invitation/withdraw"), nil).is(http.StatusSeeOther).leadsTo("/admin/staff?saved=link_withdrawn")
	s.browser().get(link).is(http.StatusNotFound)
	if p, _ = s.store.StaffByEmail(t.Context(), rina); !p.Disabled {
		t.Error("she may still sign in")
	}
	b.post(staffPath(p.ID, "/invitation"), nil).is(http.StatusConflict)
	b.post(staffPath(p.ID, "/invitation/withdraw"), nil).is(http.StatusConflict)
}

func TestSecondClickSaysThatThePersonIsInvitedAndOffersAnotherLink(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	form := url.Values{"name": {"Rina Lestari"}, "email": {"Rina@bandung.go.id"}, "role": {"editor"}}
	b.post("/en/admin/staff/new", form).is(http.StatusOK)
	again := b.post("/en/admin/staff/new", form).is(http.StatusConflict)
	if again.text("h1") != "Rina Lestari was added already" || again.text("main form button") != "Make a new link" {
		t.Errorf("says %q", again.text("main"))
	}
	form.Set("role", "reviewer")
	taken := b.post("/en/admin/staff/new", form).is(http.StatusUnprocessableEntity)
	if taken.text("#f-email-error") == "" || !strings.Contains(taken.body, `value="Rina@bandung.go.id"`) {
		t.Errorf("the address again: %q", taken.text(".error-summary"))
	}
}

func TestForgottenPasswordIsReplacedByALinkAndTheSecondFactorStays(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	id := s.person(rina, portal.Editor, nil)
	there := s.signedIn(rina)
	there.guarded()
	b := s.signedIn(boss)
	link := b.shown(b.post(staffPath(id, "/invitation"), nil).is(http.StatusOK))
	there.get("/admin").is(http.StatusOK) // nothing has changed yet

	guest := s.browser()
	guest.choose(link, chosen).is(http.StatusSeeOther).leadsTo("/masuk/kode?next=%2Fadmin")
	guest.get("/admin").is(http.StatusSeeOther)
	there.get("/admin").is(http.StatusSeeOther)
	s.browser().signIn(rina, password).is(http.StatusUnprocessableEntity)
}

func TestInvitedReviewersAreLedToTheSecondFactorWhereItIsNeeded(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Factor = portal.Reviewer })
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	b.guarded()
	guest := s.browser()
	guest.choose(b.invite("reviewer"), chosen).is(http.StatusSeeOther).leadsTo("/admin")
	guest.get("/admin").is(http.StatusSeeOther).leadsTo("/admin/security")
}

func TestWithAMailServerTheLinkStandsNowhereUntilItIsSent(t *testing.T) {
	t.Parallel()
	s := closed(t, func(c *server.Config) { c.Mails = true })
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	b.post("/admin/staff/new", url.Values{"name": {"Rina Lestari"}, "email": {rina}, "role": {"editor"}}).
		is(http.StatusSeeOther).leadsTo("/admin/staff?saved=invited")
	var waits bool
	err := pool.QueryRow(t.Context(),
		`select (select count(*) = 1 from invitations where token_hash is null)
			and (select count(*) = 1 from river_job where kind = 'tell_invited')`).Scan(&waits)
	if err != nil || !waits {
		t.Errorf("no mail with a link to come waits: %v", err)
	}
}

func TestPasswordIsNotSetInTheClear(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.BaseURL = "" })
	s.person(boss, portal.Administrator, nil)
	link := s.signedIn(boss).invite("editor")
	guest := s.browser()
	guest.scheme = "http"
	if a := guest.get(link).is(http.StatusOK); strings.Contains(a.body, `type="password"`) {
		t.Error("the form is offered")
	}
	guest.choose(link, chosen).is(http.StatusForbidden)
	guest.scheme = "https"
	guest.choose(link, chosen).is(http.StatusSeeOther)
}
