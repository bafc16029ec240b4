package server_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/internal/store"
)

func TestAdministratorCorrectsNameAddressAndLanguageAndSessionsStay(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	id := s.person(rina, portal.Editor, nil)
	b, other := s.signedIn(boss), s.signedIn(rina)
	at := staffPath(id, "/account")
	page := b.get(staffPath(id, "")).is(http.StatusOK).body
	for _, name := range regexp.MustCompile(` id="[^"]+"`).FindAllString(page, -1) {
		if strings.Count(page, name) > 1 {
			t.Errorf("the page of a person has%s twice", name)
		}
	}
	form := url.Values{"name": {"Rina Marlina"}, "email": {" Rina.Marlina@bandung.go.id "}, "lang": {"en"}}
	b.post(at, form).is(http.StatusSeeOther).leadsTo(staffPath(id, "?saved=account"))
	p, err := s.store.StaffByID(t.Context(), id)
	if err != nil || p.Name != "Rina Marlina" || p.Email != "rina.marlina@bandung.go.id" || p.Role != portal.Editor {
		t.Errorf("%+v, %v", p, err)
	}
	if n, err := s.store.NoticesOf(t.Context(), id); err != nil || n.Lang != i18n.EN || !n.Decided {
		t.Errorf("what they are told: %+v, %v", n, err)
	}
	other.get("/admin").is(http.StatusOK) // their session goes on
	s.browser().signIn(rina, password).is(http.StatusUnprocessableEntity)
	s.browser().signIn("rina.marlina@bandung.go.id", password).is(http.StatusSeeOther)

	traces, err := s.store.Traces(t.Context(), store.TraceFilter{Size: 20})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []portal.TraceKind
	for _, d := range traces {
		kinds = append(kinds, d.Kind)
		if strings.Contains(d.About+d.Was+d.Became, "@") {
			t.Errorf("the audit trail holds an address: %+v", d)
		}
		if d.Kind == portal.TraceRenamed && d.Became != "Rina Marlina" {
			t.Errorf("%+v", d)
		}
	}
	for _, want := range []portal.TraceKind{portal.TraceRenamed, portal.TraceAddress, portal.TraceLanguage} {
		if !slices.Contains(kinds, want) {
			t.Errorf("the audit trail does not tell of %s: %v", want, kinds)
		}
	}

	form.Set("email", boss)
	if a := b.post(at, form).is(http.StatusUnprocessableEntity); a.text("#f-email-error") == "" {
		t.Error("nothing is said of an address that another one has")
	}
	b.post(at, url.Values{"name": {""}, "email": {rina}, "lang": {"xx"}}).is(http.StatusUnprocessableEntity)
	b.post(at, url.Values{"name": {strings.Repeat("x", 2<<20)}}).is(http.StatusRequestEntityTooLarge)
	b.post(staffPath(id+100, "/account"), form).is(http.StatusNotFound)
	other.post(at, form).is(http.StatusForbidden)
	s.later(11 * time.Minute)
	b.post(at, nil).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=" + url.QueryEscape(staffPath(id, "")))
}

func TestAdministratorCorrectsTheirOwnAddressButNotTheirRole(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	id := s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	if a := b.get(staffPath(id, "")).is(http.StatusOK); !strings.Contains(a.body, `name="email"`) || strings.Contains(a.body, `name="role"`) {
		t.Error("their own page does not offer the address alone")
	}
	form := url.Values{"name": {"Kepala"}, "email": {"kepala@bandung.go.id"}, "lang": {"id"}, "role": {"editor"}}
	b.post(staffPath(id, "/account"), form).is(http.StatusSeeOther)
	if p, err := s.store.StaffByID(t.Context(), id); err != nil || p.Email != "kepala@bandung.go.id" || p.Role != portal.Administrator {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestLinkThatWentToAnAddressIsWorthNothingOnceThatIsChanged(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	chief := s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	now := time.Now()
	id, err := s.store.InviteNew(t.Context(), portal.Actor{ID: chief, Name: "Bos", Role: portal.Administrator},
		portal.Staff{Email: "salah@bandung.go.id", Name: "Sari", Role: portal.Editor, PasswordHash: "-"},
		portal.Invitation{Lang: i18n.ID, MadeAt: now, Expires: now.Add(time.Hour)}, []byte("hash"))
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{"name": {"Sari"}, "email": {"sari@bandung.go.id"}, "lang": {"id"}}
	b.post(staffPath(id, "/account"), form).is(http.StatusSeeOther).leadsTo(staffPath(id, "?saved=account_link"))
	if p, err := s.store.Invited(t.Context(), []byte("hash"), now); err == nil {
		t.Errorf("the link still lets %s in", p.Name)
	}
}

func TestEverybodyCorrectsTheirOwnNameAndLanguageAndNotTheirAddress(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	id := s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	if a := b.get("/admin/security").is(http.StatusOK); strings.Contains(a.body, `name="email"`) {
		t.Error("the address is offered")
	}
	form := url.Values{"name": {"Rina M."}, "lang": {"en"}, "email": {"lain@bandung.go.id"}, "role": {"administrator"}}
	b.post("/admin/security/account", form).is(http.StatusSeeOther).leadsTo("/admin/security?saved=own_account")
	p, err := s.store.StaffByID(t.Context(), id)
	if err != nil || p.Name != "Rina M." || p.Email != rina || p.Role != portal.Editor {
		t.Errorf("%+v, %v", p, err)
	}
	if a := b.get("/admin/security"); !strings.Contains(a.text(".header"), "Rina M.") {
		t.Error("the new name does not stand in the frame")
	}
	if a := b.post("/admin/security/account", url.Values{"name": {""}, "lang": {"id"}}).is(http.StatusUnprocessableEntity); a.text("#f-name-error") == "" {
		t.Error("nothing is said of a missing name")
	}
}
