package server_test

import (
	"encoding/base32"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"kotakembar/internal/auth"
	"kotakembar/internal/portal"
	"kotakembar/internal/server"
)

// guarded gives the person in a browser a second factor and returns its key and the recovery codes.
func (b *browser) guarded() (secret []byte, codes []string) {
	b.t.Helper()
	b.post("/admin/security/start", nil).is(http.StatusSeeOther).leadsTo("/admin/security/app")
	page := b.get("/admin/security/app").is(http.StatusOK)
	secret, err := base32.StdEncoding.DecodeString(strings.ReplaceAll(page.text(".qr-key"), " ", ""))
	if err != nil || len(secret) != 20 {
		b.t.Fatalf("key %q: %v", page.text(".qr-key"), err)
	}
	b.post("/admin/security/app", url.Values{"code": {"000000x"}}).is(http.StatusUnprocessableEntity)
	done := b.post("/admin/security/app", url.Values{"code": {b.code(secret)}}).is(http.StatusOK)
	read, err := goquery.NewDocumentFromReader(strings.NewReader(done.body))
	if err != nil {
		b.t.Fatal(err)
	}
	read.Find(".recovery code").Each(func(_ int, s *goquery.Selection) { codes = append(codes, s.Text()) })
	if len(codes) != 10 {
		b.t.Fatalf("%d recovery codes", len(codes))
	}
	return secret, codes
}

func (b *browser) code(secret []byte) string {
	return auth.CodeAt(secret, time.Now().Add(time.Duration(b.ahead.Load())))
}

func (b *browser) takeCode(code string) answer {
	return b.post("/masuk/kode", url.Values{"code": {code}, "next": {"/admin"}})
}

func TestEachCodeOfTheAppLetsInOnce(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	secret, _ := s.signedIn(rina).guarded()

	b := s.browser()
	b.signIn(rina, password).is(http.StatusSeeOther).leadsTo("/masuk/kode?next=")
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/masuk?next=%2Fadmin")
	b.takeCode(b.code(secret)).is(http.StatusUnprocessableEntity) // it was used to set the factor up
	s.later(time.Minute)
	before := maps.Clone(b.cookies)
	code := b.code(secret)
	b.takeCode(code).is(http.StatusSeeOther).leadsTo("/admin")
	b.get("/admin").is(http.StatusOK)

	fixed := s.browser()
	fixed.cookies = before
	fixed.get("/admin").is(http.StatusSeeOther) // the token from before the code is worth nothing
	again := s.browser()
	again.signIn(rina, password)
	again.takeCode(code).is(http.StatusUnprocessableEntity)
}

func TestEachRecoveryCodeLetsInOnce(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	_, codes := s.signedIn(rina).guarded()
	b := s.browser()
	b.signIn(rina, password)
	b.takeCode(" " + strings.ToUpper(codes[3])).is(http.StatusSeeOther)
	if a := b.get("/admin/security").is(http.StatusOK); !strings.Contains(a.text("main"), "Sisa kode pemulihan Anda: 9") {
		t.Errorf("says %q", a.text("main"))
	}
	again := s.browser()
	again.signIn(rina, password)
	again.takeCode(codes[3]).is(http.StatusUnprocessableEntity)
	for range 4 { // with the one before, as many as an account has
		again.takeCode("123456")
	}
	again.takeCode("123456").is(http.StatusTooManyRequests)
	again.takeCode(codes[4]).is(http.StatusTooManyRequests)
}

