package server_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
)

func TestStaffSignInWithTheirOfficeAccount(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, "Rina@Bandung.go.id")
	s.person(rina, portal.Editor, func(p *portal.Staff) { p.MustChange = true })
	b := s.browser()
	if a := b.get("/masuk?next=%2Fadmin%2Fchanges").is(http.StatusOK); !strings.Contains(a.body, `href="/masuk/akun-kantor?next=%2Fadmin%2Fchanges"`) {
		t.Error("the sign-in does not lead to the office account")
	}
	back := p.visit(b, "/masuk/akun-kantor?next=%2Fadmin%2Fchanges")
	b.headers.Set("Sec-Fetch-Site", "cross-site")
	b.get(back).is(http.StatusSeeOther).leadsTo("/admin/changes")
	b.headers.Del("Sec-Fetch-Site")
	b.get("/admin/changes").is(http.StatusOK) // also with a password that somebody gave and nobody used

	if b.cookies["__Host-kotakembar-journey"] != nil {
		t.Error("the journey goes on")
	}
	b.get(back).is(http.StatusForbidden)
	english := s.browser()
	english.get(p.visit(english, "/en/sign-in/office-account?next=https://evil.example/")).is(http.StatusSeeOther).leadsTo("/en/admin")
	s.signedIn(rina).get("/admin").is(http.StatusSeeOther).leadsTo("/admin/password")
}

func TestTheOfficeAccountStandsForThePasswordAlone(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, rina)
	s.person(rina, portal.Editor, nil)
	secret, _ := s.signedIn(rina).guarded()
	b := s.browser()
	b.get(p.visit(b, "/masuk/akun-kantor")).is(http.StatusSeeOther).leadsTo("/masuk/kode?next=%2Fadmin")
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/masuk?next=%2Fadmin")
	s.later(time.Minute)
	b.takeCode(b.code(secret)).is(http.StatusSeeOther)
	b.get("/admin").is(http.StatusOK)
}

func TestAnOfficeAccountMakesNobodyStaff(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, "orang@lain.example")
	gone := s.person(rina, portal.Editor, nil)
	s.person("kepala@bandung.go.id", portal.Administrator, nil)
	boss := s.signedIn("kepala@bandung.go.id")
	if err := s.store.SetAccess(t.Context(), portal.Actor{}, gone, portal.Editor, true); err != nil {
		t.Fatal(err)
	}
	for _, email := range []string{"orang@lain.example", rina} {
		p.email = email
		b := s.browser()
		a := b.get(p.visit(b, "/masuk/akun-kantor")).is(http.StatusForbidden)
		if !strings.Contains(a.text("main"), "belum boleh masuk ke sini") {
			t.Errorf("%s is told %q", email, a.text("main"))
		}
		b.get("/admin").is(http.StatusSeeOther)
	}
	people, err := s.store.Staff(t.Context())
	if err != nil || len(people) != 2 {
		t.Errorf("%d people, %v", len(people), err)
	}
	trail := boss.get("/admin/audit").is(http.StatusOK).text("main")
	if strings.Count(trail, "gagal masuk") != 2 || strings.Contains(trail, "orang@lain") {
		t.Errorf("the audit trail says %q", trail)
	}
}

func TestTokensThatAreNotForThisSignInLetNobodyIn(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, rina)
	s.person(rina, portal.Editor, nil)
	foreign, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(header, claims map[string]any){
		"nonce of another attempt":   func(_, c map[string]any) { c["nonce"] = "lain" },
		"without nonce":              func(_, c map[string]any) { delete(c, "nonce") },
		"audience":                   func(_, c map[string]any) { c["aud"] = "situs-lain" },
		"two audiences, no party":    func(_, c map[string]any) { c["aud"] = []string{client, "situs-lain"} },
		"made for another party":     func(_, c map[string]any) { c["azp"] = "situs-lain" },
		"issuer":                     func(_, c map[string]any) { c["iss"] = "https://lain.example" },
		"expired":                    func(_, c map[string]any) { c["exp"] = time.Now().Add(-time.Minute).Unix() },
		"not yet valid":              func(_, c map[string]any) { c["nbf"] = time.Now().Add(time.Hour).Unix() },
		"email that is not verified": func(_, c map[string]any) { c["email_verified"] = false },
		"email nobody spoke of":      func(_, c map[string]any) { delete(c, "email_verified") },
		"without email":              func(_, c map[string]any) { delete(c, "email") },
		"unsigned":                   func(h, _ map[string]any) { h["alg"] = "none" },
		"signed by somebody else":    func(_, _ map[string]any) { p.key = foreign },
	} {
		ours := p.key
		p.spoil = spoil
		b := s.browser()
		a := b.get(p.visit(b, "/masuk/akun-kantor"))
		p.key = ours
		if a.StatusCode != http.StatusForbidden || !strings.Contains(a.text("main"), "tidak bisa kami terima") {
			t.Errorf("%s: status %d, %q", name, a.StatusCode, a.text("main"))
		}
		b.get("/admin").is(http.StatusSeeOther)
	}
	p.spoil = nil
	b := s.browser()
	b.get(p.visit(b, "/masuk/akun-kantor")).is(http.StatusSeeOther).leadsTo("/admin")
}

