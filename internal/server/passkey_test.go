package server_test

import (
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/portal"
	"kotakembar/internal/server"
)

const (
	ownKeys  = "/admin/security/passkey"
	keyDoor  = "/masuk/kunci-sandi"
	keyProof = "/admin/confirm/passkey"
)

// keyed gives the person in a browser a passkey on a new device.
func (b *browser) keyed() *device {
	b.t.Helper()
	d := newDevice(b.t)
	b.post(ownKeys, url.Values{"device": {"Ponsel kantor"}, "answer": {d.create(b.asked(ownKeys + "/start"))}})
	if a := b.get("/admin/security").is(http.StatusOK); !strings.Contains(a.text("main"), "Ponsel kantor") {
		b.t.Fatalf("no passkey was added: %s", a.text("main"))
	}
	return d
}

// show brings the answer of a device.
func (b *browser) show(door, answer string) answer {
	b.t.Helper()
	return b.post(door, url.Values{"answer": {answer}, "next": {"/admin/changes"}})
}

func TestPasskeySignsInAloneAndIsTheSecondFactorThatIsNeeded(t *testing.T) {
	t.Parallel()
	s := open(t, func(c *server.Config) { c.Factor = portal.Reviewer })
	s.person("sri@bandung.go.id", portal.Reviewer, nil)
	b := s.signedIn("sri@bandung.go.id")
	b.get("/admin").is(http.StatusSeeOther).leadsTo("/admin/security")
	d := newDevice(t)
	q := b.asked(ownKeys + "/start")
	made := b.post(ownKeys, url.Values{"device": {"Ponsel kantor"}, "answer": {d.create(q)}}).is(http.StatusOK)
	if codes := strings.Fields(made.text(".recovery code")); made.text("h1") != "Kode pemulihan" || len(codes) == 0 {
		t.Errorf("the first factor comes with %q", made.text("main"))
	}
	b.get("/admin").is(http.StatusOK)
	if again := b.asked(ownKeys + "/start"); len(again.Exclude) != 1 {
		t.Errorf("a device that has a passkey may make another: %+v", again)
	}

	guest := s.browser()
	if a := guest.get("/masuk").is(http.StatusOK); !strings.Contains(a.body, `data-start="/masuk/kunci-sandi/start"`) {
		t.Error("the sign-in offers no passkey")
	}
	door := guest.asked(keyDoor + "/start")
	if door.Verification != "required" || len(door.AllowCredentials) != 0 {
		t.Errorf("the device is asked %+v", door)
	}
	guest.show(keyDoor, d.get(door)).is(http.StatusSeeOther).leadsTo("/admin/changes")
	guest.get("/admin").is(http.StatusOK)
}

func TestPasskeyStandsForTheCodeAfterThePassword(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(rina, portal.Editor, nil)
	s.person("sri@bandung.go.id", portal.Editor, nil)
	d := s.signedIn(rina).keyed()
	other := s.signedIn("sri@bandung.go.id").keyed()

	b := s.browser()
	b.signIn(rina, password).is(http.StatusSeeOther).leadsTo("/masuk/kode?next=")
	if a := b.get("/masuk/kode").is(http.StatusOK); !strings.Contains(a.body, `data-passkey="get"`) || !strings.Contains(a.text("main"), "memerlukan JavaScript") {
		t.Error("the second step offers no passkey, or does not say what else there is")
	}
	b.show(keyDoor, other.get(b.asked(keyDoor+"/start"))).is(http.StatusUnprocessableEntity)
	b.get("/admin").is(http.StatusSeeOther)
	before := maps.Clone(b.cookies)
	b.show(keyDoor, d.get(b.asked(keyDoor+"/start"))).is(http.StatusSeeOther).leadsTo("/admin/changes")
	b.get("/admin").is(http.StatusOK)
	b.cookies = before
	b.get("/admin").is(http.StatusSeeOther) // the token from before the passkey is worth nothing
}

