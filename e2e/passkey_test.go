package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/webauthn"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

// withDevice gives the tab a device that keeps passkeys and whose holder is always at hand.
func (b *tab) withDevice() {
	b.t.Helper()
	b.do(call(webauthn.Enable, webauthn.EnableParams{}), call(webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{
		Options: &webauthn.VirtualAuthenticatorOptions{
			Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
			HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
		},
	}))
}

const usePasskey = "[data-passkey] button"

func TestStaffSignInWithAPasskeyAndWithoutScriptsByOtherWays(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.url = strings.Replace(h.url, "127.0.0.1", "localhost", 1) // a passkey belongs to a name
	b := h.newStaff(t, "Sri", portal.Reviewer)
	b.withDevice()
	b.open(view.Admin(i18n.ID, "security"))
	b.accessible(byDay)
	b.fill("#f-device", "Ponsel kantor")
	b.press(usePasskey)
	b.reads("h1", "Kode pemulihan")
	b.open(view.Admin(i18n.EN, "security"))
	b.reads("main", "Ponsel kantor", "Never")
	b.accessible(byNight)

	b.resize(desk)
	b.open(view.Admin(i18n.ID))
	b.press(".admin-nav form button")
	b.accessible(byDay)
	b.press(usePasskey)
	if at := b.address(); at != view.Admin(i18n.ID) {
		t.Fatalf("the passkey leads to %s", at)
	}
	b.resize(desk)
	b.press(".admin-nav form button")
	b.signIn("sri@bandung.example", password)
	if at := b.path(); at != view.SignInCode.In(i18n.ID) {
		t.Fatalf("the password leads to %s", at)
	}
	b.accessible(byNight)
	b.press(usePasskey)
	if at := b.path(); at != view.Admin(i18n.ID) {
		t.Fatalf("the passkey after the password leads to %s", at)
	}

	plain := h.newReader(t, narrow)
	plain.withoutScripts()
	plain.open(view.SignIn.In(i18n.ID))
	plain.reads("main", "memerlukan JavaScript")
	plain.signIn("sri@bandung.example", password)
	plain.reads("main", "Kode dari aplikasi, atau kode pemulihan", "memerlukan JavaScript")
	plain.fits()
}