func TestOnlyTheBrowserThatBeganComesBack(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, rina)
	s.person(rina, portal.Editor, nil)
	const cookie = "__Host-kotakembar-journey"

	b := s.browser()
	back := p.visit(b, "/masuk/akun-kantor")
	if c := b.cookies[cookie]; c == nil || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.MaxAge > 600 {
		t.Errorf("cookies %v", b.cookies)
	}
	s.browser().get(back).is(http.StatusForbidden) // a link that somebody was lured to
	b.get(strings.Replace(back, "state=", "state=x", 1)).is(http.StatusForbidden)

	other := s.browser()
	theirs := p.visit(other, "/masuk/akun-kantor")
	other.get(back).is(http.StatusForbidden) // the answer to another's attempt
	other.get(theirs).is(http.StatusForbidden)

	thief := s.browser() // who caught code and state, but did not make the verifier
	caught := p.visit(thief, "/masuk/akun-kantor")
	kept, err := base64.RawURLEncoding.DecodeString(thief.cookies[cookie].Value)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(kept), `"Verifier":"`) + len(`"Verifier":"`)
	thief.cookies[cookie].Value = base64.RawURLEncoding.EncodeToString([]byte(string(kept[:at]) + "zz" + string(kept[at+2:])))
	thief.get(caught).is(http.StatusForbidden)

	for _, odd := range []string{"", "?state=", "?error=access_denied&state=x", "?" + url.Values{"code": {strings.Repeat("x", 2000)}}.Encode()} {
		b.get("/masuk/akun-kantor/kembali" + odd).is(http.StatusForbidden)
	}
	b.get("/admin").is(http.StatusSeeOther)
}

func TestWhileTheOfficeAccountsAreAwayThePasswordStillWorks(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, rina)
	s.person(rina, portal.Editor, nil)
	p.Close()
	b := s.browser()
	if a := b.get("/en/sign-in/office-account").is(http.StatusServiceUnavailable); !strings.Contains(a.text("main"), "does not answer") || strings.Contains(a.body, p.URL) {
		t.Errorf("says %q", a.text("main"))
	}
	b.signIn(rina, password).is(http.StatusSeeOther).leadsTo("/admin")
	plain := open(t, nil)
	plain.browser().get("/masuk/akun-kantor").is(http.StatusNotFound)
	plain.browser().get("/masuk/akun-kantor/kembali").is(http.StatusNotFound)
	if a := plain.browser().get("/masuk"); strings.Contains(a.body, "akun-kantor") {
		t.Error("the sign-in leads to an office account that is not set up")
	}
}

func TestTheOfficeAccountGivesTheRoleWhereTheSettingSaysSo(t *testing.T) {
	t.Parallel()
	s, p := openWith(t, rina)
	s.person(rina, portal.Editor, nil)
	s.person("kepala@bandung.go.id", portal.Administrator, nil)
	s.Identity.Reading("realm_access.roles")
	s.Roles = map[string]portal.Role{"kk-penyunting": portal.Editor, "kk-peninjau": portal.Reviewer, "kk-kepala": portal.Administrator}
	s.Open(t.Context(), s.store)
	says := func(value any) {
		p.spoil = func(_, c map[string]any) { c["realm_access"] = map[string]any{"roles": value} }
	}
	comes := func(email string) *browser {
		p.email = email
		b := s.browser()
		b.get(p.visit(b, "/masuk/akun-kantor"))
		return b
	}
	says([]string{"lain", "kk-peninjau", "kk-penyunting"})
	b := comes(rina)
	b.get("/admin").is(http.StatusOK)
	b.get("/admin/staff").is(http.StatusForbidden)
	if now, err := s.store.StaffByEmail(t.Context(), rina); err != nil || now.Role != portal.Reviewer {
		t.Errorf("she is %s, %v", now.Role, err)
	}
	says("kk-kepala")
	boss := comes(rina)
	if trail := boss.get("/admin/audit").is(http.StatusOK).text("main"); !strings.Contains(trail, "mengubah hak akses rina (Penyunting menjadi Peninjau)") {
		t.Errorf("the audit trail says %q", trail)
	}
	for _, nothing := range []any{[]string{"lain"}, "lain", 7, map[string]any{"kk-kepala": true}, nil} {
		says(nothing)
		comes(rina).get("/admin").is(http.StatusSeeOther)
	}
	p.spoil = func(_, c map[string]any) { c["realm_access"] = "kk-kepala" }
	comes(rina).get("/admin").is(http.StatusSeeOther)
	if now, err := s.store.StaffByEmail(t.Context(), rina); err != nil || now.Role != portal.Administrator {
		t.Errorf("who may not come in by it is changed to %s, %v", now.Role, err)
	}
}
