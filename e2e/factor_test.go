package e2e

import (
	"encoding/base32"
	"net/http"
	"strings"
	"testing"
	"time"

	"kotakembar/internal/auth"
	"kotakembar/internal/i18n"
	"kotakembar/internal/portal"
	"kotakembar/web/view"
)

func TestCodeOfAnAppLetsInOnceAndNeedsNoScripts(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.employ(t, "Sri", portal.Reviewer)
	b := h.newReader(t, phone)
	b.withoutScripts()
	b.open(view.SignIn.In(i18n.ID))
	b.signIn("sri@bandung.example", password)
	b.open(view.Admin(i18n.ID, "security"))
	b.press(`form[action$="/security/start"] button`)
	key, err := base32.StdEncoding.DecodeString(strings.ReplaceAll(b.words(".qr-key"), " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	b.fits()
	b.fill("#f-code", auth.CodeAt(key, h.now()))
	b.press(".actions button")
	b.reads("h1", i18n.ID.T("security.codes"))
	if n := b.count(".recovery code"); n != 10 {
		t.Errorf("%d recovery codes", n)
	}

	h.later(time.Minute)
	code := auth.CodeAt(key, h.now())
	come := func(b *tab, as string) int {
		b.open(view.SignIn.In(i18n.ID))
		b.signIn("sri@bandung.example", password)
		b.fill("#f-code", as)
		return b.tryPress("main form .button")
	}
	next, thief := h.newReader(t, desk), h.newReader(t, desk)
	if status := come(next, code); status != http.StatusOK || next.path() != view.Admin(i18n.ID) {
		t.Errorf("the code leads to %s, which answers %d", next.address(), status)
	}
	if status := come(thief, code); status != http.StatusUnprocessableEntity {
		t.Errorf("a code that was used is answered with %d", status)
	}
	thief.accessible([]look{{phone, "light"}})
}