func TestSensitiveStepsAskAgainAfterTenMinutes(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person("kepala@bandung.go.id", portal.Administrator, nil)
	b := s.signedIn("kepala@bandung.go.id")
	b.get("/admin/staff/new").is(http.StatusOK)
	s.later(11 * time.Minute)
	b.get("/admin/jobs").is(http.StatusOK)
	b.get("/admin/staff/new").is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fstaff%2Fnew")
	b.post("/admin/staff/new", nil).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fstaff%2Fnew")
	b.post("/admin/audit/export", nil).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Faudit")
	b.post("/admin/security/start", nil).is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fsecurity")
	b.post("/admin/confirm", url.Values{"code": {"salah sekali"}, "next": {"/admin/staff/new"}}).is(http.StatusUnprocessableEntity)
	b.post("/admin/confirm", url.Values{"code": {password}, "next": {"https://evil.example/"}}).is(http.StatusSeeOther).leadsTo("/admin")
	b.get("/admin/staff/new").is(http.StatusOK)

	secret, _ := b.guarded()
	s.later(11 * time.Minute)
	b.post("/admin/confirm", url.Values{"code": {password}}).is(http.StatusUnprocessableEntity) // the password is no longer enough
	b.post("/admin/confirm", url.Values{"code": {b.code(secret)}, "next": {"/admin/staff"}}).is(http.StatusSeeOther).leadsTo("/admin/staff")
}

func TestCodesOfSectorsAndOfTheSecondFactorHaveTheirOwnWords(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	b := s.signedIn(rina)
	if a := b.get("/admin/sectors/new").is(http.StatusOK); a.text(`label[for="f-code"]`) != "Kode" || !strings.Contains(a.text("main"), "Tiga huruf kapital") {
		t.Errorf("a sector is asked for its %q", a.text(`label[for="f-code"]`))
	}
	b.post("/admin/security/start", nil).is(http.StatusSeeOther)
	setup := b.get("/admin/security/app").is(http.StatusOK)
	b.guarded()
	confirm := b.get("/admin/confirm").is(http.StatusOK)
	waiting := s.browser()
	waiting.signIn(rina, password).is(http.StatusSeeOther)
	again := waiting.get("/masuk/kode").is(http.StatusOK)
	const either = "Kode dari aplikasi, atau kode pemulihan"
	for _, page := range []struct {
		answer
		label string
	}{{setup, "Kode dari aplikasi"}, {confirm, either}, {again, either}} {
		if page.text(`label[for="f-code"]`) != page.label || strings.Contains(page.text("main"), "Tiga huruf") {
			t.Errorf("the page says %q", page.text("main"))
		}
	}
}

func TestWhereTheSettingAsksForItReviewersSetUpASecondFactorFirst(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Factor = portal.Reviewer })
	s.person(rina, portal.Editor, nil)
	s.person("sri@bandung.go.id", portal.Reviewer, nil)
	s.signedIn(rina).get("/admin").is(http.StatusOK)
	b := s.signedIn("sri@bandung.go.id")
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/admin/security")
	b.get("/admin/security").is(http.StatusOK)
	b.guarded()
	b.get("/admin").is(http.StatusOK)
}

func TestSessionsAreSeenAndEnded(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	id := s.person(rina, portal.Editor, nil)
	s.person("kepala@bandung.go.id", portal.Administrator, nil)
	here, there := s.signedIn(rina), s.signedIn(rina)
	if a := here.get("/admin/security").is(http.StatusOK); strings.Count(a.body, `name="id"`) != 1 || !strings.Contains(a.text("main"), "Sesi ini") {
		t.Errorf("lists %q", a.text("main table"))
	}
	here.post("/admin/security/sessions", nil).is(http.StatusSeeOther)
	here.get("/admin").is(http.StatusOK)
	there.get("/admin").is(http.StatusSeeOther)

	boss := s.signedIn("kepala@bandung.go.id")
	person := "/admin/staff/" + strconv.FormatInt(id, 10)
	boss.get(person).is(http.StatusOK)
	boss.post(person+"/sessions", nil).is(http.StatusSeeOther)
	here.get("/admin").is(http.StatusSeeOther)

	lost := s.signedIn(rina)
	lost.guarded()
	boss.get(person + "/factor").is(http.StatusOK)
	boss.post(person+"/factor", nil).is(http.StatusSeeOther)
	lost.get("/admin").is(http.StatusSeeOther)
	s.browser().signIn(rina, password).is(http.StatusSeeOther).leadsTo("/admin")
	trail := boss.get("/admin/audit").text("main")
	for _, want := range []string{"memasang faktor kedua", "mencabut faktor kedua rina", "menutup sesi rina"} {
		if !strings.Contains(trail, want) {
			t.Errorf("the audit trail does not tell %q", want)
		}
	}
}
