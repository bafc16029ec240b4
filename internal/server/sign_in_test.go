package server_test

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/server"
	"kotakembar/internal/store"
	"kotakembar/internal/store/storetest"
)

const rina = "rina@bandung.go.id"

func TestSessionCookieIsBoundToTheHostOverHTTPS(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn("Rina@Bandung.go.id ")
	c := b.cookies["__Host-kotakembar"]
	if c == nil || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
		t.Fatalf("cookie %v", c)
	}
	if a := b.get("/admin").is(http.StatusOK); a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("ETag") != "" {
		t.Errorf("a page of staff may be kept: %v", a.Header)
	}
	c.Value = strings.ToUpper(c.Value)
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/masuk?next=%2Fadmin")
}

func TestOnThisMachineSignInWorksWithoutHTTPS(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.BaseURL = "" })
	s.person(rina, portal.Editor, nil)
	b := s.browser()
	b.scheme, b.host = "http", "localhost:8080"
	b.signIn(rina, password).is(http.StatusSeeOther).leadsTo("/admin")
	if c := b.cookies["kotakembar-local"]; c == nil || c.Secure || !c.HttpOnly {
		t.Errorf("cookies %v", b.cookies)
	}
	b.get("/admin").is(http.StatusOK)
}

func TestOverPlainHTTPElsewhereSignInExplainsItself(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.BaseURL = "" })
	s.person(rina, portal.Editor, nil)
	b := s.browser()
	b.scheme = "http"
	a := b.get("/en/sign-in").is(http.StatusOK)
	if !strings.Contains(a.text("main"), "https") || strings.Contains(a.body, `type="password"`) {
		t.Errorf("the page says %q", a.text("main"))
	}
	b.signIn(rina, password).is(http.StatusForbidden)
	if len(b.cookies) > 0 {
		t.Errorf("cookies %v", b.cookies)
	}
}

func TestWrongPasswordAndUnknownNameGetTheSameAnswer(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	s.person("lama@bandung.go.id", portal.Editor, nil)
	closeAccount(t, s, "lama@bandung.go.id")
	for _, wrong := range []string{"salah", "", strings.Repeat("panjang", 1000)} {
		known := s.browser().signIn(rina, wrong)
		unknown := s.browser().signIn("siapa@bandung.go.id", wrong)
		disabled := s.browser().signIn("lama@bandung.go.id", password)
		for _, other := range []answer{unknown, disabled} {
			if known.StatusCode != http.StatusUnprocessableEntity || other.StatusCode != known.StatusCode ||
				other.text(".field-error") != known.text(".field-error") || len(other.Cookies()) != len(known.Cookies()) {
				t.Errorf("known %d %q, other %d %q", known.StatusCode, known.text(".field-error"), other.StatusCode, other.text(".field-error"))
			}
		}
	}
}