func TestAnswersOfDevicesCountOnceForWhatWasAskedAndNowhereElse(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	id := s.person(rina, portal.Editor, nil)
	s.person(boss, portal.Administrator, nil)
	home := s.signedIn(rina)
	d := home.keyed()
	refused := func(why string, b *browser, door, answer string) {
		t.Helper()
		if a := b.show(door, answer); a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.text("main"), "Kunci sandi tidak bisa dipakai") {
			t.Errorf("%s: status %d, %q", why, a.StatusCode, a.text("main"))
		}
		if door == keyDoor {
			b.get("/admin").is(http.StatusSeeOther)
		}
	}
	b := s.browser()
	answer := d.get(b.asked(keyDoor + "/start"))
	ticket := maps.Clone(b.cookies)
	refused("of another browser", s.browser(), keyDoor, answer)
	b.show(keyDoor, answer).is(http.StatusSeeOther)
	again := s.browser()
	again.cookies = ticket
	refused("twice", again, keyDoor, answer)

	refused("without a question", s.browser(), keyDoor, answer)
	b = s.browser()
	refused("nonsense", b, keyDoor, "{}"+b.asked(keyDoor+"/start").Challenge)
	b = s.browser()
	q := b.asked(keyDoor + "/start")
	s.later(6 * time.Minute)
	refused("too late", b, keyDoor, d.get(q))

	b = s.browser()
	d.unverified = true
	refused("without a finger or a PIN", b, keyDoor, d.get(b.asked(keyDoor+"/start")))
	d.unverified, d.origin = false, "https://kembar.example.evil.example"
	refused("on the page of another site", b, keyDoor, d.get(b.asked(keyDoor+"/start")))
	d.origin = "https://" + host
	stranger := newDevice(t)
	stranger.holder = d.holder
	refused("of a key that nobody has", b, keyDoor, stranger.get(b.asked(keyDoor+"/start")))
	stranger.id = d.id
	refused("signed by another key", b, keyDoor, stranger.get(b.asked(keyDoor+"/start")))
	count := d.count
	d.count = 0
	refused("of a copy of the device", b, keyDoor, d.get(b.asked(keyDoor+"/start")))
	d.count = count

	other := s.signedIn("bos@bandung.go.id")
	asked := d.get(home.asked(keyProof + "/start"))
	for name, c := range home.cookies {
		if strings.HasSuffix(name, "-passkey") {
			other.cookies[name] = c
		}
	}
	refused("in another session", other, keyProof, asked)
	signIn := s.browser()
	signed := d.get(signIn.asked(keyDoor + "/start"))
	maps.Copy(home.cookies, signIn.cookies)
	refused("for another purpose", home, keyProof, signed)

	if err := s.store.SetAccess(t.Context(), portal.Actor{}, id, portal.Editor, true); err != nil {
		t.Fatal(err)
	}
	b = s.browser()
	refused("of somebody who may not sign in", b, keyDoor, d.get(b.asked(keyDoor+"/start")))
}

func TestPasskeyOpensSensitiveStepsAndGoesWithItsCodes(t *testing.T) {
	t.Parallel()
	s := open(t, nil)
	s.person(boss, portal.Administrator, nil)
	b := s.signedIn(boss)
	d := b.keyed()
	s.later(11 * time.Minute)
	b.get("/admin/staff").is(http.StatusSeeOther).leadsTo("/admin/confirm?next=%2Fadmin%2Fstaff")
	if a := b.get("/admin/confirm?next=%2Fadmin%2Fstaff").is(http.StatusOK); !strings.Contains(a.body, `data-start="/admin/confirm/passkey/start"`) {
		t.Error("no passkey is offered")
	}
	b.post(keyProof, url.Values{"answer": {d.get(b.asked(keyProof + "/start"))}, "next": {"/admin/staff"}}).is(http.StatusSeeOther).leadsTo("/admin/staff")
	b.get("/admin/staff").is(http.StatusOK)

	me, err := s.store.StaffByEmail(t.Context(), boss)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := s.store.Passkeys(t.Context(), me.ID)
	if err != nil || len(keys) != 1 || keys[0].UsedAt.IsZero() {
		t.Fatalf("%+v, %v", keys, err)
	}
	b.post(ownKeys+"/remove", url.Values{"id": {"999"}}).is(http.StatusNotFound)
	b.post(ownKeys+"/remove", url.Values{"id": {"1"}}).is(http.StatusSeeOther).leadsTo("/admin/security?saved=passkey_removed")
	if left, err := s.store.RecoveryCodesLeft(t.Context(), me.ID); err != nil || left != 0 {
		t.Errorf("%d recovery codes for no factor, %v", left, err)
	}
	s.browser().signIn(boss, password).is(http.StatusSeeOther).leadsTo("/admin")
	b.post(ownKeys, url.Values{"device": {""}, "answer": {"x"}}).is(http.StatusUnprocessableEntity)
}
