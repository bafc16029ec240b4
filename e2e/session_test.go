package e2e

import (
	"net/http"
	"strings"
	"testing"

	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestWrongPasswordKeepsTheAddressAndTellsWhatIsLeft(t *testing.T) {
	t.Parallel()
	h := open(t)
	person := h.employ(t, "Asep", portal.Editor)
	b := h.newReader(t, phone)
	b.open(view.SignIn.In(i18n.ID))
	if status := b.signIn(person.Email, "bukan ini"); status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong password is answered with %d", status)
	}
	b.reads("main", "Surel atau kata sandi tidak cocok")
	if kept := b.value("#f-email"); kept != person.Email {
		t.Errorf("the address is now %q", kept)
	}
	b.fits()
	if status := b.signIn(person.Email, password); status != http.StatusOK {
		t.Errorf("the right password is answered with %d", status)
	}
}

func TestSessionEndedElsewhereLeadsToSignInAndBack(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.newStaff(t, "Asep", portal.Editor)
	b.edit("agreements", "Braunschweig")
	form := b.path()
	if _, err := h.pool.Exec(t.Context(), "delete from sessions"); err != nil {
		t.Fatal(err)
	}
	b.fill("#f-reason", "Setelah rapat")
	if status := b.tryPress(draft); status != http.StatusUnauthorized {
		t.Errorf("saving without a session is answered with %d", status)
	}
	b.open(form)
	if !strings.HasPrefix(b.address(), view.SignIn.In(i18n.ID)) {
		t.Fatalf("without a session %s is shown", b.address())
	}
	b.signIn("asep@bandung.example", password)
	if at := b.path(); at != form {
		t.Errorf("sign-in leads to %s, not back to %s", at, form)
	}
}