func closeAccount(t *testing.T, s site, email string) {
	t.Helper()
	p, err := s.store.StaffByEmail(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	s.person("bos@bandung.go.id", portal.Administrator, nil)
	if err := s.store.SetAccess(t.Context(), portal.Actor{}, p.ID, p.Role, true); err != nil {
		t.Fatal(err)
	}
}

func TestAccountIsLockedForFifteenMinutesAfterFiveTriesWhetherItExistsOrNot(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	for _, email := range []string{rina, "siapa@bandung.go.id"} {
		for i, want := range []string{"Sisa 4 ", "Sisa 3 ", "Sisa 2 ", "Sisa satu ", "Tunggu 15 menit"} {
			a := s.browser().signIn(email, "salah")
			if !strings.Contains(a.text(".field-error"), want) {
				t.Errorf("%s, try %d: %q", email, i+1, a.text(".field-error"))
			}
		}
		elsewhere := s.browser()
		elsewhere.from = netip.MustParseAddr("203.0.113.5")
		a := elsewhere.signIn(email, password).is(http.StatusTooManyRequests)
		if a.Header.Get("Retry-After") != "900" || !strings.Contains(a.body, `value="`+email+`"`) {
			t.Errorf("Retry-After %q; the address is kept: %v", a.Header.Get("Retry-After"), strings.Contains(a.body, email))
		}
	}
	s.later(16 * time.Minute)
	s.browser().signIn(rina, password).is(http.StatusSeeOther)
}

func TestSignInForgivesEarlierTries(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	for range 2 {
		for range 4 {
			s.browser().signIn(rina, "salah").is(http.StatusUnprocessableEntity)
		}
		s.browser().signIn(rina, password).is(http.StatusSeeOther)
	}
}

func TestManyTriesAtOnceDoNotGetPastTheLimit(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	const tries = 20
	looked := make(chan bool, tries)
	for range tries {
		b := s.browser()
		go func() { looked <- strings.Contains(b.signIn(rina, "salah").text(".field-error"), "tidak cocok") }()
	}
	passwords := 0
	for range tries {
		if <-looked {
			passwords++
		}
	}
	if passwords > 4 { // the fifth says that the account is locked
		t.Errorf("%d passwords were tried", passwords+1)
	}
}

func TestAddressThatTriesManyNamesIsLocked(t *testing.T) {
	t.Parallel()
	s := closed(t, nil)
	pool := s.over(storetest.URL(t))
	s.store = store.New(pool)
	s.person(rina, portal.Editor, nil)
	from := func(addr string) *browser {
		b := s.browser()
		b.from = netip.MustParseAddr(addr)
		return b
	}
	from("2001:db8::1").signIn("a@bandung.go.id", "salah").is(http.StatusUnprocessableEntity)
	again := "insert into sign_in_failures (subject) select subject from sign_in_failures cross join generate_series(1, 48)"
	if _, err := pool.Exec(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	from("2001:db8::1").signIn("b@bandung.go.id", "salah").is(http.StatusUnprocessableEntity) // the fiftieth
	from("2001:db8::2").signIn(rina, password).is(http.StatusTooManyRequests)
	from("2001:db8:0:1::1").signIn(rina, password).is(http.StatusSeeOther)
}

func TestSignInMakesANewSessionAndEndsTheOldOne(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	planted := *b.cookies["__Host-kotakembar"]
	b.signIn(rina, password).is(http.StatusSeeOther)
	if b.cookies["__Host-kotakembar"].Value == planted.Value {
		t.Error("the token is the same")
	}
	thief := s.browser()
	thief.cookies[planted.Name] = &planted
	thief.get("/admin").is(http.StatusSeeOther)
	b.get("/masuk").is(http.StatusSeeOther).leadsTo("/admin")
}

func TestSignOutEndsTheSessionForEveryoneWhoHoldsIt(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	copied := *b.cookies["__Host-kotakembar"]
	b.post("/en/sign-out", nil).is(http.StatusSeeOther).leadsTo("/en/sign-in?out=1")
	if len(b.cookies) > 0 {
		t.Errorf("cookies %v", b.cookies)
	}
	thief := s.browser()
	thief.cookies[copied.Name] = &copied
	thief.get("/admin").is(http.StatusSeeOther)
}

func TestSignInLeadsWhereThePersonWantedToGoButNeverAway(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	for next, want := range map[string]string{
		"/en/admin/cities?q=x": "/en/admin/cities?q=x",
		"/admin":               "/admin",
		"//evil.example":       "/admin", "https://evil.example/admin": "/admin", "/adminx": "/admin", "/keluar": "/admin",
		`/admin/\evil`: "/admin",
	} {
		a := s.browser().post("/masuk", url.Values{"email": {rina}, "password": {password}, "next": {next}})
		a.is(http.StatusSeeOther).leadsTo(want)
	}
}

func TestGivenPasswordMustBeChangedFirst(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Administrator, func(p *portal.Staff) { p.MustChange = true })
	b := s.signedIn(rina)
	b.get("/en/admin/staff").is(http.StatusSeeOther).leadsTo("/en/admin/password")
	b.post("/admin/staff/new", nil).is(http.StatusSeeOther).leadsTo("/admin/password")
	b.get("/admin/password").is(http.StatusOK)
	b.change(password, "kata sandi lain yang panjang").is(http.StatusSeeOther)
	b.get("/admin/staff").is(http.StatusOK)
	s.browser().signIn(rina, password).is(http.StatusUnprocessableEntity)
}

func (b *browser) change(present, next string) answer {
	return b.post("/admin/password", url.Values{"current": {present}, "new": {next}, "repeat": {next}})
}

func TestChangingThePasswordEndsOtherSessionsOnly(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	here, there := s.signedIn(rina), s.signedIn(rina)
	here.change(password, "kata sandi lain yang panjang").is(http.StatusSeeOther)
	here.get("/admin").is(http.StatusOK)
	there.get("/admin").is(http.StatusSeeOther)
}

func TestNewPasswordIsCheckedInWords(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	for _, c := range []struct{ current, next, repeat, field, say string }{
		{password, "pendek", "pendek", "#f-new-error", "paling sedikit 12"},
		{password, strings.Repeat("x", 129), strings.Repeat("x", 129), "#f-new-error", "paling banyak 128"},
		{password, "Merdeka17081945", "Merdeka17081945", "#f-new-error", "mudah ditebak"},
		{password, "rina bandung kota kembar", "rina bandung kota kembar", "#f-new-error", "nama Anda"},
		{password, "kata sandi lain", "kata sandi beda", "#f-repeat-error", "harus sama"},
		{password, password, password, "#f-new-error", "yang lain"},
		{"salah", "empat kucing naik genteng", "empat kucing naik genteng", "#f-current-error", "tidak cocok"},
	} {
		a := b.post("/admin/password", url.Values{"current": {c.current}, "new": {c.next}, "repeat": {c.repeat}})
		if a.is(http.StatusUnprocessableEntity); !strings.Contains(a.text(c.field), c.say) {
			t.Errorf("%+v: %q", c, a.text(".error-summary"))
		}
		for _, typed := range []string{c.current, c.next} {
			if strings.Contains(a.body, `value="`+typed+`"`) {
				t.Errorf("%q comes back in the page", typed)
			}
		}
	}
}

func TestPostAfterTheSessionEndedSaysHowToKeepWhatWasTyped(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	a := s.browser().post("/admin/cities/new", url.Values{"name_id": {"x"}}).is(http.StatusUnauthorized)
	if !strings.Contains(a.text("main"), "tab baru") {
		t.Errorf("says %q", a.text("main"))
	}
}
