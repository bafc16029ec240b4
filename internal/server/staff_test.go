package server_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"kotakembar/internal/portal"
)

const boss = "bos@bandung.go.id"

func staffPath(id int64, more string) string {
	return "/admin/staff/" + strconv.FormatInt(id, 10) + more
}

func TestAddedPersonGetsAPasswordThatIsShownOnceAndMustBeChanged(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	b.get("/admin/staff/new").is(http.StatusOK)
	form := url.Values{"name": {"Rina Lestari"}, "email": {rina}, "role": {"reviewer"}}
	given := b.post("/admin/staff/new", form).is(http.StatusOK)
	password := given.text("code")
	if len(password) < 16 || given.Header.Get("Cache-Control") != "no-store" {
		t.Fatalf("password %q, %v", password, given.Header)
	}
	if list := b.get("/admin/staff").is(http.StatusOK); !strings.Contains(list.text("table"), "Rina Lestari") || strings.Contains(list.body, password) {
		t.Errorf("the list says %q", list.text("table"))
	}
	new := s.browser()
	new.signIn(rina, password).is(http.StatusSeeOther)
	new.get("/admin").is(http.StatusSeeOther).leadsTo("/admin/password")
	again := b.post("/admin/staff/new", form).is(http.StatusUnprocessableEntity)
	if again.text("#f-email-error") == "" || !strings.Contains(again.body, `value="`+rina+`"`) {
		t.Errorf("the same person again: %q", again.text(".error-summary"))
	}
}

func TestSecondClickSaysThatThePersonIsAddedAndOffersAnotherPassword(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	form := url.Values{"name": {"Rina Lestari"}, "email": {"Rina@bandung.go.id"}, "role": {"editor"}}
	b.post("/en/admin/staff/new", form).is(http.StatusOK)
	again := b.post("/en/admin/staff/new", form).is(http.StatusConflict)
	if again.text("h1") != "Rina Lestari was added already" || again.text("main form button") != "Give a new password" {
		t.Errorf("says %q", again.text("main"))
	}
	p, err := s.store.StaffByEmail(t.Context(), rina)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(again.body, `action="/en`+staffPath(p.ID, "/password")+`"`) {
		t.Error("no other password is offered")
	}
	form.Set("role", "reviewer")
	b.post("/en/admin/staff/new", form).is(http.StatusUnprocessableEntity)
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

func TestGivenPasswordReplacesTheOldOneAndEndsSessions(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	id := s.person(rina, portal.Editor, nil)
	b, other := s.signedIn(boss), s.signedIn(rina)
	b.get(staffPath(id, "/password")).is(http.StatusOK)
	given := b.post(staffPath(id, "/password"), nil).is(http.StatusOK).text("code")
	other.get("/admin").is(http.StatusSeeOther)
	other.signIn(rina, password).is(http.StatusUnprocessableEntity)
	other.signIn(rina, given).is(http.StatusSeeOther)
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
	b.post(staffPath(id, "/password"), nil).is(http.StatusForbidden)
	b.get(staffPath(id+100, "")).is(http.StatusNotFound)
}
